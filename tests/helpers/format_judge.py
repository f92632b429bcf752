"""Other programs' readers and writers of boxes, in a process of their own: `python format_judge.py JUDGE WHAT SOURCE TARGET …`.

Prints what was read as JSON: a list of `[picture, [[label, x1, y1, x2, y2], …]]`. Knows nothing of Eyebox.
"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr


def coco_tools(source, module):
    """Reads a COCO file with pycocotools or faster-coco-eval, and makes a mask of every annotation."""
    if module == "pycocotools":
        from pycocotools.coco import COCO
    else:
        from faster_coco_eval import COCO
    coco = COCO(source)
    names = {row["id"]: row["name"] for row in coco.loadCats(coco.getCatIds())}
    found = []
    for image in coco.loadImgs(coco.getImgIds()):
        boxes = []
        for one in coco.loadAnns(coco.getAnnIds(imgIds=[image["id"]], iscrowd=None)):
            mask = coco.annToMask(one)
            x, y, w, h = one["bbox"]
            assert mask.shape == (image["height"], image["width"])
            assert abs(int(mask.sum()) - one["area"]) <= 2 * (w + h) + 4, (int(mask.sum()), one["area"])
            boxes.append([names[one["category_id"]], x, y, x + w, y + h])
        found.append([image["file_name"], boxes])
    return found


def globox_read(form, source, *more):
    from globox import AnnotationSet

    if form == "yolo_v5":
        read = AnnotationSet.from_yolo_v5(
            source, image_folder=more[0], image_extension=".png", recursive=True
        )
        numbers = json.loads(more[1])
        read.map_labels({str(n): name for n, name in enumerate(numbers)})
    elif form in ("pascal_voc", "labelme"):
        read = getattr(AnnotationSet, f"from_{form}")(source, recursive=True)
    else:
        read = getattr(AnnotationSet, f"from_{form}")(source)
    return read, [[one.image_id, [[box.label, *box.ltrb] for box in one.boxes]] for one in read]


def globox(form, source, target, *more):
    """Reads with globox, writes what was read into `target` in the same format."""
    read, found = globox_read(form, source, *more)
    if form == "yolo_v5":
        Path(target, "labels").mkdir()
        read.save_yolo_v5(
            Path(target, "labels"), label_to_id={name: n for n, name in enumerate(json.loads(more[1]))}
        )
    elif form == "coco":
        read.save_coco(Path(target, "boxes.json"), auto_ids=True)
    elif form == "cvat":
        read.save_cvat(Path(target, "boxes.xml"))
    else:
        for one in read:
            Path(target, one.image_id).parent.mkdir(parents=True, exist_ok=True)
        getattr(read, f"save_{form}")(target)
    return found


def labelme(source, target):
    """Reads labelme files with its own LabelFile and writes them with that."""
    from labelme._label_file import LabelFile

    found = []
    for file in sorted(Path(source).glob("*.json")):
        read = LabelFile(str(file))
        boxes = []
        shapes = []
        for shape in read.shapes:
            xs, ys = zip(*shape["points"], strict=True)
            boxes.append([shape["label"], min(xs), min(ys), max(xs), max(ys)])
            other = shape.pop("other_data")
            shapes.append({key: value for key, value in shape.items() if key != "mask"} | other)
        found.append([read.image_path, boxes])
        size = json.loads(file.read_text(encoding="utf-8"))
        LabelFile().save(
            str(Path(target, file.name)), shapes, read.image_path, size["imageHeight"], size["imageWidth"],
            other_data=read.other_data, flags=read.flags,
        )  # fmt: skip
    return found


def label_studio(source, target, labels, coco):
    """Converts Label Studio's tasks to COCO and YOLO, and a COCO file to tasks, with its SDK."""
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.converter.imports.coco import convert_coco_to_ls

    tags = "".join(f"<Label value={quoteattr(label)}/>" for label in json.loads(labels))
    config = (
        f'<View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image">{tags}'
        f'</RectangleLabels><PolygonLabels name="polygon" toName="image">{tags}</PolygonLabels></View>'
    )
    converter = Converter(config, str(Path(source).parent), download_resources=False)
    converter.convert_to_coco(source, str(Path(target, "coco")), is_dir=False)
    converter.convert_to_yolo(source, str(Path(target, "yolo")), is_dir=False)
    converter.convert_to_voc(source, str(Path(target, "voc")), is_dir=False)
    convert_coco_to_ls(coco, str(Path(target, "tasks.json")), image_root_url="/data/local-files/?d=")
    result = json.loads(Path(target, "coco", "result.json").read_text(encoding="utf-8"))
    names = {row["id"]: row["name"] for row in result["categories"]}
    boxes = {image["id"]: [] for image in result["images"]}
    for one in result["annotations"]:
        x, y, w, h = one["bbox"]
        boxes[one["image_id"]].append([names[one["category_id"]], x, y, x + w, y + h])
    return [[image["file_name"], boxes[image["id"]]] for image in result["images"]]


def main():
    judge, *arguments = sys.argv[1:]
    out, sys.stdout = sys.stdout, sys.stderr
    found = {"coco": coco_tools, "globox": globox, "labelme": labelme, "label_studio": label_studio}[judge](
        *arguments
    )
    json.dump(found, out)


if __name__ == "__main__":
    main()
