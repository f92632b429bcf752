"""Downloads from a hub on this machine that drops, lies, refuses and is slow."""

from __future__ import annotations

import errno
import json
import os
import random
import socket
import ssl
import threading
from http.client import HTTPException
from pathlib import Path

import pytest

from eyebox_models.checkpoint.find import find, resolve
from eyebox_models.files import download as download_module
from eyebox_models.files import fetch, place
from eyebox_models.files.http import redirected
from eyebox_models.files.http_errors import failure, retry_after
from eyebox_models.library.download import discard, download
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.requests import Download
from hub_server import COMMIT, HubServer, forget_hubs, git_oid, sha256

pytest.importorskip("huggingface_hub")

NAME = "Some-Org/Tiny.VL-2B"
BIG = random.Random(1).randbytes(11 * 1024 * 1024 + 17)
WEIGHTS = "model.safetensors"
FILES = {
    "config.json": json.dumps({"model_type": "qwen2_vl", "vision_config": {}}).encode(),
    "tokenizer.json": random.Random(2).randbytes(20_000),
    "chat_template.jinja": "{{ 图 }}".encode(),
    "empty.txt": b"",
    WEIGHTS: BIG,
}
UNWANTED = {
    "modeling_custom.py": b"import os", "pytorch_model.bin": b"x" * 50, "weights.pth": b"x", "onnx/model.onnx": b"x",
    "model.gguf": b"x", "picture.png": b"x", "README.md": b"x", "original/model.safetensors": b"x" * 20_000,
    ".gitattributes": b"x", "consolidated.safetensors": b"x" * 20_000,
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_network_but_ours(monkeypatch):
    forget_hubs(monkeypatch)
    monkeypatch.setattr(fetch, "BACKOFF", 0.0)


@pytest.fixture
def hub():
    with HubServer({NAME: {**FILES, **UNWANTED}}) as server:
        yield server


@pytest.fixture
def home(tmp_path):
    return tmp_path / "my models 图"


def get(hub, home, emit=lambda _event: None, stop=None, **more):
    request = Download(more.pop("name", NAME), str(home), endpoint=more.pop("endpoint", hub.endpoint), **more)
    return download(request, emit, stop or threading.Event())


def ranges(hub, file=WEIGHTS):
    return sorted(hub.served[file])


def assert_whole(home, card, files=FILES):
    folder = Path(card.folder)
    assert folder == home / "models--Some-Org--Tiny.VL-2B" / "snapshots" / COMMIT
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == files
    assert card.name == NAME and card.source == "eyebox" and card.complete
    assert resolve(NAME, str(home)) == folder
    assert not list(home.rglob("*.part")) and not list(home.rglob("*.part.json"))


def test_what_a_model_needs_is_fetched_and_nothing_else(hub, home):
    events = []
    assert_whole(home, get(hub, home, events.append))
    assert set(hub.served) == {name for name, data in FILES.items() if data}
    assert ranges(hub) == [(0, len(BIG))]
    states = [event.state for event in events]
    assert states[0] == "listing" and "fetching" in states and states[-1] == "placing"
    last = events[-1]
    assert last.done_bytes == last.total_bytes == sum(map(len, FILES.values()))
    assert all(0 <= event.done_bytes <= event.total_bytes for event in events)


def test_huggingface_hub_itself_finds_what_was_placed(hub, home):
    import huggingface_hub

    card = get(hub, home)
    assert huggingface_hub.snapshot_download(NAME, cache_dir=home, local_files_only=True) == card.folder
    found = huggingface_hub.try_to_load_from_cache(NAME, WEIGHTS, cache_dir=home)
    assert Path(found).read_bytes() == BIG
    repo = next(iter(huggingface_hub.scan_cache_dir(home).repos))
    assert (repo.repo_id, len(repo.revisions)) == (NAME, 1)
    blob = Path(os.path.realpath(found))
    assert blob.name == sha256(BIG)
    small = Path(os.path.realpath(Path(card.folder) / "config.json"))
    assert small.name == git_oid(FILES["config.json"])


def test_the_tests_hub_speaks_as_a_hub_does(hub, home, tmp_path, monkeypatch):
    """huggingface_hub's own download brings the same bytes from it, to the same places."""
    import huggingface_hub
    import tqdm

    monkeypatch.setattr(tqdm.tqdm, "monitor_interval", 0)
    card = get(hub, home)
    theirs = huggingface_hub.snapshot_download(
        NAME, endpoint=hub.endpoint, cache_dir=tmp_path / "theirs", allow_patterns=list(FILES), token=False
    )
    for name in FILES:
        ours = Path(card.folder) / name
        assert (Path(theirs) / name).read_bytes() == ours.read_bytes()
        assert (Path(theirs) / name).readlink() == ours.readlink()


def test_a_dropped_connection_goes_on_where_it_broke(hub, home):
    hub.faults.drop_after[WEIGHTS] = [3_000_000, 1_000_000, 0]
    assert_whole(home, get(hub, home))
    assert ranges(hub) == [
        (0, 3_000_000),
        (3_000_000, 4_000_000),
        (4_000_000, 4_000_000),
        (4_000_000, len(BIG)),
    ]
    conditions = [headers.get("If-Range") for _m, path, headers in hub.requests if path.endswith(WEIGHTS)]
    assert any(conditions)


def test_a_stop_keeps_the_part_and_the_same_request_goes_on(hub, home, monkeypatch):
    monkeypatch.setattr(download_module, "OFTEN", 0.0)
    stop = threading.Event()
    go_on = threading.Event()
    hub.faults.hold[WEIGHTS] = (2_000_000, go_on)
    events = []

    def emit(event):
        events.append(event)
        if event.state == "fetching" and event.done_bytes > 1_500_000:
            stop.set()

    with pytest.raises(Stopped):
        get(hub, home, emit, stop)
    assert events[-1].state == "paused"
    part = next(home.rglob("*.part"))
    kept = part.stat().st_size
    assert 1_000_000 < kept <= 2_000_000
    [half] = find(str(home))
    assert half.lacks and resolve(NAME, str(home)) is None
    go_on.set()
    hub.faults.hold.clear()
    assert_whole(home, get(hub, home))
    assert ranges(hub)[-1] == (kept, len(BIG))
    assert hub.bytes_served("tokenizer.json") == len(FILES["tokenizer.json"])


def test_a_file_that_changed_meanwhile_starts_over(hub, home):
    hub.faults.drop_after[WEIGHTS] = [3_000_000] + [0] * fetch.TRIES
    with pytest.raises(EyeboxError, match="kept"):
        get(hub, home)
    hub.faults.drop_after.clear()
    hub.etag_salt = "changed"
    hub.served.clear()
    assert_whole(home, get(hub, home))
    assert ranges(hub) == [(0, len(BIG))]


def test_a_server_that_ignores_ranges_starts_over(hub, home):
    hub.faults.ignore_range = True
    hub.faults.drop_after[WEIGHTS] = [3_000_000]
    assert_whole(home, get(hub, home))
    assert ranges(hub) == [(0, 3_000_000), (0, len(BIG))]


def test_a_server_that_ignores_ranges_and_always_drops_is_given_up(hub, home):
    hub.faults.ignore_range = True
    hub.faults.drop_after[WEIGHTS] = [1_000_000] * 50
    with pytest.raises(EyeboxError, match="broke off"):
        get(hub, home)
    assert len(ranges(hub)) == fetch.TRIES


def test_a_wrong_byte_is_noticed_and_fetched_anew(hub, home):
    hub.faults.wrong_byte[WEIGHTS] = 1
    assert_whole(home, get(hub, home))
    assert ranges(hub) == [(0, len(BIG))] * 2


def test_a_file_that_stays_wrong_is_named_and_never_offered(hub, home):
    hub.faults.wrong_byte[WEIGHTS] = 99
    with pytest.raises(EyeboxError, match=r"model\.safetensors arrived damaged"):
        get(hub, home)
    assert len(ranges(hub)) == download_module.ATTEMPTS
    assert resolve(NAME, str(home)) is None
    assert not list(home.rglob("*.part"))
    hub.faults.wrong_byte.clear()
    assert_whole(home, get(hub, home))
    assert hub.bytes_served("tokenizer.json") == len(FILES["tokenizer.json"])


def test_a_wrong_byte_in_the_part_here_is_noticed(hub, home):
    hub.faults.drop_after[WEIGHTS] = [3_000_000] + [0] * fetch.TRIES
    with pytest.raises(EyeboxError):
        get(hub, home)
    part = next(home.rglob("*.part"))
    data = bytearray(part.read_bytes())
    data[1_000_000] ^= 1
    part.write_bytes(data)
    hub.faults.drop_after.clear()
    assert_whole(home, get(hub, home))


def test_a_damaged_blob_is_replaced_and_the_rest_is_not_fetched_again(hub, home):
    card = get(hub, home)
    blob = Path(os.path.realpath(Path(card.folder) / WEIGHTS))
    data = bytearray(BIG)
    data[77] ^= 1
    blob.write_bytes(data)
    hub.served.clear()
    assert_whole(home, get(hub, home))
    assert list(hub.served) == [WEIGHTS]
    assert blob.read_bytes() == BIG and (Path(card.folder) / WEIGHTS).is_symlink()
    hub.served.clear()
    assert_whole(home, get(hub, home))
    assert not hub.served


def test_a_stop_while_all_is_checked_again_leaves_it_usable(hub, home):
    card = get(hub, home)
    stop = threading.Event()
    with pytest.raises(Stopped):
        get(hub, home, lambda event: event.state == "checking" and stop.set(), stop)
    assert resolve(NAME, str(home)) == Path(card.folder)


def test_where_there_are_no_links_files_are_whole_too(hub, home, monkeypatch):
    def refuse(*_arguments, **_more):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    card = get(hub, home)
    assert_whole(home, card)
    assert not (Path(card.folder) / WEIGHTS).is_symlink()


def test_a_busy_server_is_waited_for_as_it_asks(hub, home):
    waited = []

    class Patient(threading.Event):
        def wait(self, timeout=None):
            waited.append(timeout)
            return self.is_set()

    hub.faults.status = {
        WEIGHTS: [(503, {"Retry-After": "7"}), (429, {}), (500, {})],
        f"/api/models/{NAME}/revision/main": [(503, {"Retry-After": "3"})],
    }
    assert_whole(home, get(hub, home, stop=Patient()))
    assert 7.0 in waited and 3.0 in waited


@pytest.mark.parametrize(("wait", "minutes"), [("3600", 60), ("9" * 400, 24 * 60)])
def test_a_server_that_asks_for_an_hour_is_reported(hub, home, wait, minutes):
    hub.faults.status = {WEIGHTS: [(429, {"Retry-After": wait})]}
    with pytest.raises(EyeboxError, match=f" {minutes} minutes"):
        get(hub, home)


@pytest.mark.parametrize("said", [None, "", "soon", "²", "-3", "Mon, 01 Jan 99999 00:00:00 GMT"])
def test_a_wait_that_is_none_is_passed_over(said):
    assert retry_after(said) is None
    assert retry_after("Mon, 01 Jan 2001 00:00:00 GMT") == 0.0


@pytest.mark.parametrize("location", ["http://[", "http://h:99999/a", "ftp://h/a", "file:///etc/passwd"])
def test_a_redirect_to_no_address_of_the_web_is_refused(location):
    with pytest.raises(HTTPException, match="a redirect to"):
        redirected("http://h/a", location)


def test_a_redirect_is_followed_as_servers_write_it():
    assert redirected("http://h/a/b", "c%20d?e=%2F") == "http://h/a/c%20d?e=%2F"
    assert redirected("http://h/a", "/ü b".encode().decode("latin-1")) == "http://h/%C3%BC%20b"


def test_a_file_that_is_listed_but_missing_is_one_sentence(hub, home):
    hub.faults.always[WEIGHTS] = (404, {})
    with pytest.raises(EyeboxError, match=r"model\.safetensors is not on 127\.0\.0\.1.*\(status 404\)"):
        get(hub, home)
    assert resolve(NAME, str(home)) is None
    hub.faults.always.clear()
    assert_whole(home, get(hub, home))
    assert hub.bytes_served("tokenizer.json") == len(FILES["tokenizer.json"])


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"name": "Some-Org/Nobody"}, "There is no model Some-Org/Nobody on 127.0.0.1"),
        ({"revision": "v9"}, 'has no revision "v9"'),
        ({"name": "../../etc"}, "is no name of a model"),
        ({"name": "a b"}, "is no name of a model"),
        ({"revision": "../../x"}, "is no revision"),
        ({"endpoint": "ftp://hub"}, "is no address of a hub"),
        ({"endpoint": "http://hub:port"}, "is no address of a hub"),
        ({"proxy": "socks5://localhost:1"}, "give an HTTP proxy"),
        ({"proxy": "http://127.0.0.1:1"}, "(through the proxy 127.0.0.1:1) refuses the connection"),
        ({"endpoint": "http://127.0.0.1:1"}, "127.0.0.1:1 refuses the connection"),
        ({"endpoint": "http://no-such-host.invalid"}, "no-such-host.invalid was not found"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence(hub, home, more, says):
    with pytest.raises(EyeboxError) as caught:
        get(hub, home, **more)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not home.exists()


def test_https_where_there_is_none_is_one_sentence(hub, home):
    with pytest.raises(EyeboxError, match="secure connection"):
        get(hub, home, endpoint=hub.endpoint.replace("http://", "https://"))


def test_a_gated_model_says_what_to_do(hub, home, monkeypatch):
    hub.token = "hf_secret"
    with pytest.raises(EyeboxError, match="accept the model's licence there and set HF_TOKEN"):
        get(hub, home)
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    assert_whole(home, get(hub, home))
    for _method, path, headers in hub.requests:
        if headers["Host"].startswith("localhost"):
            assert "Authorization" not in headers, path


def test_a_listing_that_is_refused_names_the_token(hub, home):
    hub.faults.always[f"/api/models/{NAME}/revision/main"] = (403, {"X-Error-Code": "GatedRepo"})
    with pytest.raises(EyeboxError, match="accept it on http"):
        get(hub, home)


def test_the_environment_names_a_mirror(hub, home, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint + "/")
    assert_whole(home, get(hub, home, endpoint=""))


def test_a_proxy_is_used(hub, home):
    """The hub stands in for a proxy: it is asked for whole addresses of a host that does not exist."""
    request = Download(NAME, str(home), endpoint="http://hub.invalid", proxy=hub.endpoint)
    hub.models[NAME] = {name: data for name, data in FILES.items() if name != WEIGHTS}
    hub.models[NAME] = {"config.json": b"{}", WEIGHTS: b"small"}
    card = download(request, lambda _event: None, threading.Event())
    assert (Path(card.folder) / WEIGHTS).read_bytes() == b"small"
    assert all(headers["Host"] == "hub.invalid" for _method, _path, headers in hub.requests)


def test_too_little_room_is_reported_before_the_first_byte(hub, home, monkeypatch):
    usage = type("Usage", (), {"free": 5_000_000})
    monkeypatch.setattr(place.shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(EyeboxError, match=r"needs 12 MB more and 5 MB are free"):
        get(hub, home)
    assert not hub.served


def test_a_folder_that_may_not_be_written_is_one_sentence(hub, tmp_path):
    file = tmp_path / "file"
    file.write_text("in the way")
    with pytest.raises(EyeboxError, match="could not be written"):
        get(hub, file / "models")


def test_two_downloads_of_one_model_do_not_meet(hub, home):
    with place.Place(home, NAME).locked(), pytest.raises(EyeboxError, match="is being downloaded already"):
        get(hub, home)
    assert_whole(home, get(hub, home))


def test_pickled_weights_only_where_there_are_no_others(hub, home):
    hub.models[NAME] = {"config.json": b"{}", "pytorch_model.bin": b"x" * 30_000, "training_args.bin": b"x"}
    card = get(hub, home)
    assert {path.name for path in Path(card.folder).iterdir()} == {"config.json", "pytorch_model.bin"}
    hub.models[NAME] = {"config.json": b"{}", "model.gguf": b"x"}
    hub.commit = "f" * 40
    with pytest.raises(EyeboxError, match="has no weights that Eyebox reads"):
        get(hub, home)


def test_a_hub_cannot_write_outside_its_folder(hub, home):
    hub.models[NAME] = {
        "../../../evil.json": b"x", "/abs.json": b"x", "a\\..\\b.json": b"x", "config.json": b"{}", WEIGHTS: b"w",
        "additional_chat_templates/tools.jinja": b"t",
    }  # fmt: skip
    card = get(hub, home)
    inside = {
        path.relative_to(card.folder).as_posix() for path in Path(card.folder).rglob("*") if path.is_file()
    }
    assert inside == {"config.json", WEIGHTS, "additional_chat_templates/tools.jinja"}
    assert not list(home.parent.rglob("evil.json"))


def test_a_new_commit_fetches_only_what_changed(hub, home):
    get(hub, home)
    hub.served.clear()
    hub.commit = "e" * 40
    hub.models[NAME] = {**FILES, "config.json": b'{"model_type": "new"}'}
    card = get(hub, home)
    assert list(hub.served) == ["config.json"]
    assert resolve(NAME, str(home)) == Path(card.folder)
    assert Path(card.folder).name == "e" * 40
    old = get(hub, home, revision="e" * 40)
    assert old.folder == card.folder


def test_a_half_new_commit_leaves_the_old_one_usable(hub, home):
    old = get(hub, home)
    hub.commit = "e" * 40
    hub.models[NAME] = {**FILES, "tokenizer.json": b"y" * 30_000}
    hub.faults.always["tokenizer.json"] = (404, {})
    with pytest.raises(EyeboxError):
        get(hub, home)
    assert resolve(NAME, str(home)) == Path(old.folder)


def test_what_a_half_download_left_can_be_thrown_away(hub, home):
    hub.faults.drop_after[WEIGHTS] = [3_000_000] + [0] * fetch.TRIES
    with pytest.raises(EyeboxError):
        get(hub, home)
    place.Place(home, NAME).discard()
    assert find(str(home)) == [] and not list(home.iterdir())
    card = get(hub, home)
    hub.commit = "e" * 40
    hub.models[NAME] = {**FILES, "tokenizer.json": b"y" * 30_000, "new.json": b"{}"}
    hub.faults.always["tokenizer.json"] = (404, {})
    with pytest.raises(EyeboxError):
        get(hub, home)
    place.Place(home, NAME).discard()
    assert {path.name: path.read_bytes() for path in Path(card.folder).iterdir()} == FILES
    assert len(list(home.rglob("blobs/*"))) == len(FILES)


def test_what_others_put_there_is_not_thrown_away(home):
    repo = home / "models--Some-Org--Tiny.VL-2B"
    (repo / "blobs").mkdir(parents=True)
    (repo / "blobs" / "beef").write_text("theirs")
    (repo / "blobs" / "beef.part").write_text("half")
    (repo / "snapshots" / COMMIT).mkdir(parents=True)
    discard(NAME, str(home))
    assert (repo / "blobs" / "beef").exists() and not (repo / "blobs" / "beef.part").exists()
    assert (repo / "snapshots" / COMMIT).is_dir()


def test_modelscope_is_a_source_too(hub, home):
    card = get(hub, home, name=f"modelscope:{NAME}")
    assert {p.name: p.read_bytes() for p in Path(card.folder).iterdir()} == FILES
    assert resolve(NAME, str(home)) == Path(card.folder)
    with pytest.raises(EyeboxError, match="is not on 127"):
        get(hub, home, name="modelscope:Some-Org/Nobody")


def test_what_is_no_hub_is_reported(home):
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def answer():
        with listener:
            for _ in range(2):
                connection = listener.accept()[0]
                with connection:
                    connection.recv(10_000)
                    connection.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<html"
                    )

    thread = threading.Thread(target=answer)
    thread.start()
    for name in (NAME, f"modelscope:{NAME}"):
        request = Download(name, str(home), endpoint=f"http://127.0.0.1:{port}")
        with pytest.raises(EyeboxError, match="does not answer as"):
            download(request, lambda _event: None, threading.Event())
    thread.join()


def test_a_certificate_that_is_not_trusted_is_one_sentence():
    refusal = ssl.SSLCertVerificationError(1, "certificate verify failed")
    refusal.verify_message = "self-signed certificate"
    try:
        raise RuntimeError("wrapped by another library") from refusal
    except RuntimeError as error:
        sentence = failure(error, "hub.example")
    assert isinstance(sentence, EyeboxError)
    assert str(sentence).startswith("The certificate of hub.example was refused (self-signed certificate)")
