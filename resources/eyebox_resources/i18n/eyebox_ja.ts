<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>Add keys to “%1”</source>
        <translation>「%1」にキーを追加</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>リセット：%1</translation>
    </message>
    <message>
        <source>Change %1 of “%2”</source>
        <translation>「%2」の%1を変更</translation>
    </message>
    <message>
        <source>%1 is for “%2”.</source>
        <translation>%1は「%2」のキーです。</translation>
    </message>
    <message>
        <source>%1 is needed by lists, fields and the picture.</source>
        <translation>%1はリスト、入力欄、画像で使われます。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>画像を開く…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>Capture a screen region</source>
        <translation>画面の領域をキャプチャ</translation>
    </message>
    <message>
        <source>Open the sample picture</source>
        <translation>サンプル画像を開く</translation>
    </message>
    <message>
        <source>Import boxes…</source>
        <translation>ボックスをインポート…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Export labelme files of the session…</source>
        <translation>セッションをlabelmeファイルにエクスポート…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Sessions and search…</source>
        <translation>セッションと検索…</translation>
    </message>
    <message>
        <source>Removed pictures, chats and sessions…</source>
        <translation>削除した画像・チャット・セッション…</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>Rename this session</source>
        <translation>このセッションの名前を変更</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>このセッションを削除</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Copy all text</source>
        <translation>全テキストをコピー</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>画像内を検索</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>画像を取り除く</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>実際のサイズ</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>Show the text layer</source>
        <translation>テキストレイヤーを表示</translation>
    </message>
    <message>
        <source>Show the boxes</source>
        <translation>ボックスを表示</translation>
    </message>
    <message>
        <source>Show the filmstrip</source>
        <translation>フィルムストリップを表示</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>サイドパネルを表示</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ダークカラー</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>選択と移動</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>ボックスを描く</translation>
    </message>
    <message>
        <source>Delete the selected boxes</source>
        <translation>選択したボックスを削除</translation>
    </message>
    <message>
        <source>Duplicate the selected boxes</source>
        <translation>選択したボックスを複製</translation>
    </message>
    <message>
        <source>Cut the selected boxes</source>
        <translation>選択したボックスを切り取り</translation>
    </message>
    <message>
        <source>Import the boxes of a folder…</source>
        <translation>フォルダーのボックスをインポート…</translation>
    </message>
    <message>
        <source>Export training data…</source>
        <translation>学習データをエクスポート…</translation>
    </message>
    <message>
        <source>Batches…</source>
        <translation>バッチ…</translation>
    </message>
    <message>
        <source>Find the file of the picture…</source>
        <translation>画像のファイルを探す…</translation>
    </message>
    <message>
        <source>Copy the selected text or boxes</source>
        <translation>選択したテキストまたはボックスをコピー</translation>
    </message>
    <message>
        <source>Copy the selected text as one line</source>
        <translation>選択したテキストを1行としてコピー</translation>
    </message>
    <message>
        <source>Copy the selected text as paragraphs</source>
        <translation>選択したテキストを段落としてコピー</translation>
    </message>
    <message>
        <source>Copy the selected text as a table</source>
        <translation>選択したテキストを表としてコピー</translation>
    </message>
    <message>
        <source>Paste a picture or boxes</source>
        <translation>画像またはボックスを貼り付け</translation>
    </message>
    <message>
        <source>Make a QR code of the selected text</source>
        <translation>選択したテキストからQRコードを作成</translation>
    </message>
    <message>
        <source>Select all text or boxes</source>
        <translation>テキストまたはボックスをすべて選択</translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation>画像を上へ移動</translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation>画像を下へ移動</translation>
    </message>
    <message>
        <source>Move the picture to the top</source>
        <translation>画像を先頭へ移動</translation>
    </message>
    <message>
        <source>Move the picture to the bottom</source>
        <translation>画像を末尾へ移動</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Zoom to…</source>
        <translation>倍率を指定…</translation>
    </message>
    <message>
        <source>Go to a picture by its number…</source>
        <translation>番号で画像へ移動…</translation>
    </message>
    <message>
        <source>Statistics of the boxes…</source>
        <translation>ボックスの統計…</translation>
    </message>
    <message>
        <source>Mark unsure words</source>
        <translation>不確かな語に印を付ける</translation>
    </message>
    <message>
        <source>Show ignored parts</source>
        <translation>無視する部分を表示</translation>
    </message>
    <message>
        <source>Show the overview of large pictures</source>
        <translation>大きな画像の全体図を表示</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>描画中に十字線を表示</translation>
    </message>
    <message>
        <source>Copy boxes to the next picture</source>
        <translation>ボックスを次の画像にコピー</translation>
    </message>
    <message>
        <source>Rename the selected boxes</source>
        <translation>選択したボックスの名前を変更</translation>
    </message>
    <message>
        <source>Attributes of the selected box</source>
        <translation>選択したボックスの属性</translation>
    </message>
    <message>
        <source>All labels at a glance…</source>
        <translation>すべてのラベルを一覧…</translation>
    </message>
    <message>
        <source>Labels of the session…</source>
        <translation>セッションのラベル…</translation>
    </message>
    <message>
        <source>Hide or show the selected boxes</source>
        <translation>選択したボックスの表示を切り替え</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>隠したボックスをすべて表示</translation>
    </message>
    <message>
        <source>Lock or unlock the selected boxes</source>
        <translation>選択したボックスのロックを切り替え</translation>
    </message>
    <message>
        <source>Lock or unlock all boxes</source>
        <translation>すべてのボックスのロックを切り替え</translation>
    </message>
    <message>
        <source>All sides to edges</source>
        <translation>すべての辺をエッジに合わせる</translation>
    </message>
    <message>
        <source>Left side to an edge</source>
        <translation>左辺をエッジに合わせる</translation>
    </message>
    <message>
        <source>Bottom side to an edge</source>
        <translation>下辺をエッジに合わせる</translation>
    </message>
    <message>
        <source>Top side to an edge</source>
        <translation>上辺をエッジに合わせる</translation>
    </message>
    <message>
        <source>Right side to an edge</source>
        <translation>右辺をエッジに合わせる</translation>
    </message>
    <message>
        <source>Sort the list of boxes…</source>
        <translation>ボックスのリストを並べ替え…</translation>
    </message>
    <message>
        <source>Ask about the selected box</source>
        <translation>選択したボックスについて質問</translation>
    </message>
    <message>
        <source>Make a box of the selected text</source>
        <translation>選択したテキストをボックスにする</translation>
    </message>
    <message>
        <source>Correct the selected text</source>
        <translation>選択したテキストを訂正</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>次の不確かな語</translation>
    </message>
    <message>
        <source>Previous unsure word</source>
        <translation>前の不確かな語</translation>
    </message>
    <message>
        <source>The unsure word is right</source>
        <translation>この不確かな語は正しい</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>訂正を取り消す</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>選択したテキストについて質問</translation>
    </message>
    <message>
        <source>Second opinion: another size</source>
        <translation>読み直し：別の大きさで</translation>
    </message>
    <message>
        <source>Second opinion: the model</source>
        <translation>読み直し：モデルで</translation>
    </message>
    <message>
        <source>Take the second reading</source>
        <translation>2回目の読み取りを採用</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>1回目の読み取りを残す</translation>
    </message>
    <message>
        <source>Keep all first readings</source>
        <translation>1回目の読み取りをすべて残す</translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>この部分を無視</translation>
    </message>
    <message>
        <source>Ignore no part of the picture</source>
        <translation>画像のどの部分も無視しない</translation>
    </message>
    <message>
        <source>Templates of ignored parts…</source>
        <translation>無視する部分のテンプレート…</translation>
    </message>
    <message>
        <source>Black out the selection</source>
        <translation>選択範囲を黒塗り</translation>
    </message>
    <message>
        <source>Find and black out…</source>
        <translation>検索して黒塗り…</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>見つかった箇所をすべて黒塗り</translation>
    </message>
    <message>
        <source>Black out nothing here</source>
        <translation>ここの黒塗りをすべて解除</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>切り抜いて新しい画像にする</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左に回転</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>Table of the picture</source>
        <translation>画像の表</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>表を保存…</translation>
    </message>
    <message>
        <source>Order of the text…</source>
        <translation>テキストの順序…</translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>文字と言語…</translation>
    </message>
    <message>
        <source>Read the text again</source>
        <translation>テキストを読み直す</translation>
    </message>
    <message>
        <source>Read the selected pictures</source>
        <translation>選択した画像を読み取る</translation>
    </message>
    <message>
        <source>Read all pictures</source>
        <translation>すべての画像を読み取る</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>List of boxes</source>
        <translation>ボックスのリスト</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>画像のテキスト</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>画像について質問</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>もう一度回答</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>画像を添付…</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>すべてのチャットで質問</translation>
    </message>
    <message>
        <source>New chat beside this one</source>
        <translation>隣に新しいチャット</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>これらの画像で新しいチャット</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>このチャットを閉じる</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>次のチャット</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>前のチャット</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>モデルを選択…</translation>
    </message>
    <message>
        <source>Use a folder as a model…</source>
        <translation>フォルダーをモデルとして使う…</translation>
    </message>
    <message>
        <source>Add a model pack…</source>
        <translation>モデルパックを追加…</translation>
    </message>
    <message>
        <source>Use this model for new chats</source>
        <translation>新しいチャットでこのモデルを使う</translation>
    </message>
    <message>
        <source>Settings of this chat…</source>
        <translation>このチャットの設定…</translation>
    </message>
    <message>
        <source>Model engine…</source>
        <translation>モデルエンジン…</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>モデルをメモリから解放</translation>
    </message>
    <message>
        <source>Stop all work</source>
        <translation>すべての作業を停止</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>キューを表示</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>ボックスをレビュー…</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>一覧シート</translation>
    </message>
    <message>
        <source>Table of the review</source>
        <translation>レビューの表</translation>
    </message>
    <message>
        <source>Compare with other boxes…</source>
        <translation>ほかのボックスと比較…</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>モデルへの質問を一時停止</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>レビューを終了</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Fixed, next</source>
        <translation>修正済み、次へ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Draw a missed box</source>
        <translation>見落としたボックスを描く</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Unsure, and stay</source>
        <translation>保留にしてとどまる</translation>
    </message>
    <message>
        <source>Accept the rest of the picture</source>
        <translation>画像の残りを承認</translation>
    </message>
    <message>
        <source>Take back the last verdict</source>
        <translation>直前の判定を取り消す</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>次のボックス</translation>
    </message>
    <message>
        <source>Previous box</source>
        <translation>前のボックス</translation>
    </message>
    <message>
        <source>Next picture to review</source>
        <translation>次のレビュー対象の画像</translation>
    </message>
    <message>
        <source>Previous picture to review</source>
        <translation>前のレビュー対象の画像</translation>
    </message>
    <message>
        <source>Nothing is missing here</source>
        <translation>ここに見落としはない</translation>
    </message>
    <message>
        <source>Fix all sides</source>
        <translation>すべての辺を修正</translation>
    </message>
    <message>
        <source>Fix the left side</source>
        <translation>左辺を修正</translation>
    </message>
    <message>
        <source>Fix the bottom side</source>
        <translation>下辺を修正</translation>
    </message>
    <message>
        <source>Fix the top side</source>
        <translation>上辺を修正</translation>
    </message>
    <message>
        <source>Fix the right side</source>
        <translation>右辺を修正</translation>
    </message>
    <message>
        <source>Left side outward</source>
        <translation>左辺を外側へ</translation>
    </message>
    <message>
        <source>Left side inward</source>
        <translation>左辺を内側へ</translation>
    </message>
    <message>
        <source>Bottom side outward</source>
        <translation>下辺を外側へ</translation>
    </message>
    <message>
        <source>Bottom side inward</source>
        <translation>下辺を内側へ</translation>
    </message>
    <message>
        <source>Top side outward</source>
        <translation>上辺を外側へ</translation>
    </message>
    <message>
        <source>Top side inward</source>
        <translation>上辺を内側へ</translation>
    </message>
    <message>
        <source>Right side outward</source>
        <translation>右辺を外側へ</translation>
    </message>
    <message>
        <source>Right side inward</source>
        <translation>右辺を内側へ</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>ラベル%1</translation>
    </message>
    <message>
        <source>Summary of the review…</source>
        <translation>レビューの概要…</translation>
    </message>
    <message>
        <source>Evaluation of models…</source>
        <translation>モデルの評価…</translation>
    </message>
    <message>
        <source>Teach a model…</source>
        <translation>モデルを学習させる…</translation>
    </message>
    <message>
        <source>Merge with another review…</source>
        <translation>別のレビューと統合…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer…</source>
        <translation>別のレビュアー用にレビューを保存…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分のものを残す</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>相手のものを採用</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>どちらも採用しない</translation>
    </message>
    <message>
        <source>Change the box</source>
        <translation>ボックスを変更</translation>
    </message>
    <message>
        <source>Previous dispute</source>
        <translation>前の不一致</translation>
    </message>
    <message>
        <source>Next dispute</source>
        <translation>次の不一致</translation>
    </message>
    <message>
        <source>Leave the disputes</source>
        <translation>不一致の確認を終える</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>All actions…</source>
        <translation>すべての操作…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>Doctor…</source>
        <translation>診断…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>接続…</translation>
    </message>
    <message>
        <source>Local API…</source>
        <translation>ローカルAPI…</translation>
    </message>
    <message>
        <source>Check the screen capture</source>
        <translation>画面キャプチャを確認</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>Eyeboxについて</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Stop with Esc</source>
        <translation>Escで停止</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1トークン/秒</translation>
    </message>
    <message>
        <source>at most %1 s left</source>
        <translation>残り最大%1秒</translation>
    </message>
    <message>
        <source>at most %1 min left</source>
        <translation>残り最大%1分</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Waiting for “%1”</source>
        <translation>「%1」を待っています</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番を待っています</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement of two reviews</source>
        <translation>2つのレビューの一致度</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較しています…</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>自分と%1</translation>
    </message>
    <message>
        <source>Take what only they judged (%1)</source>
        <translation>相手だけが判定したものを採用（%1）</translation>
    </message>
    <message>
        <source>Settle the disputes (%1)</source>
        <translation>不一致を解決（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n of theirs is not here</source>
        <translation>
            <numerusform>相手の画像%n枚がここにありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged by both</source>
        <translation>
            <numerusform>両者が判定した画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>None of their pictures is in this session. Pictures are the same by their content, or by name and size.</source>
        <translation>相手の画像はこのセッションに1枚もありません。内容、または名前とサイズが同じ画像を同一とみなします。</translation>
    </message>
    <message>
        <source>There is no box yet that both of you have judged.</source>
        <translation>両者が判定したボックスはまだありません。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>コーエンのカッパ係数</translation>
    </message>
    <message>
        <source>Agreement on labels beyond chance: 1 is full agreement, 0 what chance alone gives. A box that only one of you has counts as the label “none” of the other.</source>
        <translation>偶然を除いたラベルの一致度：1は完全な一致、0は偶然と同程度です。片方だけにあるボックスは、もう片方では「なし」のラベルとして数えます。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均IoU</translation>
    </message>
    <message>
        <source>How much the boxes overlap that both of you have</source>
        <translation>両者にあるボックスの重なりの度合い</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>%1 of them are not settled</source>
        <translation>うち%1件が未解決</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>自分のみ</translation>
    </message>
    <message>
        <source>Only they</source>
        <translation>相手のみ</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>別のラベル</translation>
    </message>
    <message>
        <source>Boxes that both of you have, with another label of theirs</source>
        <translation>両者にあり、相手のラベルが異なるボックス</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>ラベル順</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>They</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Where you differ</source>
        <translation>異なる点</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>残り%1分</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>残り%1時間</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>約1分</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>約%1分</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>約%1時間</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Importing libraries</source>
        <translation>ライブラリを読み込み中</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>画像を見ています</translation>
    </message>
    <message>
        <source>Looking at the picture in parts</source>
        <translation>画像を部分ごとに調べています</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>Preparing the graphics card, once (up to a minute)</source>
        <translation>グラフィックカードを準備中（初回のみ、最大1分）</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>量子化中</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番を待っています</translation>
    </message>
    <message>
        <source>Learning one conversation by heart</source>
        <translation>1つの会話を暗記中</translation>
    </message>
    <message>
        <source>Asking what is held out</source>
        <translation>取り分けた問題を質問中</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>its tokenizer and picture processor</source>
        <translation>トークナイザーと画像プロセッサー</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>重み</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>「%1」のボックスを追加</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>No answer.</source>
        <translation>回答がありません。</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>期待される形式：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) said</source>
        <translation>
            <numerusform>ボックス%n個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Show the pictures as the model saw them</source>
        <translation>モデルが見たとおりに画像を表示</translation>
    </message>
    <message>
        <source>Answer, being written</source>
        <translation>回答（作成中）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>%1の回答</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答に失敗しました。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>モデルを選択…</translation>
    </message>
    <message>
        <source>Look in parts for small things</source>
        <translation>部分ごとに小さいものを探す</translation>
    </message>
    <message>
        <source>The picture was shown to the model many times smaller. Looking at its parts takes longer.</source>
        <translation>画像は何分の一にも縮小してモデルに見せました。部分ごとに調べると時間がかかります。</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>回答をコピー</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>もう一度回答</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>モデルが見たもの</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断されました</translation>
    </message>
    <message>
        <source>At temperature 0 the same answer comes again.</source>
        <translation>温度が0のため、同じ回答になります。</translation>
    </message>
    <message>
        <source>With this seed the same answer comes again.</source>
        <translation>このシードでは同じ回答になります。</translation>
    </message>
    <message>
        <source>Let chance choose the words, with a new seed</source>
        <translation>新しいシードで語をランダムに選ぶ</translation>
    </message>
    <message>
        <source>Answer again all the same</source>
        <translation>それでももう一度回答</translation>
    </message>
</context>
<context>
    <name>ApiController</name>
    <message>
        <source>Folder whose pictures may be named</source>
        <translation>画像を指定できるフォルダー</translation>
    </message>
</context>
<context>
    <name>ApiPage</name>
    <message>
        <source>Switch on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>終了しています…</translation>
    </message>
    <message>
        <source>On. Programs on this machine that have the key can ask here.</source>
        <translation>オンです。キーを持つこのマシン上のプログラムが質問できます。</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Choose another one.</source>
        <translation>ポート%1は別のプログラムが使用中です。別のポートを選んでください。</translation>
    </message>
    <message>
        <source>Off. While it is on, programs on this machine that have its key can ask the reader and your models as they would ask OpenAI. Nothing outside this machine can reach it.</source>
        <translation>オフです。オンの間、キーを持つこのマシン上のプログラムは、OpenAIと同じように文字認識とモデルに質問できます。このマシンの外からは接続できません。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>ローカルAPI</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>What does “%1” say?</source>
        <translation>「%1」には何と書いてありますか？</translation>
    </message>
    <message>
        <source>The picture shown</source>
        <translation>表示中の画像</translation>
    </message>
    <message>
        <source>Pictures of the session…</source>
        <translation>セッションの画像…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>画像を添付</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
</context>
<context>
    <name>AttributeFields</name>
    <message>
        <source>Attributes of the box</source>
        <translation>ボックスの属性</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Change “%1”</source>
        <translation>「%1」を変更</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>The batch “%1” is done.</source>
        <translation>バッチ「%1」が完了しました。</translation>
    </message>
    <message>
        <source>Pages that were not done: %1.</source>
        <translation>処理できなかったページ：%1。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>May pictures go to %1?</source>
        <translation>画像を%1に送ってもよいですか？</translation>
    </message>
    <message>
        <source>All pages of this batch are sent there. You can take it back where the model is chosen.</source>
        <translation>このバッチの全ページが送られます。許可はモデルを選ぶ画面で取り消せます。</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Give up the batch “%1”?</source>
        <translation>バッチ「%1」を破棄しますか？</translation>
    </message>
    <message>
        <source>What is done so far is in its results; the rest would begin anew.</source>
        <translation>終わった分は結果に残ります。残りは最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>No program on this machine opens %1.</source>
        <translation>%1を開けるプログラムがこのマシンにありません。</translation>
    </message>
    <message>
        <source>Pictures, documents or lists of files</source>
        <translation>画像、文書、ファイルのリスト</translation>
    </message>
    <message>
        <source>A folder with pictures or documents</source>
        <translation>画像または文書のあるフォルダー</translation>
    </message>
    <message>
        <source>A folder for the results</source>
        <translation>結果を保存するフォルダー</translation>
    </message>
    <message>
        <source>A file for the results</source>
        <translation>結果を保存するファイル</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>モデルのあるフォルダー</translation>
    </message>
    <message>
        <source>Job files</source>
        <translation>ジョブファイル</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>ジョブファイルを開く</translation>
    </message>
    <message>
        <source>Save as a job file</source>
        <translation>ジョブファイルとして保存</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>What to find</source>
        <translation>探すもの</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Only these texts; where none is named: e-mails, phones, amounts, dates, links, IDs</source>
        <translation>これらのテキストのみ。指定がない場合：メール、電話番号、金額、日付、リンク、番号</translation>
    </message>
    <message>
        <source>results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Keep as a preset…</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>プリセットを削除</translation>
    </message>
    <message>
        <source>Open a job file…</source>
        <translation>ジョブファイルを開く…</translation>
    </message>
    <message>
        <source>Save as a job file…</source>
        <translation>ジョブファイルとして保存…</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>プリセットとして保存</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>名前：</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新しいバッチ</translation>
    </message>
    <message>
        <source>What is done with each page</source>
        <translation>各ページに行う処理</translation>
    </message>
    <message>
        <source>Pictures, documents, folders, lists</source>
        <translation>画像、文書、フォルダー、リスト</translation>
    </message>
    <message>
        <source>What is asked about each page</source>
        <translation>各ページについての質問</translation>
    </message>
    <message>
        <source>JSON schema of the answers</source>
        <translation>回答のJSONスキーマ</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Program that is started at the end</source>
        <translation>最後に起動するプログラム</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>カンマ区切り</translation>
    </message>
    <message>
        <source>Format of the results</source>
        <translation>結果の形式</translation>
    </message>
    <message>
        <source>optional, for answers that are data</source>
        <translation>省略可、データ形式の回答用</translation>
    </message>
    <message>
        <source>optional; it gets the file of the results</source>
        <translation>省略可。結果のファイルが渡されます</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>ブック（XLSX）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表（CSV）</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n video(s) passed over: open a video by itself to choose frames.</source>
        <translation>
            <numerusform>%n 本の動画を飛ばしました。フレームを選ぶには動画を単独で開いてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>All pages: %1</source>
        <translation>全ページ：%1</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>新しいバッチ…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>結果を開く</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>すべて再試行</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>リストから削除</translation>
    </message>
    <message>
        <source>Its results stay</source>
        <translation>結果は残ります</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Pages of the batch</source>
        <translation>バッチのページ</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>失敗はありません。</translation>
    </message>
    <message>
        <source>The same work on many pages: read, ask, find or take out fields of whole folders. What is done is kept page by page; a batch goes on after a pause, a restart or a crash.</source>
        <translation>多くのページに同じ処理を行います：フォルダー全体の読み取り、質問、検索、項目の抽出。結果はページごとに保存され、一時停止、再起動、異常終了の後も続きから再開します。</translation>
    </message>
</context>
<context>
    <name>BatchRun</name>
    <message>
        <source>Batch: %1</source>
        <translation>バッチ：%1</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>テキストを読み取る</translation>
    </message>
    <message>
        <source>Read tables</source>
        <translation>表を読み取る</translation>
    </message>
    <message>
        <source>Read fields</source>
        <translation>項目を読み取る</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>質問する</translation>
    </message>
    <message>
        <source>Find things</source>
        <translation>物を探す</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黒塗り</translation>
    </message>
    <message>
        <source>Make searchable PDF files</source>
        <translation>検索可能なPDFを作成</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>後回し</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内蔵の文字認識</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1時間%2分</translation>
    </message>
    <message>
        <source>%1 of %2 pages</source>
        <translation>%2ページ中%1ページ</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>毎分%1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り%1</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>完了ページ: %1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>未完了: %1</translation>
    </message>
    <message>
        <source>Looking for the pages…</source>
        <translation>ページを探しています…</translation>
    </message>
    <message>
        <source>Writing the results…</source>
        <translation>結果を書き込んでいます…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Under way in another Eyebox</source>
        <translation>別のEyeboxで処理中</translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message>
        <source>Open a picture first: the copied boxes are pasted into it.</source>
        <translation>先に画像を開いてください。コピーしたボックスはそこに貼り付けられます。</translation>
    </message>
    <message>
        <source>There is no box to copy on this picture.</source>
        <translation>この画像にはコピーできるボックスがありません。</translation>
    </message>
    <message>
        <source>This is the last picture: there is none to copy the boxes to.</source>
        <translation>これが最後の画像です。ボックスのコピー先がありません。</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n box(es) from the picture before</source>
        <translation>
            <numerusform>前の画像からボックスを%n個コピー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>コピーしたボックス%n個がこの画像の外にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>先にボックスを選択してください。</translation>
    </message>
    <message>
        <source>This label has no attributes yet.</source>
        <translation>このラベルにはまだ属性がありません。</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>ラベル…</translation>
    </message>
    <message>
        <source>Rename in all pictures</source>
        <translation>すべての画像で名前を変更</translation>
    </message>
    <message>
        <source>New label for “%1” in all pictures</source>
        <translation>全画像の「%1」の新しいラベル</translation>
    </message>
    <message>
        <source>Renaming… %1 of %2 pictures</source>
        <translation>名前を変更しています… %2枚中%1枚</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This box was deleted.</source>
        <translation>このボックスは削除されました。</translation>
    </message>
</context>
<context>
    <name>BoxDelegate</name>
    <message>
        <source>by hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>by a model</source>
        <translation>モデルによる</translation>
    </message>
    <message>
        <source>from the text</source>
        <translation>テキストから</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>ボックスのラベル</translation>
    </message>
</context>
<context>
    <name>BoxEditor</name>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>選択したボックスのうち%n個はロックされています。Lで解除します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個切り取り</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>コピーしたボックス%n個がこの画像の外にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個ロック</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個ロック解除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個移動</numerusform>
        </translation>
    </message>
    <message>
        <source>Resize a box</source>
        <translation>ボックスのサイズを変更</translation>
    </message>
    <message>
        <source>box</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Rename a box</source>
        <translation>ボックスの名前を変更</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個名前変更</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>Rename a box</source>
        <translation>ボックスの名前を変更</translation>
    </message>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>選択したボックスのうち%n個はロックされています。Lで解除します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個名前変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個ロック</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>ボックスを%n個ロック解除</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has this in its label.</source>
        <translation>ラベルにこれを含むボックスはありません。</translation>
    </message>
    <message>
        <source>Press B and drag to draw a box, or ask a question: its answer brings some.</source>
        <translation>Bを押してドラッグするとボックスを描けます。質問すると回答にもボックスが付きます。</translation>
    </message>
    <message>
        <source>Unlock all boxes</source>
        <translation>すべてのボックスのロックを解除</translation>
    </message>
    <message>
        <source>Lock all boxes</source>
        <translation>すべてのボックスをロック</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n box(es)</source>
        <translation>
            <numerusform>%n個のボックスを絞り込み</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>F2 renames a box, Delete removes it, Enter shows it.</source>
        <translation>F2で名前を変更、Deleteで削除、Enterで表示します。</translation>
    </message>
    <message>
        <source>Filter the boxes by label</source>
        <translation>ラベルでボックスを絞り込み</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>隠したボックスをすべて表示</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>リストの順序</translation>
    </message>
</context>
<context>
    <name>BoxMenu</name>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Show on the picture</source>
        <translation>画像上で表示</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>これについて質問</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy to the next picture</source>
        <translation>次の画像にコピー</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>切り抜いて新しい画像にする</translation>
    </message>
    <message>
        <source>Ignore the text in it</source>
        <translation>中のテキストを無視</translation>
    </message>
    <message>
        <source>Put onto edges</source>
        <translation>エッジに合わせる</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Rename “%1” in all pictures…</source>
        <translation>すべての画像で「%1」の名前を変更…</translation>
    </message>
    <message>
        <source>Select all “%1”</source>
        <translation>「%1」をすべて選択</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Show all “%1”</source>
        <translation>「%1」をすべて表示</translation>
    </message>
    <message>
        <source>Hide all “%1”</source>
        <translation>「%1」をすべて隠す</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>隠したボックスをすべて表示</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>ボックスをレビュー…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
</context>
<context>
    <name>BoxOrder</name>
    <message>
        <source>As drawn</source>
        <translation>描いた順</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>ラベル順</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>位置順</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>サイズ順</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>スコア順</translation>
    </message>
    <message>
        <source>Group by label</source>
        <translation>ラベルでまとめる</translation>
    </message>
</context>
<context>
    <name>BoxRows</name>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Tour · %1 of %2</source>
        <translation>ツアー · %1 / %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>ツアーをスキップ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>CanvasMenus</name>
    <message>
        <source>Correct the line</source>
        <translation>行を訂正</translation>
    </message>
    <message>
        <source>Make a box of it</source>
        <translation>ボックスにする</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>これについて質問</translation>
    </message>
    <message>
        <source>Make a QR code of it</source>
        <translation>QRコードを作成</translation>
    </message>
    <message>
        <source>Find the same</source>
        <translation>同じものを検索</translation>
    </message>
    <message>
        <source>find “%1”</source>
        <translation>「%1」を検索</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message numerus="yes">
        <source>%n box(es) selected</source>
        <translation>
            <numerusform>ボックスを%n個選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Tab steps through the boxes, arrows move the selected one, F2 renames it, Delete removes it, B draws a new one, Control and Tab leave the picture.</source>
        <translation>Tabでボックスを順に選び、矢印キーで選択中のものを動かし、F2で名前を変更、Deleteで削除、Bで新しく描きます。Ctrl+Tabで画像から出ます。</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>選択中：%1</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Choose a region of the screen</source>
        <translation>画面の領域を選択</translation>
    </message>
    <message>
        <source>Drag the handles or press arrow keys · Enter takes it · Esc cancels</source>
        <translation>ハンドルをドラッグ、または矢印キー · Enterで確定 · Escで中止</translation>
    </message>
    <message>
        <source>Click a window · R region · S screen · Esc cancels</source>
        <translation>ウィンドウをクリック · R 領域 · S 画面 · Escで中止</translation>
    </message>
    <message>
        <source>Click a screen · R region · W window · Esc cancels</source>
        <translation>画面をクリック · R 領域 · W ウィンドウ · Escで中止</translation>
    </message>
    <message>
        <source>Drag over a region, or click a text · W window · S screen · Enter the whole screen · Esc cancels</source>
        <translation>領域をドラッグ、またはテキストをクリック · W ウィンドウ · S 画面 · Enter 画面全体 · Escで中止</translation>
    </message>
    <message>
        <source>There is no screen to capture.</source>
        <translation>キャプチャできる画面がありません。</translation>
    </message>
    <message>
        <source>This region lies on none of the screens that are connected now.</source>
        <translation>この領域は現在接続されているどの画面にもありません。</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>What to do with the capture</source>
        <translation>キャプチャの扱い</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>テキストをコピー</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>コードの内容をコピー</translation>
    </message>
    <message>
        <source>Open in Eyebox</source>
        <translation>Eyeboxで開く</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>モデルに質問</translation>
    </message>
    <message>
        <source>Pin on top</source>
        <translation>最前面に固定</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>画像を保存…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>1行としてコピー</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>段落としてコピー</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>表としてコピー</translation>
    </message>
    <message>
        <source>Give this region a name…</source>
        <translation>この領域に名前を付ける…</translation>
    </message>
    <message>
        <source>Join lines and cut words</source>
        <translation>行と分割された語をつなぐ</translation>
    </message>
    <message>
        <source>Trim spaces and empty lines</source>
        <translation>余分な空白と空行を除く</translation>
    </message>
    <message>
        <source>Full-width to half-width</source>
        <translation>全角を半角にする</translation>
    </message>
    <message>
        <source>No spaces inside Chinese text</source>
        <translation>中国語の文字間の空白を除く</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取っています…</translation>
    </message>
</context>
<context>
    <name>CaptureCheck</name>
    <message>
        <source>%1: exact, pixel by pixel.</source>
        <translation>%1：画素単位で正確です。</translation>
    </message>
    <message>
        <source>%1: the marker was not found. Another window may cover it, or the desktop gives a picture that it resampled: give all screens the same scale, and check again.</source>
        <translation>%1：目印が見つかりませんでした。別のウィンドウが覆っているか、デスクトップが拡大縮小した画像を渡しています。すべての画面の拡大率をそろえて、もう一度確認してください。</translation>
    </message>
    <message>
        <source>%1: the picture is off by %2 and %3 pixels. Set the screen&apos;s scale anew, and check again.</source>
        <translation>%1：画像が%2×%3画素ずれています。画面の拡大率を設定し直して、もう一度確認してください。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pixels have another colour. A colour filter or night light changes pictures.</source>
        <translation>%1：%3画素中%2画素の色が異なります。色フィルターや夜間モードは画像を変えます。</translation>
    </message>
</context>
<context>
    <name>Captures</name>
    <message>
        <source>Read a screen capture</source>
        <translation>画面キャプチャを読み取る</translation>
    </message>
    <message>
        <source>Capture of %1</source>
        <translation>%1のキャプチャ</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>キャプチャ</translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>No text, but a code</source>
        <translation>テキストはなく、コードがあります</translation>
    </message>
    <message>
        <source>No text here</source>
        <translation>ここにテキストはありません</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました：%1</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>キャプチャ</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1に書き込めませんでした。</translation>
    </message>
    <message>
        <source>Name of the region</source>
        <translation>領域の名前</translation>
    </message>
    <message>
        <source>`eyebox capture --region NAME` and the tray capture it again.</source>
        <translation>`eyebox capture --region NAME`またはトレイから同じ領域をキャプチャできます。</translation>
    </message>
</context>
<context>
    <name>ChangedPictures</name>
    <message>
        <source>Judge them all the same</source>
        <translation>それでも判定する</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Changed pictures</source>
        <translation>変更された画像</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have changed since their boxes were made. Do these still fit?</source>
        <translation>
            <numerusform>ボックスの作成後に変更された画像が%n枚あります。ボックスはまだ合っていますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <source>removed picture</source>
        <translation>削除された画像</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>Settings of the chat</source>
        <translation>チャットの設定</translation>
    </message>
    <message>
        <source>Save the preset %1</source>
        <translation>プリセット「%1」を保存</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <translation>プリセット「%1」を削除</translation>
    </message>
    <message>
        <source>Preset of new chats</source>
        <translation>新しいチャットのプリセット</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>新しいチャットのモデル</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>Words chosen by chance: temperature %1, seed %2</source>
        <translation>語をランダムに選択：温度%1、シード%2</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>Chat %1</source>
        <translation>チャット%1</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>The command that fixes it</source>
        <translation>修復するコマンド</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>改善の余地あり</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>CheckpointDetails</name>
    <message>
        <source>%1 parameters</source>
        <translation>パラメーター数%1</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>ディスク上%1</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>コンテキスト%1</translation>
    </message>
    <message>
        <source>Draws a card with shapes, asks for them and measures.</source>
        <translation>図形の描かれたカードを見せて場所を尋ね、ずれを測ります。</translation>
    </message>
    <message>
        <source>Checked at %1.</source>
        <translation>%1で確認しました。</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>Checking where it puts boxes…</source>
        <translation>ボックスの位置を確認しています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check boxes</source>
        <translation>ボックスを確認</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>プロセッサー（CPU）</translation>
    </message>
    <message>
        <source>Quantize…</source>
        <translation>量子化…</translation>
    </message>
    <message>
        <source>Writes it in 4 bit, in a new folder</source>
        <translation>4ビットで新しいフォルダーに書き出します</translation>
    </message>
    <message>
        <source>Offload what does not fit</source>
        <translation>収まらない分をオフロード</translation>
    </message>
    <message>
        <source>Layers that find no room live in main memory or on disk. Slower, but it runs.</source>
        <translation>入りきらない層をメインメモリまたはディスクに置きます。遅くなりますが動作します。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What was read and answered so far is kept.</source>
        <translation>これまでに読み取り、回答した内容は残ります。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>それでも閉じる</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>作業を続ける</translation>
    </message>
    <message>
        <source>Keep Eyebox in the tray?</source>
        <translation>Eyeboxをトレイに残しますか？</translation>
    </message>
    <message>
        <source>A screen capture then begins at once, by its key or from the tray, and jobs go on. It is asked only now; the settings can change it.</source>
        <translation>キーまたはトレイから画面キャプチャをすぐに始められ、ジョブも続きます。この質問は今回だけです。設定で変更できます。</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>トレイに残す</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message numerus="yes">
        <source>Close Eyebox and stop %n job(s)?</source>
        <translation>
            <numerusform>Eyeboxを閉じて%n件のジョブを停止しますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this run is on the disk. Export what you need, or close again to give it up.</source>
        <translation>今回の内容はディスクに保存されていません。必要なものをエクスポートするか、もう一度閉じて破棄してください。</translation>
    </message>
    <message>
        <source>Not everything is saved yet. Wait a moment, or close again to give it up.</source>
        <translation>まだすべてが保存されていません。少し待つか、もう一度閉じて破棄してください。</translation>
    </message>
</context>
<context>
    <name>CodeList</name>
    <message>
        <source>Codes of the picture</source>
        <translation>画像のコード</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>コードの内容をコピー</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>リンクを開く…</translation>
    </message>
</context>
<context>
    <name>CodeMenu</name>
    <message>
        <source>Copy what the code says</source>
        <translation>コードの内容をコピー</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>リンクを開く…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of an action</source>
        <translation>操作の名前を入力</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>見つかった操作</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>その名前の操作はありません。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How finely the model sees the pictures</source>
        <translation>モデルが画像を見る細かさ</translation>
    </message>
    <message>
        <source>Size of pictures: %1</source>
        <translation>画像のサイズ：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Ask next</source>
        <translation>次に質問</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>すべてのチャットで質問</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>モデルライブラリ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Model engine setup</source>
        <translation>モデルエンジンの設定</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>自分のサーバー</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>ローカルAPI</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>サーバーエンジン</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Look-up of a name</source>
        <translation>名前解決</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>待ち受け</translation>
    </message>
    <message>
        <source>Network socket</source>
        <translation>ネットワークソケット</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>別のプログラム</translation>
    </message>
    <message>
        <source>offline · 0 connections</source>
        <translation>オフライン · 接続0件</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>接続1件</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>接続%1件</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>拒否%1件</translation>
    </message>
</context>
<context>
    <name>ConnectionsController</name>
    <message>
        <source>Export the connections</source>
        <translation>接続をエクスポート</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1を保存しました</translation>
    </message>
    <message>
        <source>Clear the list of all attempts to connect? It can&apos;t be brought back.</source>
        <translation>すべての接続試行のリストを消去しますか？元に戻せません。</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Since Eyebox was opened. Attempts that are kept, also from before: %1</source>
        <translation>Eyeboxを開いてからの試行。以前の分を含めて保存されている件数：%1</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Search by process, host or reason</source>
        <translation>プロセス、ホスト、理由で検索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>すべてのプロセス</translation>
    </message>
    <message>
        <source>Attempts to connect</source>
        <translation>接続の試行</translation>
    </message>
    <message>
        <source>No attempt is like this.</source>
        <translation>該当する試行はありません。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the selected attempts, or all that are listed, as a table.</source>
        <translation>選択した試行、または表示中のすべてを表としてコピーします。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>リストを消去</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Nothing has tried to connect</source>
        <translation>接続を試みたものはありません</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Eyebox will connect to %1, and to the file servers it points to.</source>
        <translation>Eyeboxは%1と、そこから示されるファイルサーバーに接続します。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, and to the file servers it points to.</source>
        <translation>Eyeboxはプロキシ%2を経由して%1と、そこから示されるファイルサーバーに接続します。</translation>
    </message>
    <message>
        <source>For the model engine: %1.</source>
        <translation>モデルエンジンの取得元：%1。</translation>
    </message>
    <message>
        <source>%1 will be downloaded: the model engine (%2) first, then the model (%3).</source>
        <translation>%1をダウンロードします：先にモデルエンジン（%2）、続いてモデル（%3）。</translation>
    </message>
    <message>
        <source>%1 will be downloaded, checked, and kept on this machine.</source>
        <translation>%1をダウンロードして検証し、このマシンに保存します。</translation>
    </message>
    <message>
        <source>The hub says how many bytes it is before any file is fetched; free disk space is checked then.</source>
        <translation>ファイルを取得する前にハブがサイズを知らせ、そのときディスクの空きも確認します。</translation>
    </message>
    <message>
        <source>Nothing is sent but the requests for these files: no picture, no question.</source>
        <translation>送られるのはこれらのファイルの要求だけです。画像や質問は送られません。</translation>
    </message>
    <message>
        <source>Your access token (HF_TOKEN) goes along to %1.</source>
        <translation>アクセストークン（HF_TOKEN）も%1に送られます。</translation>
    </message>
    <message>
        <source>Download %1?</source>
        <translation>%1をダウンロードしますか？</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>モデルをダウンロード</translation>
    </message>
    <message>
        <source>Download %1 and the model engine?</source>
        <translation>%1とモデルエンジンをダウンロードしますか？</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Its name, like %1</source>
        <translation>名前（例：%1）</translation>
    </message>
    <message>
        <source>Name of the model on the hub</source>
        <translation>ハブでのモデル名</translation>
    </message>
    <message>
        <source>Offline mode will be turned off for downloads; everything else stays offline.</source>
        <translation>ダウンロードのためにオフラインモードを解除します。それ以外はオフラインのままです。</translation>
    </message>
    <message>
        <source>Mirror and proxy</source>
        <translation>ミラーとプロキシ</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>ミラー</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>%1 % of the model’s context: %2 of %3 tokens</source>
        <translation>モデルのコンテキストの%1%：%3トークン中%2</translation>
    </message>
    <message>
        <source>The context is %1 % full.</source>
        <translation>コンテキストの%1%を使用しています。</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>これらの画像で新しいチャット</translation>
    </message>
</context>
<context>
    <name>CopiedMark</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー：%1</translation>
    </message>
</context>
<context>
    <name>CopyReport</name>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>1行としてコピー</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>段落としてコピー</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>表としてコピー</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Correct a line</source>
        <translation>行を訂正</translation>
    </message>
    <message>
        <source>Confirm a word</source>
        <translation>語を確定</translation>
    </message>
    <message>
        <source>Take back a correction</source>
        <translation>訂正を取り消す</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n visual token(s)</source>
        <translation>
            <numerusform>視覚トークン%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) known from before</source>
        <translation>
            <numerusform>既知の画像%n枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cropping</name>
    <message>
        <source>Part of %1</source>
        <translation>%1の一部</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
</context>
<context>
    <name>Crops</name>
    <message>
        <source>The picture was removed.</source>
        <translation>画像は削除されました。</translation>
    </message>
</context>
<context>
    <name>DataCheck</name>
    <message>
        <source>Boxes, read back from what the model will learn</source>
        <translation>モデルが学習する内容から読み戻したボックス</translation>
    </message>
    <message>
        <source>They were written in the model&apos;s own numbers and read again. They must be where you left them.</source>
        <translation>モデル自身の数値で書き出し、読み直したものです。元の位置にあるはずです。</translation>
    </message>
    <message>
        <source>It learns to prefer the boxes at the right, as you left them, to those at the left. All were written in the model&apos;s own numbers and read again.</source>
        <translation>左のボックスより、あなたが残した右のボックスを好むように学習します。すべてモデル自身の数値で書き出し、読み戻したものです。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>会話%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 組のペア</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>画像%n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>回答%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>ボックス%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes about %1 of memory; %2 are free.</source>
        <translation>約%1のメモリが必要です（空き%2）。</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens of the %2 that fit.</source>
        <translation>最長は%1トークンです（上限%2）。</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens.</source>
        <translation>最長は%1トークンです。</translation>
    </message>
    <message>
        <source>One conversation was learned by heart to see that it can: its loss fell from %1 to %2.</source>
        <translation>試しに1つの会話を暗記しました。損失は%1から%2に下がりました。</translation>
    </message>
    <message>
        <source>One pair was learned to see that it can: its loss fell from %1 to %2.</source>
        <translation>1 組のペアを試しに学習しました：損失が %1 から %2 に下がりました。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%nステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 numbers are trained</source>
        <translation>%1個のパラメータを学習</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are held out, to see what it answers that it did not learn.</source>
        <translation>
            <numerusform>学習していない内容への回答を見るため、%n件の会話を取り分けます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held out: how well it does on other pictures will not be seen.</source>
        <translation>取り分けるものがありません。他の画像での出来は分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are left out, and why</source>
        <translation>
            <numerusform>除外された会話%n件とその理由</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations that are left out</source>
        <translation>除外された会話</translation>
    </message>
</context>
<context>
    <name>Decoding</name>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>DisputeBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not settled</source>
        <translation>
            <numerusform>未解決%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to settle.</source>
        <translation>解決するものはありません。</translation>
    </message>
    <message>
        <source>they</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>別のラベル</translation>
    </message>
    <message>
        <source>Another place: IoU %1</source>
        <translation>位置の違い：IoU %1</translation>
    </message>
    <message>
        <source>Only you have this box</source>
        <translation>このボックスは自分だけにあります</translation>
    </message>
    <message>
        <source>Only %1 has this box</source>
        <translation>このボックスは%1だけにあります</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>解決済み：%1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>no box here</source>
        <translation>ここにボックスなし</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Leave the disputes; what was settled stays</source>
        <translation>不一致の確認を終えます。解決した分は残ります</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分のもの</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>相手のもの</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>どちらも不採用</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Looking at %1 …</source>
        <translation>%1を確認しています…</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>Card and driver</source>
        <translation>カードとドライバー</translation>
    </message>
    <message>
        <source>%1, driver %2 (CUDA %3)</source>
        <translation>%1、ドライバー%2（CUDA %3）</translation>
    </message>
    <message>
        <source>Models run on the processor.</source>
        <translation>モデルはプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>Eyebox does not use it: models run on the processor.</source>
        <translation>Eyeboxはこれを使いません。モデルはプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>No NVIDIA card</source>
        <translation>NVIDIAのカードがありません</translation>
    </message>
    <message>
        <source>Inside Windows a card shows only with a current NVIDIA driver in Windows itself.</source>
        <translation>Windows内では、Windows自体に最新のNVIDIAドライバーがある場合だけカードが見えます。</translation>
    </message>
    <message>
        <source>Hidden cards</source>
        <translation>隠されたカード</translation>
    </message>
    <message>
        <source>CUDA_VISIBLE_DEVICES is set to “%1” and hides cards</source>
        <translation>CUDA_VISIBLE_DEVICESが「%1」に設定され、カードが隠されています</translation>
    </message>
    <message>
        <source>Models do not run on the cards that are hidden.</source>
        <translation>隠されたカードではモデルは動作しません。</translation>
    </message>
    <message>
        <source>Models run on the processor, many times slower than on the card.</source>
        <translation>モデルはプロセッサーで動作し、カードより何倍も遅くなります。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this container may not use it</source>
        <translation>NVIDIAのカードはありますが、このコンテナーからは使えません</translation>
    </message>
    <message>
        <source>Start the container with its cards: docker run --gpus all, with NVIDIA&apos;s toolkit.</source>
        <translation>カードを渡してコンテナーを起動してください：docker run --gpus all（NVIDIAのツールキットが必要）。</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is loaded, but does not answer</source>
        <translation>NVIDIAのドライバーは読み込まれていますが応答しません</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but its driver is not loaded</source>
        <translation>NVIDIAのカードはありますが、ドライバーが読み込まれていません</translation>
    </message>
    <message>
        <source>Secure Boot is on and may refuse it: install the signed driver, and enroll its key when asked at the start.</source>
        <translation>セキュアブートが有効で拒否された可能性があります。署名されたドライバーをインストールし、起動時に尋ねられたらキーを登録してください。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but the driver nouveau runs it</source>
        <translation>NVIDIAのカードがnouveauドライバーで動いています</translation>
    </message>
    <message>
        <source>Memory of the card</source>
        <translation>カードのメモリ</translation>
    </message>
    <message>
        <source>%1: %2, of which %3 are free</source>
        <translation>%1：%2（空き%3）</translation>
    </message>
    <message>
        <source>Most models do not fit on this card.</source>
        <translation>このカードにはほとんどのモデルが入りません。</translation>
    </message>
    <message>
        <source>Choose a model of 2 billion parameters or fewer in Int4; others run on the processor.</source>
        <translation>20億パラメーター以下のモデルをInt4で選んでください。ほかはプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>Other programs use the card: models that fit may be refused.</source>
        <translation>ほかのプログラムがカードを使用中です。収まるモデルも拒否されることがあります。</translation>
    </message>
    <message>
        <source>Close them; this command lists them.</source>
        <translation>それらを終了してください。このコマンドで一覧できます。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>%1, inside Windows (WSL)</source>
        <translation>%1（Windows内、WSL）</translation>
    </message>
    <message>
        <source>%1, in a container</source>
        <translation>%1（コンテナー内）</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>%1, %2 cores: %3</source>
        <translation>%1、%2コア：%3</translation>
    </message>
    <message>
        <source>%1, %2 cores</source>
        <translation>%1、%2コア</translation>
    </message>
    <message>
        <source>%1 has no AVX</source>
        <translation>%1にはAVXがありません</translation>
    </message>
    <message>
        <source>Reading and models need this instruction set: they may end at once on this processor.</source>
        <translation>読み取りとモデルにはこの命令セットが必要です。このプロセッサーではすぐに終了することがあります。</translation>
    </message>
    <message>
        <source>Use a computer from 2012 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>2012年以降のコンピューターを使ってください。仮想マシンではホストのプロセッサーを見せてください。</translation>
    </message>
    <message>
        <source>%1 has no AVX2</source>
        <translation>%1にはAVX2がありません</translation>
    </message>
    <message>
        <source>Reading takes several times as long, and some models do not run on this processor.</source>
        <translation>読み取りに数倍の時間がかかり、一部のモデルはこのプロセッサーで動作しません。</translation>
    </message>
    <message>
        <source>Use a computer from 2014 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>2014年以降のコンピューターを使ってください。仮想マシンではホストのプロセッサーを見せてください。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>%1, of which %2 are free</source>
        <translation>%1（空き%2）</translation>
    </message>
    <message>
        <source>%1 (a limit; the computer has %2), of which %3 are free</source>
        <translation>%1（制限値。コンピューターは%2）、空き%3</translation>
    </message>
    <message>
        <source>This is enough to read pictures, but not for models that look at pictures.</source>
        <translation>画像の読み取りには足りますが、画像を見るモデルには足りません。</translation>
    </message>
    <message>
        <source>Give the container or virtual machine more memory.</source>
        <translation>コンテナーまたは仮想マシンのメモリを増やしてください。</translation>
    </message>
    <message>
        <source>Ask the built-in reader; models need 8 GB or more.</source>
        <translation>内蔵の文字認識に質問してください。モデルには8 GB以上が必要です。</translation>
    </message>
    <message>
        <source>Other programs use nearly all of it: large pictures may not open.</source>
        <translation>ほかのプログラムがほぼ全部を使っています。大きな画像は開けないことがあります。</translation>
    </message>
    <message>
        <source>Close programs that you do not need.</source>
        <translation>不要なプログラムを終了してください。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Opening pictures</source>
        <translation>画像を開く処理</translation>
    </message>
    <message>
        <source>Reading text</source>
        <translation>テキストの読み取り</translation>
    </message>
    <message>
        <source>Finding models</source>
        <translation>モデルの検索</translation>
    </message>
    <message>
        <source>Pictures do not open.</source>
        <translation>画像を開けません。</translation>
    </message>
    <message>
        <source>The text of pictures is not read.</source>
        <translation>画像のテキストを読み取れません。</translation>
    </message>
    <message>
        <source>Models cannot be chosen or downloaded.</source>
        <translation>モデルの選択やダウンロードができません。</translation>
    </message>
    <message>
        <source>A picture was opened</source>
        <translation>画像を1枚開けました</translation>
    </message>
    <message>
        <source>A picture was read</source>
        <translation>画像を1枚読み取れました</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1個見つかりました</translation>
    </message>
    <message>
        <source>Install the packages that do this again.</source>
        <translation>これを行うパッケージを再インストールしてください。</translation>
    </message>
    <message>
        <source>The engine started, but did not answer in time</source>
        <translation>エンジンは起動しましたが、時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>Close programs that keep the computer busy, then look once more.</source>
        <translation>コンピューターに負荷をかけているプログラムを終了し、もう一度確認してください。</translation>
    </message>
    <message>
        <source>Missing on this system: %1</source>
        <translation>このシステムにないもの：%1</translation>
    </message>
    <message>
        <source>Install these libraries, then start Eyebox again.</source>
        <translation>これらのライブラリをインストールし、Eyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>The processor lacks an instruction that is needed</source>
        <translation>プロセッサーに必要な命令がありません</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Opened pictures</source>
        <translation>開いた画像</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>一時ファイル</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Faceのキャッシュ</translation>
    </message>
    <message>
        <source>ModelScope cache</source>
        <translation>ModelScopeのキャッシュ</translation>
    </message>
    <message>
        <source>%1 (%2 free)</source>
        <translation>%1（空き%2）</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder</source>
        <translation>%1はフォルダーではなくファイルです</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>ここには何も保存できません。</translation>
    </message>
    <message>
        <source>Rename that file, then start Eyebox again.</source>
        <translation>そのファイルの名前を変え、Eyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free in %2</source>
        <translation>ディスクがいっぱいです：%2の空きは%1</translation>
    </message>
    <message>
        <source>New work may not be saved, and pictures do not open.</source>
        <translation>新しい作業が保存されないことがあり、画像も開けません。</translation>
    </message>
    <message>
        <source>A model takes 4 GB or more: it may not fit on this disk.</source>
        <translation>モデルには4 GB以上が必要です。このディスクには入らないことがあります。</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>ディスクがほぼいっぱいです。</translation>
    </message>
    <message>
        <source>%1 does not let programs run (noexec)</source>
        <translation>%1ではプログラムを実行できません（noexec）</translation>
    </message>
    <message>
        <source>Parts of models that are compiled on the way cannot be started from there.</source>
        <translation>実行時にコンパイルされるモデルの部品をそこから起動できません。</translation>
    </message>
    <message>
        <source>Start Eyebox with another folder for temporary files.</source>
        <translation>一時ファイル用に別のフォルダーを指定してEyeboxを起動してください。</translation>
    </message>
    <message>
        <source>Empty the bin, delete models that you do not use, or use a larger disk.</source>
        <translation>ごみ箱を空にするか、使わないモデルを削除するか、より大きなディスクを使ってください。</translation>
    </message>
    <message>
        <source>%1 is on a disk that is read-only</source>
        <translation>%1は読み取り専用のディスクにあります</translation>
    </message>
    <message>
        <source>Start Eyebox with a folder on another disk.</source>
        <translation>別のディスクのフォルダーを指定してEyeboxを起動してください。</translation>
    </message>
    <message>
        <source>%1 may not be written</source>
        <translation>%1に書き込めません</translation>
    </message>
    <message>
        <source>Engines that read pictures may not start.</source>
        <translation>画像を読むエンジンが起動しないことがあります。</translation>
    </message>
    <message>
        <source>%1 may not be written; it belongs to %2</source>
        <translation>%1に書き込めません。所有者は%2です</translation>
    </message>
    <message>
        <source>%1 (not there yet)</source>
        <translation>%1（まだありません）</translation>
    </message>
    <message>
        <source>%1 may not be opened</source>
        <translation>%1を開けません</translation>
    </message>
    <message>
        <source>Models that other programs downloaded are not found.</source>
        <translation>ほかのプログラムがダウンロードしたモデルは見つかりません。</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>インストールされていません</translation>
    </message>
    <message>
        <source>Install it.</source>
        <translation>インストールしてください。</translation>
    </message>
    <message>
        <source>Models that look at pictures do not run; reading does.</source>
        <translation>画像を見るモデルは動作しません。読み取りは動作します。</translation>
    </message>
    <message>
        <source>The precisions Int8 and Int4 cannot be used; BF16 can.</source>
        <translation>精度Int8とInt4は使えません。BF16は使えます。</translation>
    </message>
    <message>
        <source>Models stored in GPTQ or AWQ cannot be used; others can.</source>
        <translation>GPTQまたはAWQで保存されたモデルは使えません。ほかは使えます。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>再インストールしてください。</translation>
    </message>
    <message>
        <source>It is only needed for models stored in GPTQ or AWQ.</source>
        <translation>GPTQまたはAWQで保存されたモデルにだけ必要です。</translation>
    </message>
    <message>
        <source>Install both again, together.</source>
        <translation>両方を一緒に再インストールしてください。</translation>
    </message>
    <message>
        <source>Install a newer bitsandbytes, which has it.</source>
        <translation>これを含む新しいbitsandbytesをインストールしてください。</translation>
    </message>
    <message>
        <source>Its native library was not loaded: %1</source>
        <translation>ネイティブライブラリが読み込まれませんでした：%1</translation>
    </message>
    <message>
        <source>The library for Int8 (%1) was loaded without its CUDA part</source>
        <translation>Int8用のライブラリ（%1）がCUDA部分なしで読み込まれました</translation>
    </message>
    <message>
        <source>Int8 and Int4 fail on the card; BF16 works.</source>
        <translation>カード上のInt8とInt4は失敗します。BF16は動作します。</translation>
    </message>
    <message>
        <source>Models on the card fail with it; without it they run.</source>
        <translation>これがあるとカード上のモデルが失敗します。なければ動作します。</translation>
    </message>
    <message>
        <source>Remove it: torch&apos;s own attention is nearly as fast.</source>
        <translation>削除してください。torch自身のattentionもほぼ同じ速さです。</translation>
    </message>
    <message>
        <source>It cannot be loaded: %1</source>
        <translation>読み込めません：%1</translation>
    </message>
    <message>
        <source>torch&apos;s own attention is used instead.</source>
        <translation>代わりにtorch自身のattentionを使います。</translation>
    </message>
    <message>
        <source>Not installed, not needed: torch&apos;s own attention is used</source>
        <translation>インストールされていませんが不要です：torch自身のattentionを使います</translation>
    </message>
    <message>
        <source>%1 is too old for it</source>
        <translation>%1はこれには古すぎます</translation>
    </message>
    <message>
        <source>%1, not used without a card</source>
        <translation>%1（カードがないため未使用）</translation>
    </message>
    <message>
        <source>Parallel computing (OpenMP)</source>
        <translation>並列計算（OpenMP）</translation>
    </message>
    <message>
        <source>They start more threads than there are cores: models are slower.</source>
        <translation>コア数より多くのスレッドを起動するため、モデルが遅くなります。</translation>
    </message>
    <message>
        <source>%1 OpenMP runtimes in one process: %2</source>
        <translation>1つのプロセスに%1個のOpenMPランタイム：%2</translation>
    </message>
    <message>
        <source>KMP_DUPLICATE_LIB_OK is set</source>
        <translation>KMP_DUPLICATE_LIB_OKが設定されています</translation>
    </message>
    <message>
        <source>It hides that two runtimes are loaded: results may then be wrong.</source>
        <translation>ランタイムが2つ読み込まれていることが隠され、結果が誤ることがあります。</translation>
    </message>
    <message>
        <source>One runtime, of %1</source>
        <translation>ランタイムは1つ（%1）</translation>
    </message>
    <message>
        <source>No runtime that could be loaded twice</source>
        <translation>重複して読み込まれるランタイムはありません</translation>
    </message>
    <message>
        <source>See the check of the processor.</source>
        <translation>プロセッサーの確認結果を見てください。</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s driver, then restart the computer.</source>
        <translation>NVIDIAのドライバーをインストールし、コンピューターを再起動してください。</translation>
    </message>
    <message>
        <source>If you did not want that, unset the variable and start Eyebox again.</source>
        <translation>意図したものでなければ、変数を解除してEyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>An AMD card</source>
        <translation>AMDのカード</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Intelグラフィックス</translation>
    </message>
    <message>
        <source>Usually the driver was updated while the computer was running: restart the computer.</source>
        <translation>多くは稼働中にドライバーが更新されたためです。コンピューターを再起動してください。</translation>
    </message>
    <message>
        <source>That driver only shows pictures. Install NVIDIA&apos;s own, then restart the computer.</source>
        <translation>このドライバーは画面表示専用です。NVIDIAのドライバーをインストールし、コンピューターを再起動してください。</translation>
    </message>
    <message>
        <source>Make yourself the owner of the folder.</source>
        <translation>フォルダーの所有者を自分にしてください。</translation>
    </message>
    <message>
        <source>Eyebox</source>
        <translation>Eyebox</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Window library</source>
        <translation>ウィンドウライブラリ</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Tried: the kernel refuses engines all connections, also native ones and those of children</source>
        <translation>確認済み：カーネルがエンジンのすべての接続を拒否します（ネイティブコードと子プロセスも含む）</translation>
    </message>
    <message>
        <source>Other scripts</source>
        <translation>その他の文字</translation>
    </message>
    <message>
        <source>Text in Cyrillic, Korean, Arabic and other scripts is counted, but not read.</source>
        <translation>キリル文字、ハングル、アラビア文字などのテキストは数えますが、読み取りません。</translation>
    </message>
    <message>
        <source>“Scripts and languages” in the menu Picture says how it is added.</source>
        <translation>追加の方法はメニュー「画像」の「文字と言語」にあります。</translation>
    </message>
    <message>
        <source>All are included</source>
        <translation>すべて含まれています</translation>
    </message>
    <message>
        <source>Tried: a hook in Python refuses engines all connections</source>
        <translation>確認済み：Pythonのフックがエンジンのすべての接続を拒否します</translation>
    </message>
    <message>
        <source>This system has no filter in its kernel that Eyebox can use, so native code is not held.</source>
        <translation>このシステムのカーネルにはEyeboxが使えるフィルターがないため、ネイティブコードは止められません。</translation>
    </message>
    <message>
        <source>Language data: %1</source>
        <translation>言語データ：%1</translation>
    </message>
    <message>
        <source>PySide6 %1 on Python %2.%3</source>
        <translation>PySide6 %1、Python %2.%3</translation>
    </message>
    <message>
        <source>This version closes the window by itself after some minutes.</source>
        <translation>このバージョンは数分後にウィンドウを勝手に閉じます。</translation>
    </message>
    <message>
        <source>Install another version of PySide6.</source>
        <translation>別のバージョンのPySide6をインストールしてください。</translation>
    </message>
    <message>
        <source>%1 is installed beside Eyebox</source>
        <translation>%1がEyeboxと並んでインストールされています</translation>
    </message>
    <message>
        <source>It brings a second Qt, which can keep the window from opening.</source>
        <translation>2つ目のQtが入り、ウィンドウが開かないことがあります。</translation>
    </message>
    <message>
        <source>Use the version without windows instead.</source>
        <translation>代わりにウィンドウなしの版を使ってください。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Eyebox %1, installed as a program</source>
        <translation>Eyebox %1（プログラムとしてインストール）</translation>
    </message>
    <message>
        <source>Eyebox %1 on Python %2 (%3)</source>
        <translation>Eyebox %1、Python %2（%3）</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Install Eyebox again.</source>
        <translation>Eyeboxを再インストールしてください。</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>不足：%1</translation>
    </message>
    <message>
        <source>Eyebox needs them to open its window or to read pictures.</source>
        <translation>Eyeboxがウィンドウを開き、画像を読むために必要です。</translation>
    </message>
    <message>
        <source>Parts of Eyebox were changed by another installation.</source>
        <translation>Eyeboxの一部が別のインストールで変更されました。</translation>
    </message>
    <message>
        <source>An engine that needs no network could connect: %1</source>
        <translation>ネットワークの要らないエンジンが接続できました：%1</translation>
    </message>
    <message>
        <source>Nothing of Eyebox connects by itself, but libraries that it uses could.</source>
        <translation>Eyebox自身は接続しませんが、使用しているライブラリは接続できてしまいます。</translation>
    </message>
    <message>
        <source>Damaged: %1</source>
        <translation>破損：%1</translation>
    </message>
    <message>
        <source>Text in these languages is not read.</source>
        <translation>これらの言語のテキストは読み取れません。</translation>
    </message>
    <message>
        <source>Put these files there again.</source>
        <translation>これらのファイルを元の場所に置き直してください。</translation>
    </message>
    <message>
        <source>tesserocr is not installed: %1</source>
        <translation>tesserocrがインストールされていません：%1</translation>
    </message>
    <message>
        <source>There is no language data</source>
        <translation>言語データがありません</translation>
    </message>
    <message>
        <source>Models on the processor take up to twice as long to their first word.</source>
        <translation>プロセッサー上のモデルは最初の語まで最大2倍の時間がかかります。</translation>
    </message>
    <message>
        <source>Kernels on the processor</source>
        <translation>プロセッサー上のカーネル</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones, because %1 is set to %2</source>
        <translation>MKLの標準カーネル（%1が%2に設定されているため）</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: the fast ones fail here (%1)</source>
        <translation>MKLの標準カーネル：高速なものはここでは失敗します（%1）</translation>
    </message>
    <message>
        <source>Those that torch chooses</source>
        <translation>torchが選ぶもの</translation>
    </message>
    <message>
        <source>Only on AMD with Linux others can be faster.</source>
        <translation>ほかのカーネルのほうが速いことがあるのはLinuxのAMDだけです。</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, because %1 is set to %2</source>
        <translation>MKLの高速カーネル（%1が%2に設定されているため）</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, not measured yet</source>
        <translation>MKLの高速カーネル（未計測）</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones: attention takes %1 instead of %2 ms</source>
        <translation>MKLの高速カーネル：attentionは%2ミリ秒ではなく%1ミリ秒</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones attention takes %1, not %2 ms</source>
        <translation>MKLの標準カーネル：高速なものではattentionが%2ではなく%1ミリ秒</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones the process ended</source>
        <translation>MKLの標準カーネル：高速なものではプロセスが終了しました</translation>
    </message>
    <message>
        <source>Models that look at pictures</source>
        <translation>画像を見るモデル</translation>
    </message>
    <message>
        <source>A product on %1 is wrong or failed: %2</source>
        <translation>%1での積が誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>A product in BF16 on %1 is wrong or failed: %2</source>
        <translation>%1でのBF16の積が誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>The operator nms on %1 failed: %2</source>
        <translation>%1での演算子nmsが失敗しました：%2</translation>
    </message>
    <message>
        <source>A tiny model on %1 failed: %2</source>
        <translation>%1での小さなモデルが失敗しました：%2</translation>
    </message>
    <message>
        <source>An Int8 product on %1 is wrong or failed: %2</source>
        <translation>%1でのInt8の積が誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>An Int4 product on %1 is wrong or failed: %2</source>
        <translation>%1でのInt4の積が誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>A GPTQ product on %1 is wrong or failed: %2</source>
        <translation>%1でのGPTQの積が誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>Attention on %1 is wrong or failed: %2</source>
        <translation>%1でのattentionが誤っているか失敗しました：%2</translation>
    </message>
    <message>
        <source>It was loaded, but did not end in time</source>
        <translation>読み込まれましたが、時間内に終わりませんでした</translation>
    </message>
    <message>
        <source>Close programs that use the card or the processor and look again; then install it again.</source>
        <translation>カードやプロセッサーを使っているプログラムを終了して再確認し、その後で再インストールしてください。</translation>
    </message>
    <message>
        <source>It was ended by the system, usually because memory ran out</source>
        <translation>システムに終了させられました（多くはメモリ不足）</translation>
    </message>
    <message>
        <source>Close other programs, then look once more.</source>
        <translation>ほかのプログラムを終了し、もう一度確認してください。</translation>
    </message>
    <message>
        <source>It crashed: %1</source>
        <translation>異常終了しました：%1</translation>
    </message>
    <message>
        <source>Screen and text</source>
        <translation>画面とテキスト</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>ディスプレイ</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>システム標準</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>ここにはありません</translation>
    </message>
    <message>
        <source>The window needs a screen; eyebox read and eyebox ask do not.</source>
        <translation>ウィンドウには画面が必要です。eyebox readとeyebox askには不要です。</translation>
    </message>
    <message>
        <source>Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.</source>
        <translation>デスクトップ上でEyeboxを起動してください。ssh越しにウィンドウを見るにはssh -Xで接続してください。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Qt %1 starts (%2)</source>
        <translation>Qt %1は起動します（%2）</translation>
    </message>
    <message>
        <source>The window does not open; eyebox read and eyebox ask still work.</source>
        <translation>ウィンドウは開きませんが、eyebox readとeyebox askは使えます。</translation>
    </message>
    <message>
        <source>Qt does not answer</source>
        <translation>Qtが応答しません</translation>
    </message>
    <message>
        <source>Log out of the desktop and in again, then look once more.</source>
        <translation>デスクトップからログアウトしてログインし直し、もう一度確認してください。</translation>
    </message>
    <message>
        <source>The display %1 does not answer</source>
        <translation>ディスプレイ%1が応答しません</translation>
    </message>
    <message>
        <source>Qt did not start: %1</source>
        <translation>Qtが起動しませんでした：%1</translation>
    </message>
    <message>
        <source>Install the window library again.</source>
        <translation>ウィンドウライブラリを再インストールしてください。</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>画面キャプチャ</translation>
    </message>
    <message>
        <source>By the desktop&apos;s portal, version %1</source>
        <translation>デスクトップのポータル経由、バージョン%1</translation>
    </message>
    <message>
        <source>Directly from X11</source>
        <translation>X11から直接</translation>
    </message>
    <message>
        <source>The desktop offers no portal for screenshots</source>
        <translation>デスクトップにスクリーンショット用のポータルがありません</translation>
    </message>
    <message>
        <source>A region of the screen cannot be captured under Wayland.</source>
        <translation>Waylandでは画面の領域をキャプチャできません。</translation>
    </message>
    <message>
        <source>Install the portal of your desktop, then log out and in again.</source>
        <translation>デスクトップのポータルをインストールし、ログアウトしてログインし直してください。</translation>
    </message>
    <message>
        <source>Chinese text</source>
        <translation>中国語のテキスト</translation>
    </message>
    <message>
        <source>Install a font with Chinese characters, then start Eyebox again.</source>
        <translation>漢字を含むフォントをインストールし、Eyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>No font has Chinese characters</source>
        <translation>中国語の文字を含むフォントがありません</translation>
    </message>
    <message>
        <source>Models may end without a message, or hang, in the middle of an answer.</source>
        <translation>モデルが回答の途中で無言で終了したり、止まったりすることがあります。</translation>
    </message>
    <message>
        <source>Remove one of them; all packages should come from the same place.</source>
        <translation>どちらかを削除してください。パッケージはすべて同じ入手元にそろえる必要があります。</translation>
    </message>
    <message>
        <source>Unset the variable and start Eyebox again.</source>
        <translation>変数を解除してEyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2</source>
        <translation>%1は%2で正しく計算します</translation>
    </message>
    <message>
        <source>Chinese text is read, but shows as empty boxes.</source>
        <translation>中国語は読み取れますが、空の四角で表示されます。</translation>
    </message>
    <message>
        <source>No font has Japanese characters</source>
        <translation>日本語の文字を持つフォントがありません</translation>
    </message>
    <message>
        <source>Japanese text is read, but shows as empty boxes.</source>
        <translation>日本語は読み取れますが、空の四角で表示されます。</translation>
    </message>
    <message>
        <source>Install a font with Japanese characters, then start Eyebox again.</source>
        <translation>日本語の文字を持つフォントをインストールしてから、Eyebox を起動し直してください。</translation>
    </message>
    <message>
        <source>Input method</source>
        <translation>入力方式</translation>
    </message>
    <message>
        <source>%1 is asked for, but this Qt has no part for it</source>
        <translation>%1が指定されていますが、このQtには対応する部品がありません</translation>
    </message>
    <message>
        <source>Chinese may not be typed in the window.</source>
        <translation>ウィンドウで中国語を入力できないことがあります。</translation>
    </message>
    <message>
        <source>Start Eyebox with the part for IBus, which Fcitx understands too.</source>
        <translation>IBus用の部品でEyeboxを起動してください。Fcitxでも使えます。</translation>
    </message>
    <message>
        <source>Icons and translations</source>
        <translation>アイコンと翻訳</translation>
    </message>
    <message>
        <source>Japanese text</source>
        <translation>日本語の文字</translation>
    </message>
    <message>
        <source>An icon was painted and a text translated</source>
        <translation>アイコンを描き、テキストを翻訳できました</translation>
    </message>
    <message>
        <source>Icons are not painted</source>
        <translation>アイコンが描かれません</translation>
    </message>
    <message>
        <source>Translations are not found</source>
        <translation>翻訳が見つかりません</translation>
    </message>
    <message>
        <source>Files of the window are missing or broken.</source>
        <translation>ウィンドウのファイルが不足または破損しています。</translation>
    </message>
    <message>
        <source>torch and the card</source>
        <translation>torchとカード</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>モデルエンジン</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>追加されていません</translation>
    </message>
    <message>
        <source>If you want such models, add what they need (several GB).</source>
        <translation>このようなモデルを使う場合は、必要なもの（数GB）を追加してください。</translation>
    </message>
    <message>
        <source>Eyebox&apos;s own Python</source>
        <translation>Eyebox専用のPython</translation>
    </message>
    <message>
        <source>Came with the program: %1</source>
        <translation>プログラムに同梱：%1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>追加済み：%1</translation>
    </message>
    <message>
        <source>Packages of models</source>
        <translation>モデルのパッケージ</translation>
    </message>
    <message>
        <source>torch and torchvision are not of the same release: models cannot see pictures.</source>
        <translation>torchとtorchvisionのリリースが異なるため、モデルは画像を見られません。</translation>
    </message>
    <message>
        <source>Packages do not fit each other: loading a model may fail in odd ways.</source>
        <translation>パッケージ同士が合っていません。モデルの読み込みが思わぬ失敗をすることがあります。</translation>
    </message>
    <message>
        <source>Install the versions that are asked for.</source>
        <translation>求められているバージョンをインストールしてください。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this torch (%1) is for cards of AMD (ROCm)</source>
        <translation>NVIDIAのカードがありますが、このtorch（%1）はAMDのカード用（ROCm）です</translation>
    </message>
    <message>
        <source>A GPU is here, but this torch (%1) is CPU-only</source>
        <translation>GPUがありますが、このtorch（%1）はCPU専用です</translation>
    </message>
    <message>
        <source>Restart the computer; if that does not help, install torch again.</source>
        <translation>コンピューターを再起動し、直らなければtorchを再インストールしてください。</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2 in FP32 and BF16</source>
        <translation>%1は%2でFP32とBF16を正しく計算します</translation>
    </message>
    <message>
        <source>Install the torch that is made for this card.</source>
        <translation>このカード用のtorchをインストールしてください。</translation>
    </message>
    <message>
        <source>This torch (%1) has no kernels for %2 (capability %3.%4)</source>
        <translation>このtorch（%1）には%2（capability %3.%4）のカーネルがありません</translation>
    </message>
    <message>
        <source>Models fail on this card with an error, or run on the processor.</source>
        <translation>モデルはこのカードでエラーになるか、プロセッサーで動作します。</translation>
    </message>
    <message>
        <source>Install a torch that was built for this card.</source>
        <translation>このカード用にビルドされたtorchをインストールしてください。</translation>
    </message>
    <message>
        <source>torch does not find the card: %1</source>
        <translation>torchがカードを見つけられません：%1</translation>
    </message>
    <message>
        <source>Models fail on this card, or answer nonsense.</source>
        <translation>モデルはこのカードで失敗するか、でたらめな回答をします。</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install torch again.</source>
        <translation>NVIDIAのドライバーを更新するか、torchを再インストールしてください。</translation>
    </message>
    <message>
        <source>The driver is of CUDA %1.%2, this torch of CUDA %3.%4</source>
        <translation>ドライバーはCUDA %1.%2、このtorchはCUDA %3.%4です</translation>
    </message>
    <message>
        <source>Products work, but parts that are compiled on the way may fail until the driver is newer.</source>
        <translation>積は正しく動きますが、実行時にコンパイルされる部品はドライバーが新しくなるまで失敗することがあります。</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install the torch for this one.</source>
        <translation>NVIDIAのドライバーを更新するか、これに合うtorchをインストールしてください。</translation>
    </message>
    <message>
        <source>CUDA %1, computes on %2</source>
        <translation>CUDA %1、%2で計算</translation>
    </message>
    <message>
        <source>The driver %1 is too old: it runs CUDA %2.%3, this torch needs CUDA %4.%5</source>
        <translation>ドライバー%1は古すぎます：CUDA %2.%3まで対応、このtorchにはCUDA %4.%5が必要です</translation>
    </message>
    <message>
        <source>Install the torch that fits this driver, or update the driver.</source>
        <translation>このドライバーに合うtorchをインストールするか、ドライバーを更新してください。</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n thing(s) looked at</source>
        <translation>
            <numerusform>%n項目を確認</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better</source>
        <translation>
            <numerusform>%n項目に改善の余地あり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better</source>
        <translation>
            <numerusform>動作します。%n項目に改善の余地があります</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>すべて正常です</translation>
    </message>
    <message>
        <source>Looking… %1 of about %2</source>
        <translation>確認しています… 約%2項目中%1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Nothing is changed and nothing is sent. Esc stops.</source>
        <translation>何も変更せず、何も送信しません。Escで停止します。</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止しました：%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>要修復%n項目</numerusform>
        </translation>
    </message>
    <message>
        <source>The check could not be finished</source>
        <translation>確認を完了できませんでした</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>In English, to be sent to whoever helps. It names no picture and no chat.</source>
        <translation>英語です。助けてくれる人に送れます。画像名やチャットは含みません。</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>確認の進行状況</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stop and remove what came</source>
        <translation>停止して取得済みの分を削除</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Use “%1” as a model</source>
        <translation>「%1」をモデルとして使う</translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s)</source>
        <translation>
            <numerusform>モデルを%n個追加</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the model in this pack</source>
        <translation>このパックのモデルを追加</translation>
    </message>
    <message>
        <source>Compare with the review in this file</source>
        <translation>このファイルのレビューと比較</translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures in %n folder(s)</source>
        <translation>
            <numerusform>%n個のフォルダーの画像を開く</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures and boxes in %n folder(s)</source>
        <translation>
            <numerusform>%n個のフォルダーの画像とボックスを開く</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pages of %n document(s)</source>
        <translation>
            <numerusform>%n個の文書のページを開く</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose frames of %n video(s)</source>
        <translation>
            <numerusform>%n個の動画からフレームを選ぶ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n picture(s)</source>
        <translation>
            <numerusform>画像を%n枚開く</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import the boxes of %n file(s)</source>
        <translation>
            <numerusform>%n個のファイルのボックスをインポート</numerusform>
        </translation>
    </message>
    <message>
        <source>Only an address: save the picture first, then drop the file</source>
        <translation>アドレスだけです。先に画像を保存し、そのファイルをドロップしてください</translation>
    </message>
    <message>
        <source>Add this picture to the session</source>
        <translation>この画像をセッションに追加</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>That was only an address; Eyebox opens no connection. Save the picture first, then drop the file.</source>
        <translation>それはアドレスだけでした。Eyeboxは接続を開きません。画像を保存してから、そのファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or open a file with Ctrl+O.</source>
        <translation>クリップボードに画像がありません。画像をコピーするか、Ctrl+Oでファイルを開いてください。</translation>
    </message>
    <message>
        <source>“%1” holds a model and no picture.</source>
        <translation>「%1」にあるのはモデルで、画像はありません。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>モデルとして使う…</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) of the folder not opened: frames are chosen of one at a time.</source>
        <translation>
            <numerusform>フォルダー内の動画 %n 本は開いていません。フレームは動画 1 本ずつ選びます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose frames…</source>
        <translation>フレームを選ぶ…</translation>
    </message>
    <message>
        <source>No picture came with the drop. Drop it again, or open it with Ctrl+O.</source>
        <translation>ドロップに画像が含まれていませんでした。もう一度ドロップするか、Ctrl+Oで開いてください。</translation>
    </message>
</context>
<context>
    <name>Edges</name>
    <message>
        <source>Look for edges</source>
        <translation>エッジを探す</translation>
    </message>
</context>
<context>
    <name>EngineController</name>
    <message>
        <source>The model engine was added: models run now.</source>
        <translation>モデルエンジンを追加しました。モデルを実行できます。</translation>
    </message>
    <message>
        <source>The server engine was added.</source>
        <translation>サーバーエンジンを追加しました。</translation>
    </message>
</context>
<context>
    <name>EngineMissing</name>
    <message>
        <source>Models need the model engine</source>
        <translation>モデルにはモデルエンジンが必要です</translation>
    </message>
    <message>
        <source>Models need the model engine, %1</source>
        <translation>モデルにはモデルエンジン（%1）が必要です</translation>
    </message>
    <message>
        <source>Also needs the model engine</source>
        <translation>モデルエンジンも必要です</translation>
    </message>
    <message>
        <source>Also needs the model engine, %1</source>
        <translation>モデルエンジン（%1）も必要です</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>モデルエンジンを追加…</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet.</source>
        <translation>このマシンにはまだモデルを実行するものがありません。</translation>
    </message>
    <message>
        <source>It is added first, then the model follows: one download, one progress.</source>
        <translation>先にエンジンを追加し、続いてモデルを取得します。ダウンロードも進行状況もひとつです。</translation>
    </message>
    <message>
        <source>Add it now, or let it come along with the first model that is downloaded.</source>
        <translation>今追加するか、最初のモデルのダウンロードと一緒に追加できます。</translation>
    </message>
</context>
<context>
    <name>EngineOffer</name>
    <message>
        <source>Choose a folder of wheels</source>
        <translation>wheelのフォルダーを選択</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>先にフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Working out what it takes…</source>
        <translation>必要なものを調べています…</translation>
    </message>
    <message>
        <source>%1 on disk; %2 are free</source>
        <translation>ディスク上%1、空き%2</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the packages are in the folder.</source>
        <translation>ダウンロードはありません。パッケージはフォルダーにあります。</translation>
    </message>
    <message>
        <source>%1 of about %2 are here; they are not fetched again.</source>
        <translation>約%2のうち%1はすでにあり、再取得しません。</translation>
    </message>
    <message>
        <source>About %1 will be downloaded.</source>
        <translation>約%1をダウンロードします。</translation>
    </message>
    <message>
        <source>Eyebox makes no connection for this.</source>
        <translation>Eyeboxはこのために接続しません。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1, once you press the button.</source>
        <translation>ボタンを押すとEyeboxは%1に接続します。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, once you press the button.</source>
        <translation>ボタンを押すとEyeboxはプロキシ%2を経由して%1に接続します。</translation>
    </message>
    <message>
        <source>Only the requests for these files are sent: no picture, no question. Offline mode stays as it is for everything else.</source>
        <translation>送られるのはこれらのファイルの要求だけです。画像や質問は送られません。それ以外のオフラインモードはそのままです。</translation>
    </message>
    <message>
        <source>The folder holds no checksums, so its wheels are installed as they are: use one that you trust.</source>
        <translation>フォルダーにチェックサムがないため、wheelはそのままインストールされます。信頼できるものを使ってください。</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder.</source>
        <translation>wheelをフォルダーのチェックサムと照合します。</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder; %1 of %2 have none.</source>
        <translation>wheelをフォルダーのチェックサムと照合します。%2個中%1個にはありません。</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>必要なもの</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>入手元</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>インターネット</translation>
    </message>
    <message>
        <source>A folder of wheels on this machine</source>
        <translation>このマシン上のwheelのフォルダー</translation>
    </message>
    <message>
        <source>Addresses and proxy</source>
        <translation>アドレスとプロキシ</translation>
    </message>
    <message>
        <source>Package index</source>
        <translation>パッケージインデックス</translation>
    </message>
    <message>
        <source>PyTorch&apos;s index</source>
        <translation>PyTorchのインデックス</translation>
    </message>
    <message>
        <source>Standalone Python</source>
        <translation>単体のPython</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose it, or drop it onto this page.</source>
        <translation>選択するか、このページにドロップしてください。</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>フォルダーがまだ選ばれていません</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Adding the model engine</source>
        <translation>モデルエンジンを追加中</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>モデルエンジンを削除中</translation>
    </message>
    <message>
        <source>Update the model engine</source>
        <translation>モデルエンジンを更新</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>モデルエンジン</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>現在の状態を調べています…</translation>
    </message>
    <message>
        <source>This page may be closed meanwhile: it goes on, and the queue shows it.</source>
        <translation>このページを閉じても続行します。キューに表示されます。</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>数秒かかります。</translation>
    </message>
    <message>
        <source>It is made anew beside the one that is there, which works until then.</source>
        <translation>既存のものの隣に新しく作ります。それまでは既存のものが動作します。</translation>
    </message>
    <message>
        <source>Vision-language models run on PyTorch, which this edition of Eyebox does not carry because it is large. It can be added here once; everything it does then happens on this machine.</source>
        <translation>視覚言語モデルはPyTorchで動作しますが、大きいためこの版のEyeboxには含まれていません。ここで一度だけ追加できます。その後の処理はすべてこのマシンで行われます。</translation>
    </message>
    <message>
        <source>It was begun before: %1 are here. It can go on from there, or be started over.</source>
        <translation>以前に始めたものがあります：%1が取得済みです。続きから、または最初からやり直せます。</translation>
    </message>
    <message>
        <source>Remove the model engine? %1 become free; models themselves stay.</source>
        <translation>モデルエンジンを削除しますか？%1が空きます。モデル自体は残ります。</translation>
    </message>
    <message>
        <source>Throw away the %1 that came so far?</source>
        <translation>これまでに取得した%1を破棄しますか？</translation>
    </message>
    <message>
        <source>Remove the server engine? %1 become free; models themselves stay.</source>
        <translation>サーバーエンジンを削除しますか？%1が空きます。モデル自体は残ります。</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>サーバーエンジンを追加中</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>サーバーエンジンを削除中</translation>
    </message>
    <message>
        <source>Update the server engine</source>
        <translation>サーバーエンジンを更新</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>サーバーエンジン</translation>
    </message>
    <message>
        <source>vLLM answers many questions at once on an NVIDIA card. It needs other versions of its packages than the model engine, so it has a place of its own, and serves models on this machine only. It is optional.</source>
        <translation>vLLMはNVIDIAのカードで多くの質問に同時に答えます。モデルエンジンとは異なるバージョンのパッケージが必要なため専用の場所に置かれ、このマシンにだけモデルを提供します。追加は任意です。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>最初からやり直す…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Add it again…</source>
        <translation>もう一度追加…</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Download and add</source>
        <translation>ダウンロードして追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Server engine (vLLM)…</source>
        <translation>サーバーエンジン（vLLM）…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>EngineThere</name>
    <message>
        <source>Models run in the Python that Eyebox itself runs in. There is nothing to add.</source>
        <translation>モデルはEyeboxと同じPythonで動作します。追加するものはありません。</translation>
    </message>
    <message>
        <source>It came with Eyebox. There is nothing to add.</source>
        <translation>Eyeboxに同梱されています。追加するものはありません。</translation>
    </message>
    <message>
        <source>It was added to Eyebox and runs on this machine only.</source>
        <translation>Eyeboxに追加されており、このマシンでだけ動作します。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン%1</translation>
    </message>
    <message>
        <source>Its Python</source>
        <translation>使用するPython</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>ディスク上%1</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>パッケージ%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内蔵の文字認識</translation>
    </message>
    <message>
        <source>Accuracy at an IoU of %1</source>
        <translation>IoU %1での正解率</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>IoU %1での適合率</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>IoU %1での再現率</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>IoU %1でのF1</translation>
    </message>
    <message>
        <source>AP (COCO, IoU 0.5 to 0.95)</source>
        <translation>AP（COCO、IoU 0.5～0.95）</translation>
    </message>
    <message>
        <source>AP at an IoU of 0.5</source>
        <translation>IoU 0.5でのAP</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>文字誤り率</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>Accuracy (VQA)</source>
        <translation>正解率（VQA）</translation>
    </message>
    <message>
        <source>Right choices</source>
        <translation>正しい選択</translation>
    </message>
    <message>
        <source>OCRBench points</source>
        <translation>OCRBenchの得点</translation>
    </message>
    <message>
        <source>Accuracy (MME)</source>
        <translation>正解率（MME）</translation>
    </message>
    <message>
        <source>Accuracy+ (MME)</source>
        <translation>正解率+（MME）</translation>
    </message>
    <message>
        <source>Perception (MME)</source>
        <translation>知覚（MME）</translation>
    </message>
    <message>
        <source>Cognition (MME)</source>
        <translation>認知（MME）</translation>
    </message>
    <message>
        <source>Accuracy @%1</source>
        <translation>正解率@%1</translation>
    </message>
    <message>
        <source>Precision @%1</source>
        <translation>適合率@%1</translation>
    </message>
    <message>
        <source>Recall @%1</source>
        <translation>再現率@%1</translation>
    </message>
</context>
<context>
    <name>EvaluationController</name>
    <message>
        <source>The evaluation is done.</source>
        <translation>評価が終わりました。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内蔵の文字認識</translation>
    </message>
    <message>
        <source>Boxes, texts or questions with answers</source>
        <translation>ボックス、テキスト、または答え付きの質問</translation>
    </message>
    <message>
        <source>A folder of boxes or texts</source>
        <translation>ボックスまたはテキストのフォルダー</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>モデルのあるフォルダー</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>%1 of %2 questions are answered.</source>
        <translation>%2問中%1問に回答済みです。</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>画像を見ています…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計しています…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>一時停止しました。</translation>
    </message>
    <message>
        <source>Paused; what was answered is kept.</source>
        <translation>一時停止しました。回答済みの分は残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were not found and are left out.</source>
        <translation>
            <numerusform>画像%n枚が見つからず、除外されました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about videos left out.</source>
        <translation>
            <numerusform>動画に関する質問 %n 件を除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures come when the models have answered. You can close this and go on working.</source>
        <translation>モデルの回答がそろうと数値が表示されます。閉じて作業を続けてかまいません。</translation>
    </message>
    <message>
        <source>How well do models do on your own pictures? Choose pictures whose answers are known and one model or several, at one precision or several.</source>
        <translation>自分の画像でモデルはどの程度正しいでしょうか？答えの分かっている画像と、1つ以上のモデル、1つ以上の精度を選びます。</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer, counted as wrong.</source>
        <translation>
            <numerusform>回答のない質問%n問は誤りとして数えます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>トークン/秒</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>最大メモリ</translation>
    </message>
    <message>
        <source>Figures of the models, with intervals of 95 %</source>
        <translation>モデルの数値（95%区間付き）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Chart of</source>
        <translation>グラフの対象</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>数値をコピー</translation>
    </message>
</context>
<context>
    <name>EvaluationPictures</name>
    <message>
        <source>%1 is better</source>
        <translation>%1が優位</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1と%2</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>2つのモデル</translation>
    </message>
    <message>
        <source>Pictures on which they differ</source>
        <translation>結果の異なる画像</translation>
    </message>
    <message>
        <source>Dashed: what is true</source>
        <translation>破線：正解</translation>
    </message>
    <message>
        <source>They differ on no picture.</source>
        <translation>結果の異なる画像はありません。</translation>
    </message>
    <message>
        <source>Evaluate two models, or one at two precisions, to see where they differ.</source>
        <translation>2つのモデル、または1つのモデルを2つの精度で評価すると違いが見られます。</translation>
    </message>
</context>
<context>
    <name>EvaluationSetup</name>
    <message>
        <source>Pictures whose answers are known</source>
        <translation>答えの分かっている画像</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>質問の内容</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Choose a file of boxes or questions</source>
        <translation>ボックスまたは質問のファイルを選択</translation>
    </message>
    <message>
        <source>Choose a folder of boxes or texts</source>
        <translation>ボックスまたはテキストのフォルダーを選択</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>モデルのあるフォルダー…</translation>
    </message>
    <message>
        <source>Answers are made without chance, so that they are the same again. Answers that are there stay.</source>
        <translation>回答はランダムさなしで作られ、再現できます。既存の回答は残ります。</translation>
    </message>
    <message>
        <source>Reviewed pictures of this session</source>
        <translation>このセッションのレビュー済みの画像</translation>
    </message>
    <message>
        <source>All pictures of this session with boxes</source>
        <translation>このセッションのボックスのある全画像</translation>
    </message>
    <message>
        <source>By the file</source>
        <translation>ファイルに従う</translation>
    </message>
    <message>
        <source>Find the boxes</source>
        <translation>ボックスを探す</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>テキストを読み取る</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>質問に答える</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message>
        <source>Evaluation of %1</source>
        <translation>%1の評価</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>回答がありませんでした。</translation>
    </message>
    <message>
        <source>Evaluation: counting</source>
        <translation>評価：集計中</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Looking at what there is to export…</source>
        <translation>エクスポートする内容を調べています…</translation>
    </message>
    <message>
        <source>What this format loses:</source>
        <translation>この形式で失われるもの：</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good.</source>
        <translation>
            <numerusform>%n領域が完全に黒塗りされます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good, with their text.</source>
        <translation>
            <numerusform>%n領域がテキストごと完全に黒塗りされます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Text that is blacked out is written as ████.</source>
        <translation>黒塗りされたテキストは████と書かれます。</translation>
    </message>
    <message>
        <source>Chats are written as they are.</source>
        <translation>チャットはそのまま書かれます。</translation>
    </message>
    <message>
        <source>Only boxes are written: in the picture files themselves nothing is blacked out.</source>
        <translation>ボックスだけを書きます。画像ファイル自体は黒塗りされません。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Picture with its boxes (PNG)</source>
        <translation>ボックス付きの画像（PNG）</translation>
    </message>
    <message>
        <source>Blacked out picture (PNG or JPEG)</source>
        <translation>黒塗りした画像（PNGまたはJPEG）</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>画像(&amp;P)</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>この画像</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>セッション全体</translation>
    </message>
    <message numerus="yes">
        <source>The selected pictures (%n)</source>
        <translation>
            <numerusform>選択した画像（%n枚）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EyeboxError</name>
    <message>
        <source>&quot;{build}&quot; is no build of torch: choose one of {builds}.</source>
        <translation>「{build}」はtorchのビルドではありません。{builds}から選んでください。</translation>
    </message>
    <message>
        <source>&quot;{device}&quot; is no device; choose auto, cpu, cuda, cuda:N or mps.</source>
        <translation>「{device}」はデバイスではありません。auto、cpu、cuda、cuda:N、mpsから選んでください。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no name of a model: names look like Qwen/Qwen2-VL-2B-Instruct.</source>
        <translation>「{name}」はモデル名ではありません。名前はQwen/Qwen2-VL-2B-Instructのような形です。</translation>
    </message>
    <message>
        <source>&quot;{precision}&quot; is no precision; choose one of {precisions}.</source>
        <translation>「{precision}」は精度ではありません。{precisions}から選んでください。</translation>
    </message>
    <message>
        <source>&quot;{revision}&quot; is no revision: give a branch, a tag or a commit.</source>
        <translation>「{revision}」はリビジョンではありません。ブランチ、タグ、コミットを指定してください。</translation>
    </message>
    <message>
        <source>&quot;{tensor}&quot; is {shape}, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>「{tensor}」は{shape}ですが、config.jsonは{wanted}を求めています。configは別のモデルのものです。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>A cluster does not make PDF files, for which all pages of a document have to come together: leave --cluster out.</source>
        <translation>クラスターではPDFファイルを作れません。文書の全ページをまとめる必要があるためです。--clusterを外してください。</translation>
    </message>
    <message>
        <source>A download from {host}, which was asked for.</source>
        <translation>要求された{host}からのダウンロードです。</translation>
    </message>
    <message>
        <source>A file of boxes has no questions: --task vqa needs lines with image, question and answers.</source>
        <translation>ボックスのファイルに質問はありません。--task vqaにはimage、question、answersのある行が必要です。</translation>
    </message>
    <message>
        <source>A file of this format holds one picture: export the session into a folder.</source>
        <translation>この形式のファイルに入る画像は1枚です。セッションはフォルダーにエクスポートしてください。</translation>
    </message>
    <message>
        <source>A file of {folder} is missing or cannot be read ({reason}); download the model again.</source>
        <translation>{folder}のファイルがないか読めません（{reason}）。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>A key goes only over https, or to this machine: give an https address, or one of a tunnel (ssh -L).</source>
        <translation>キーはhttps経由、またはこのマシンにだけ送られます。httpsのアドレスかトンネル（ssh -L）のアドレスを指定してください。</translation>
    </message>
    <message>
        <source>A model in {method}</source>
        <translation>{method}のモデル</translation>
    </message>
    <message>
        <source>A picture of this evaluation is gone: {file}.</source>
        <translation>この評価の画像がなくなりました：{file}。</translation>
    </message>
    <message>
        <source>A picture of {width:,} x {height:,} pixels is too long and thin for this model; crop it to the part that matters.</source>
        <translation>{width:,} x {height:,}画素の画像はこのモデルには細長すぎます。必要な部分を切り抜いてください。</translation>
    </message>
    <message>
        <source>A redacted picture is a PNG or a JPEG file: give {name} such an ending.</source>
        <translation>黒塗りした画像はPNGまたはJPEGです。{name}にその拡張子を付けてください。</translation>
    </message>
    <message>
        <source>A request to the server {host}, which was given.</source>
        <translation>指定されたサーバー{host}へのリクエストです。</translation>
    </message>
    <message>
        <source>A schema needs a vision-language model: choose one, or leave the schema out.</source>
        <translation>スキーマには視覚言語モデルが必要です。モデルを選ぶか、スキーマを外してください。</translation>
    </message>
    <message>
        <source>A server can&apos;t be called &quot;{name}&quot;: use letters, digits, &quot;.&quot; and &quot;-&quot;.</source>
        <translation>サーバーに「{name}」という名前は付けられません。英数字、「.」、「-」を使ってください。</translation>
    </message>
    <message>
        <source>A server is asked (--job ask) or takes out fields (--job extract), with a --model.</source>
        <translation>サーバーには--modelを付けて質問（--job ask）または項目抽出（--job extract）を行います。</translation>
    </message>
    <message>
        <source>A server is asked without an adapter of this machine: take it off.</source>
        <translation>サーバーへの質問にこのマシンのアダプターは使えません。外してください。</translation>
    </message>
    <message>
        <source>A server is asked without beams: set beams to 1.</source>
        <translation>サーバーへの質問にビームは使えません。ビームを1にしてください。</translation>
    </message>
    <message>
        <source>A weight file in {folder} holds more than numbers and is not opened; use a safetensors version of the model.</source>
        <translation>{folder}の重みファイルには数値以外のものが含まれるため開きません。safetensors版のモデルを使ってください。</translation>
    </message>
    <message>
        <source>A weight file in {folder} is cut or broken; download the model again.</source>
        <translation>{folder}の重みファイルが途切れているか壊れています。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Add pictures, documents or folders first.</source>
        <translation>先に画像、文書、フォルダーを追加してください。</translation>
    </message>
    <message>
        <source>Another Eyebox is changing the servers and does not come to an end: try again, or close it.</source>
        <translation>別の Eyebox がサーバーの一覧を変更中で、終わりません。もう一度試すか、そちらを終了してください。</translation>
    </message>
    <message>
        <source>Another Eyebox runs the server engine: stop it there first.</source>
        <translation>別のEyeboxがサーバーエンジンを実行しています。先にそちらで停止してください。</translation>
    </message>
    <message>
        <source>Another program is using {name}: close it, then try again.</source>
        <translation>別のプログラムが{name}を使用中です。それを閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Another program is writing to {name}: wait a moment, it is tried again.</source>
        <translation>別のプログラムが{name}に書き込んでいます。少し待てば再試行します。</translation>
    </message>
    <message>
        <source>Another user&apos;s program answers at {address} in place of Eyebox; nothing was sent to it. Open the files in Eyebox&apos;s window.</source>
        <translation>{address}ではEyeboxの代わりに別のユーザーのプログラムが応答しており、何も送りませんでした。ファイルはEyeboxのウィンドウで開いてください。</translation>
    </message>
    <message>
        <source>Answers by a JSON schema need the package llguidance: {install}.</source>
        <translation>JSONスキーマに従う回答にはパッケージllguidanceが必要です：{install}。</translation>
    </message>
    <message>
        <source>CUDA graphs could not be made here, so answers take longer ({reason}).</source>
        <translation>ここではCUDAグラフを作れないため、回答に時間がかかります（{reason}）。</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>メモリを割り当てられません</translation>
    </message>
    <message>
        <source>Check one server after the other.</source>
        <translation>サーバーは1つずつ確認してください。</translation>
    </message>
    <message>
        <source>Choose --device cpu</source>
        <translation>--device cpuを選んでください</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>より小さいモデルを選んでください</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose int4 and --device cpu</source>
        <translation>int4と--device cpuを選んでください</translation>
    </message>
    <message>
        <source>Choose int4 and show at most 250,000 pixels a picture</source>
        <translation>int4を選び、画像1枚を250,000画素以下で見せてください</translation>
    </message>
    <message>
        <source>Choose {precision}</source>
        <translation>{precision}を選んでください</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>デバイスまたはリソースがビジーです</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>ディレクトリが空ではありません</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>ディスク使用量の制限を超えました</translation>
    </message>
    <message>
        <source>Downloads need the package huggingface_hub: {install}.</source>
        <translation>ダウンロードにはパッケージhuggingface_hubが必要です：{install}。</translation>
    </message>
    <message>
        <source>Each machine of the cluster needs {count} processors or more: start Ray with --num-cpus={count}.</source>
        <translation>クラスターの各マシンには{count}個以上のプロセッサーが必要です。--num-cpus={count}でRayを起動してください。</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>実行形式エラー</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t have keys of its own here: bind a key to the command `eyebox capture` in the system&apos;s settings.</source>
        <translation>ここではEyeboxは独自のキーを持てません。システムの設定でコマンド`eyebox capture`にキーを割り当ててください。</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: change its permissions, free some space, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyeboxは{folder}に書き込めません。アクセス権を変えるか、空きを増やすか、EYEBOX_HOMEに自分のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: {reason}. Change its permissions, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyeboxは{folder}に書き込めません：{reason}。アクセス権を変えるか、EYEBOX_HOMEに自分のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Eyebox does not know its own packages any more: install Eyebox again.</source>
        <translation>Eyeboxが自身のパッケージを認識できません。Eyeboxを再インストールしてください。</translation>
    </message>
    <message>
        <source>Eyebox does not know models of the type &quot;{kind}&quot;; choose another model.</source>
        <translation>Eyeboxは「{kind}」タイプのモデルに対応していません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Eyebox does not know the conversation template &quot;{template}&quot; of this InternVL; choose another version.</source>
        <translation>このInternVLの会話テンプレート「{template}」には対応していません。別の版を選んでください。</translation>
    </message>
    <message>
        <source>Eyebox does not run this kind of InternVL&apos;s vision tower; choose another version.</source>
        <translation>このInternVLの画像エンコーダーには対応していません。別の版を選んでください。</translation>
    </message>
    <message>
        <source>Eyebox ended while it worked at this page.</source>
        <translation>このページの処理中にEyeboxが終了しました。</translation>
    </message>
    <message>
        <source>Eyebox is already running (process {process}) but does not answer: open the files in its window. Where there is none, end that process and start again.</source>
        <translation>Eyeboxはすでに起動しています（プロセス{process}）が応答しません。そのウィンドウでファイルを開いてください。ウィンドウがなければ、そのプロセスを終了して起動し直してください。</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>ファイルが存在します</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>Files in {path} that can&apos;t be read: {count:,}. The first: {reason}</source>
        <translation>{path}に読めないファイルがあります：{count:,}個。最初の理由：{reason}</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: no socket can be made at {address}. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>2回目の起動で開いたファイルはこのウィンドウに届きません。{address}にソケットを作れないためです。XDG_RUNTIME_DIRに自分だけが開けるフォルダーを指定して起動し直してください。</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: {folder} is not a folder that only you may open. Remove it, or set XDG_RUNTIME_DIR, and start again.</source>
        <translation>2回目の起動で開いたファイルはこのウィンドウに届きません。{folder}は自分だけが開けるフォルダーではありません。削除するかXDG_RUNTIME_DIRを設定して起動し直してください。</translation>
    </message>
    <message>
        <source>GPTQ can&apos;t quantize {folder}: its layers&apos; widths are no multiples of {group}; choose nf4.</source>
        <translation>GPTQでは{folder}を量子化できません。層の幅が{group}の倍数ではありません。nf4を選んでください。</translation>
    </message>
    <message>
        <source>Give the address of a server alone, as http://127.0.0.1:8000/v1, and its key by itself.</source>
        <translation>サーバーのアドレスだけを指定し（例：http://127.0.0.1:8000/v1）、キーは別に指定してください。</translation>
    </message>
    <message>
        <source>In {folder} nothing was begun that could be gone on with.</source>
        <translation>{folder}には続きから始められるものがありません。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>入出力エラー</translation>
    </message>
    <message>
        <source>Int8 and Int4</source>
        <translation>Int8とInt4</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ディレクトリです</translation>
    </message>
    <message>
        <source>It is not signed; its files are as its list says.</source>
        <translation>署名はありません。ファイルはリストのとおりです。</translation>
    </message>
    <message>
        <source>It is signed, but not verified: the package cryptography is not installed.</source>
        <translation>署名はありますが検証していません。パッケージcryptographyがインストールされていません。</translation>
    </message>
    <message>
        <source>It needs about {needed} and {free} are free: free some space first.</source>
        <translation>約{needed}が必要で、空きは{free}です。先に空きを増やしてください。</translation>
    </message>
    <message>
        <source>It was stopped: {left:,} parts were not looked at.</source>
        <translation>停止されました：{left:,}個の部分は調べていません。</translation>
    </message>
    <message>
        <source>Its coordinates are fractions of the picture&apos;s sides.</source>
        <translation>座標は画像の辺に対する割合です。</translation>
    </message>
    <message>
        <source>Its coordinates are pixels of the picture that it is sent.</source>
        <translation>座標は送られた画像の画素です。</translation>
    </message>
    <message>
        <source>Its coordinates are thousandths of the picture&apos;s sides.</source>
        <translation>座標は画像の辺の千分率です。</translation>
    </message>
    <message>
        <source>Layer {number} lacks {tensor}; fetch the weights again.</source>
        <translation>層{number}に{tensor}がありません。重みを取得し直してください。</translation>
    </message>
    <message>
        <source>Layers in {precision} can&apos;t live elsewhere; choose bf16 to offload them.</source>
        <translation>{precision}の層はオフロードできません。オフロードするにはbf16を選んでください。</translation>
    </message>
    <message>
        <source>Let layers live in memory or on disk (--offload), which is slow, or choose a smaller model.</source>
        <translation>層をメモリまたはディスクに置く（--offload、低速）か、より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again in {precision}.</source>
        <translation>メモリが足りないため、モデルを{precision}で読み込み直します。</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again with layers in memory or on disk, which is slow.</source>
        <translation>メモリが足りないため、層をメモリまたはディスクに置いてモデルを読み込み直します（低速）。</translation>
    </message>
    <message>
        <source>Memory ran out: the pictures are shown smaller, as {after:,} visual tokens instead of {before:,}.</source>
        <translation>メモリが足りないため、画像を小さくして見せます：視覚トークン{before:,}個を{after:,}個に。</translation>
    </message>
    <message>
        <source>Memory ran out: what was kept of earlier turns was dropped, and the answer begins anew.</source>
        <translation>メモリが足りないため、以前のやり取りの保持分を破棄し、回答を最初から始めます。</translation>
    </message>
    <message>
        <source>Name the fields that are to be read of each page.</source>
        <translation>各ページから読み取る項目を指定してください。</translation>
    </message>
    <message>
        <source>Name what is to be found on each page.</source>
        <translation>各ページで探すものを指定してください。</translation>
    </message>
    <message>
        <source>No NVIDIA card was found, so models run on the processor.</source>
        <translation>NVIDIAのカードが見つからないため、モデルはプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>No family of models can load this folder; choose another model.</source>
        <translation>このフォルダーを読み込めるモデルファミリーがありません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>No file of boxes was found in {path}: choose another folder.</source>
        <translation>{path}にボックスのファイルがありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>No model is called &quot;{model}&quot;, and it is no folder of a model that Eyebox knows.</source>
        <translation>「{model}」という名前のモデルはなく、Eyeboxの知るモデルのフォルダーでもありません。</translation>
    </message>
    <message>
        <source>No picture has all of its boxes judged yet: go on with the review, then export again.</source>
        <translation>全ボックスの判定が済んだ画像がまだありません。レビューを進めてから、もう一度エクスポートしてください。</translation>
    </message>
    <message>
        <source>No picture of this review is marked complete: mark them in the review, or export all that are judged.</source>
        <translation>このレビューには完了の印の付いた画像がありません。レビューで印を付けるか、判定済みのすべてをエクスポートしてください。</translation>
    </message>
    <message>
        <source>No secure connection to {host} came about: check its address (https or http) and the proxy.</source>
        <translation>{host}への安全な接続を確立できませんでした。アドレス（httpsかhttpか）とプロキシを確認してください。</translation>
    </message>
    <message>
        <source>No shape was given a box.</source>
        <translation>どの図形にもボックスが付きませんでした。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>デバイスに空き領域がありません</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>そのようなファイルやディレクトリはありません</translation>
    </message>
    <message>
        <source>Nobody asked for this.</source>
        <translation>誰もこれを要求していません。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ディレクトリではありません</translation>
    </message>
    <message>
        <source>Nothing was written: boxes of {picture} were read back elsewhere than they were left. Report this, please.</source>
        <translation>何も書きませんでした。{picture}のボックスが、書いた位置と違う位置で読み戻されました。報告してください。</translation>
    </message>
    <message>
        <source>Only {found} of {total} shapes were found.</source>
        <translation>{total}個の図形のうち{found}個しか見つかりませんでした。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>許可されていない操作です</translation>
    </message>
    <message>
        <source>PDF needs PDFium, which is not installed here; add the model engine again.</source>
        <translation>PDFにはPDFiumが必要ですが、インストールされていません。モデルエンジンをもう一度追加してください。</translation>
    </message>
    <message>
        <source>Parts of the model live elsewhere ({memory} in memory, {disk} on disk), which is slow.</source>
        <translation>モデルの一部がオフロードされています（メモリに{memory}、ディスクに{disk}）。低速になります。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>アクセスが拒否されました</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to {host}.</source>
        <translation>{host}への送信を許可するまで、画像はこのマシンに残ります。</translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be listened at: {reason}.</source>
        <translation>ポート{port}で待ち受けできません：{reason}。</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program: end that one, or choose another port with --port.</source>
        <translation>ポート{port}は別のプログラムが使用中です。それを終了するか、--portで別のポートを選んでください。</translation>
    </message>
    <message>
        <source>Python {version} is downloaded from {host}.</source>
        <translation>Python {version}を{host}からダウンロードします。</translation>
    </message>
    <message>
        <source>Python {version} is here already.</source>
        <translation>Python {version}はすでにあります。</translation>
    </message>
    <message>
        <source>Python {version} of this machine ({program}) is used.</source>
        <translation>このマシンのPython {version}（{program}）を使います。</translation>
    </message>
    <message>
        <source>Python {version} was downloaded, but is not in {folder}: try again.</source>
        <translation>Python {version}をダウンロードしましたが、{folder}にありません。もう一度試してください。</translation>
    </message>
    <message>
        <source>Quantizing to {to} needs {packages}: {install}</source>
        <translation>{to}への量子化には{packages}が必要です：{install}</translation>
    </message>
    <message>
        <source>Quantizing {folder} takes about {takes} of memory, and {free} are free; close other programs, or take a smaller model.</source>
        <translation>{folder}の量子化には約{takes}のメモリが必要で、空きは{free}です。ほかのプログラムを終了するか、より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Ray is not installed: pip install &quot;eyebox[cluster]&quot;.</source>
        <translation>Rayがインストールされていません：pip install &quot;eyebox[cluster]&quot;。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>読み取り専用のファイルシステムです</translation>
    </message>
    <message>
        <source>Say what is to be asked about each page.</source>
        <translation>各ページについての質問を入力してください。</translation>
    </message>
    <message>
        <source>Say where the results go.</source>
        <translation>結果の保存先を指定してください。</translation>
    </message>
    <message>
        <source>Show at most {pixels:,} pixels a picture</source>
        <translation>画像1枚を最大{pixels:,}画素で見せる</translation>
    </message>
    <message>
        <source>Show at most {tiles} tiles a picture</source>
        <translation>画像1枚を最大{tiles}タイルで見せる</translation>
    </message>
    <message>
        <source>Signatures need the package cryptography, which is not installed: add it, or leave the key out.</source>
        <translation>署名にはパッケージcryptographyが必要ですが、インストールされていません。追加するか、キーを外してください。</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>予期しないことが起きました（{kind}）。</translation>
    </message>
    <message>
        <source>Something unexpected happened; {log} says more.</source>
        <translation>予期しないことが起きました。詳しくは{log}を見てください。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({reason}).</source>
        <translation>予期しない問題が起きました（{reason}）。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong between Eyebox and its engine.</source>
        <translation>Eyeboxとエンジンの間で予期しない問題が起きました。</translation>
    </message>
    <message>
        <source>Teaching {name} so takes about {needed}, and {free} are free. {advice}.</source>
        <translation>{name}をこの方法で学習させるには約{needed}が必要で、空きは{free}です。{advice}。</translation>
    </message>
    <message>
        <source>That region is outside of picture {number}, which goes from [0, 0] to [{across}, {down}].</source>
        <translation>その領域は画像{number}の外です。画像の範囲は [0, 0] から [{across}, {down}] です。</translation>
    </message>
    <message>
        <source>The Python of the model engine is gone ({path}): add the model engine again.</source>
        <translation>モデルエンジンのPythonがなくなりました（{path}）。モデルエンジンをもう一度追加してください。</translation>
    </message>
    <message>
        <source>The adapter in {folder} changes nothing; save it again.</source>
        <translation>{folder}のアダプターは何も変えません。保存し直してください。</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds only half of {layer}; save it again.</source>
        <translation>{folder}のアダプターには{layer}の半分しかありません。保存し直してください。</translation>
    </message>
    <message>
        <source>The adapter in {folder} replaces {path}, which can&apos;t be done with quantized or offloaded layers; choose bf16, or merge the adapter first.</source>
        <translation>{folder}のアダプターは{path}を置き換えますが、量子化またはオフロードした層ではできません。bf16を選ぶか、先にアダプターを統合してください。</translation>
    </message>
    <message>
        <source>The adapter in {folder} uses {features}, which Eyebox does not compute; train it without, or merge it with the program that made it.</source>
        <translation>{folder}のアダプターはEyeboxが計算しない{features}を使っています。それなしで学習するか、作成したプログラムで統合してください。</translation>
    </message>
    <message>
        <source>The adapter in {folder} was made for another model: {reason}.</source>
        <translation>{folder}のアダプターは別のモデル用です：{reason}。</translation>
    </message>
    <message>
        <source>The answer broke off: {why}</source>
        <translation>回答が途切れました：{why}</translation>
    </message>
    <message>
        <source>The answer of {host} has no end and was cut: ask for fewer tokens.</source>
        <translation>{host}の回答が終わらないため打ち切りました。トークン数を減らしてください。</translation>
    </message>
    <message>
        <source>The answer was cut after {tokens:,} tokens and is no whole JSON: allow longer answers, or ask for fewer fields.</source>
        <translation>回答は{tokens:,}トークンで打ち切られ、JSONが完成していません。長い回答を許すか、項目を減らしてください。</translation>
    </message>
    <message>
        <source>The arguments of the call are no JSON object.</source>
        <translation>呼び出しの引数がJSONオブジェクトではありません。</translation>
    </message>
    <message>
        <source>The batch {name} can&apos;t be used ({reason}).</source>
        <translation>バッチ{name}は使えません（{reason}）。</translation>
    </message>
    <message>
        <source>The batch {name} is under way in another Eyebox: pause it there first.</source>
        <translation>バッチ{name}は別のEyeboxで処理中です。先にそちらで一時停止してください。</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of a picture of another size (about {times} times).</source>
        <translation>ボックスが別のサイズの画像（約{times}倍）の座標になっています。</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of the resized picture that the model was shown, not of the original.</source>
        <translation>ボックスが元の画像ではなく、モデルに見せた縮小画像の座標になっています。</translation>
    </message>
    <message>
        <source>The boxes are in thousandths of the picture, but were taken for pixels.</source>
        <translation>ボックスは画像の千分率ですが、画素として扱われました。</translation>
    </message>
    <message>
        <source>The boxes are shifted by about {across} pixels {side} and {down} pixels {height}.</source>
        <translation>ボックスが{side}約{across}画素、{height}約{down}画素ずれています。</translation>
    </message>
    <message>
        <source>The build of torch for Apple silicon is used.</source>
        <translation>Appleシリコン用のtorchを使います。</translation>
    </message>
    <message>
        <source>The built-in reader is not there where this model runs.</source>
        <translation>このモデルが動く環境に内蔵の文字認識がありません。</translation>
    </message>
    <message>
        <source>The call is no JSON of the form {example}.</source>
        <translation>呼び出しは{example}の形式のJSONではありません。</translation>
    </message>
    <message>
        <source>The captured picture could not be written: {reason}.</source>
        <translation>キャプチャした画像を書き込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The certificate of {host} was refused ({reason}): check this machine&apos;s clock, or the proxy in between.</source>
        <translation>{host}の証明書が拒否されました（{reason}）。このマシンの時計か、途中のプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The chat is {prompt_tokens:,} tokens long, but this model&apos;s context is {context:,} tokens: shorten the text, show fewer or smaller pictures, or start a new chat.</source>
        <translation>チャットは{prompt_tokens:,}トークンですが、このモデルのコンテキストは{context:,}トークンです。テキストを短くするか、画像を減らすか小さくするか、新しいチャットを始めてください。</translation>
    </message>
    <message>
        <source>The chat template of this model has no place for pictures; choose another model.</source>
        <translation>このモデルのチャットテンプレートには画像を入れる場所がありません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The chat template of this model refuses this chat: {reason}</source>
        <translation>このモデルのチャットテンプレートがこのチャットを拒否しました：{reason}</translation>
    </message>
    <message>
        <source>The chat template of this model takes too much time or memory, so it is not used; choose another model.</source>
        <translation>このモデルのチャットテンプレートは時間またはメモリを使いすぎるため使いません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The cluster gave up: start the same command again, it goes on from here.</source>
        <translation>クラスターが停止しました。同じコマンドをもう一度実行すると、ここから続きます。</translation>
    </message>
    <message>
        <source>The cluster {address} can&apos;t be reached: is Ray started there?</source>
        <translation>クラスター{address}に接続できません。そこでRayは起動していますか？</translation>
    </message>
    <message>
        <source>The connection to {host} broke off in the middle of {file}.</source>
        <translation>{file}の途中で{host}との接続が切れました。</translation>
    </message>
    <message>
        <source>The connection to {host} broke: check the network, or try again later.</source>
        <translation>{host}との接続が切れました。ネットワークを確認するか、後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The decoded picture is gone or damaged: open the picture again.</source>
        <translation>デコードした画像がないか壊れています。画像を開き直してください。</translation>
    </message>
    <message>
        <source>The desktop does not let Eyebox capture the screen. Allow it in the desktop&apos;s settings for privacy or applications, then try again from Eyebox&apos;s window.</source>
        <translation>デスクトップがEyeboxの画面キャプチャを許可していません。デスクトップのプライバシーまたはアプリの設定で許可し、Eyeboxのウィンドウからもう一度試してください。</translation>
    </message>
    <message>
        <source>The desktop gave Eyebox no keys: bind a key to the command `eyebox capture` in its keyboard settings.</source>
        <translation>デスクトップがEyeboxにキーを割り当てませんでした。キーボードの設定でコマンド`eyebox capture`にキーを割り当ててください。</translation>
    </message>
    <message>
        <source>The desktop gave a picture of the screen that is none.</source>
        <translation>デスクトップが渡した画面の画像は画像ではありませんでした。</translation>
    </message>
    <message>
        <source>The desktop takes keys of a program once while it runs: change them in the desktop&apos;s settings, or start Eyebox again.</source>
        <translation>デスクトップは実行中のプログラムのキーを一度しか受け取りません。デスクトップの設定で変更するか、Eyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer: is xdg-desktop-portal running? Log out and in again if it stays so.</source>
        <translation>デスクトップのポータルが応答しません。xdg-desktop-portalは動いていますか？続く場合はログアウトしてログインし直してください。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal has ended before it answered: try again.</source>
        <translation>デスクトップのポータルが応答する前に終了しました。もう一度試してください。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal refused: {reason}.</source>
        <translation>デスクトップのポータルが拒否しました：{reason}。</translation>
    </message>
    <message>
        <source>The disk is full, nothing more is saved to {name}: free some space.</source>
        <translation>ディスクがいっぱいで、{name}にこれ以上保存できません。空きを増やしてください。</translation>
    </message>
    <message>
        <source>The disk is full, {name} was not written: free some space and try again.</source>
        <translation>ディスクがいっぱいで、{name}を書き込めませんでした。空きを増やして、もう一度試してください。</translation>
    </message>
    <message>
        <source>The disk is too full to open {path}; make {megabytes:,} MB free in {folder}.</source>
        <translation>ディスクがいっぱいで{path}を開けません。{folder}に{megabytes:,} MBの空きを作ってください。</translation>
    </message>
    <message>
        <source>The disk is too full: make {megabytes:,} MB free in {folder}.</source>
        <translation>ディスクがいっぱいです。{folder}に{megabytes:,} MBの空きを作ってください。</translation>
    </message>
    <message>
        <source>The disk of {path} is full; what came is kept: free some space and ask for the download again.</source>
        <translation>{path}のディスクがいっぱいです。取得済みの分は残ります。空きを増やして、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The disk of {path} takes no files of this size: choose another folder for models.</source>
        <translation>{path}のディスクはこのサイズのファイルを扱えません。モデル用に別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The doctor tried whether this is refused.</source>
        <translation>診断がこれが拒否されるかどうかを試しました。</translation>
    </message>
    <message>
        <source>The download is not finished ({file} is there); let it go on.</source>
        <translation>ダウンロードが終わっていません（{file}があります）。続けてください。</translation>
    </message>
    <message>
        <source>The engine did not understand what it was asked to do.</source>
        <translation>エンジンが依頼された内容を理解できませんでした。</translation>
    </message>
    <message>
        <source>The engine of downloads</source>
        <translation>ダウンロードのエンジン</translation>
    </message>
    <message>
        <source>The engine that asks servers</source>
        <translation>サーバーに質問するエンジン</translation>
    </message>
    <message>
        <source>The engine that sets up the model engine</source>
        <translation>モデルエンジンを設定するエンジン</translation>
    </message>
    <message>
        <source>The engine that teaches models</source>
        <translation>モデルを学習させるエンジン</translation>
    </message>
    <message>
        <source>The engine that writes documents</source>
        <translation>文書を書き出すエンジン</translation>
    </message>
    <message>
        <source>The engine {role}</source>
        <translation>エンジン{role}</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents are refused connections by a hook in Python. Native code is not held by it: {reason}.</source>
        <translation>画像を開く、読む、答える、モデルを見る、文書を書くエンジンの接続は、Pythonのフックが拒否します。ネイティブコードはこれでは止められません：{reason}。</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents can&apos;t connect: the Linux kernel refuses it to them and to all they start (seccomp). What native code is refused there is not listed.</source>
        <translation>画像を開く、読む、答える、モデルを見る、文書を書くエンジンは接続できません。Linuxカーネルがそれらと、それらが起動するすべての接続を拒否します（seccomp）。ネイティブコードへの拒否はここに表示されません。</translation>
    </message>
    <message>
        <source>The experts of this model ({share} % of its weights) stay in 16 bit: bitsandbytes cannot quantize them.</source>
        <translation>このモデルのエキスパート（重みの{share}%）は16ビットのままです。bitsandbytesでは量子化できません。</translation>
    </message>
    <message>
        <source>The file of this evaluation is damaged; start it again, answers that were kept are used.</source>
        <translation>この評価のファイルが壊れています。もう一度始めてください。保存済みの回答は使われます。</translation>
    </message>
    <message>
        <source>The folder holds torch {version}.</source>
        <translation>フォルダーにtorch {version}があります。</translation>
    </message>
    <message>
        <source>The folder holds {package} {version}.</source>
        <translation>フォルダーに{package} {version}があります。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made: check the permissions of the one above it.</source>
        <translation>フォルダー{folder}を作れません。上位のフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be used: check its permissions.</source>
        <translation>フォルダー{folder}を使えません。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The graphics card reported an error, and what was loaded on it is gone; try again. The doctor in the Help menu (`eyebox doctor`) tells whether the card works.</source>
        <translation>グラフィックカードがエラーを報告し、読み込まれていたものは失われました。もう一度お試しください。カードが動作するかどうかは、ヘルプメニューの診断（`eyebox doctor`）で分かります。</translation>
    </message>
    <message>
        <source>The hub gives no checksum for {file} of {name}: try another mirror.</source>
        <translation>ハブに{name}の{file}のチェックサムがありません。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, but config.json wants {wanted}: fetch config and preprocessor_config.json of one model.</source>
        <translation>画像プロセッサーの{name}は{value}ですが、config.jsonは{wanted}を求めています。同じモデルのconfigとpreprocessor_config.jsonを取得してください。</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, which is no size; fetch its file again.</source>
        <translation>画像プロセッサーの{name}が{value}で、サイズではありません。そのファイルを取得し直してください。</translation>
    </message>
    <message>
        <source>The index gives no checksum for {name}: try another mirror.</source>
        <translation>インデックスに{name}のチェックサムがありません。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>The index names a file that is no wheel ({name}): try another mirror.</source>
        <translation>インデックスにwheelではないファイルがあります（{name}）。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>The index of the weights is missing: fetch {index}.</source>
        <translation>重みのインデックスがありません。{index}を取得してください。</translation>
    </message>
    <message>
        <source>The installed gptqmodel needs torch 2.14 or newer: {install}</source>
        <translation>インストールされているgptqmodelにはtorch 2.14以降が必要です：{install}</translation>
    </message>
    <message>
        <source>The installed torch has no CUDA: install the build for it from pytorch.org, or choose --device cpu.</source>
        <translation>インストールされているtorchにはCUDAがありません。pytorch.orgの対応ビルドをインストールするか、--device cpuを選んでください。</translation>
    </message>
    <message>
        <source>The installed transformers knows no model that answers about pictures for the type &quot;{model_type}&quot;; update transformers or choose another model.</source>
        <translation>インストールされているtransformersには、タイプ「{model_type}」で画像について答えるモデルがありません。transformersを更新するか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The job says something that this Eyebox does not know: {name}.</source>
        <translation>ジョブにこのEyeboxの知らない内容があります：{name}。</translation>
    </message>
    <message>
        <source>The job {kind} is done by the built-in reader: leave the model out.</source>
        <translation>作業{kind}は内蔵の文字認識が行います。モデルを外してください。</translation>
    </message>
    <message>
        <source>The key {file} can&apos;t be read: {reason}.</source>
        <translation>キー{file}を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The keyring of this system is locked or does not answer: unlock it and try again.</source>
        <translation>このシステムのキーリングがロックされているか応答しません。解除してもう一度試してください。</translation>
    </message>
    <message>
        <source>The limit of calls is reached, so this one was not done: answer from what you have seen.</source>
        <translation>呼び出しの上限に達したため、この呼び出しは実行されませんでした。これまでに見た内容から答えてください。</translation>
    </message>
    <message>
        <source>The local API can&apos;t be started: {reason}.</source>
        <translation>ローカルAPIを開始できません：{reason}。</translation>
    </message>
    <message>
        <source>The local API can&apos;t reach its engines: no socket can be made. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>ローカルAPIがエンジンに接続できません。ソケットを作れないためです。XDG_RUNTIME_DIRに自分だけが開けるフォルダーを指定して起動し直してください。</translation>
    </message>
    <message>
        <source>The local API has ended by itself. Switch it on again.</source>
        <translation>ローカルAPIが終了しました。もう一度オンにしてください。</translation>
    </message>
    <message>
        <source>The local API, which programs on this machine alone can reach.</source>
        <translation>このマシンのプログラムだけが接続できるローカルAPIです。</translation>
    </message>
    <message>
        <source>The look was not possible: {reason}.</source>
        <translation>確認できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The model computed values that are no numbers: its weights are damaged or do not bear this precision; verify its folder, or choose another precision.</source>
        <translation>モデルの計算結果が数値になりませんでした。重みが壊れているか、この精度に耐えられません。フォルダーを検証するか、別の精度を選んでください。</translation>
    </message>
    <message>
        <source>The model engine is being added or removed already, by another window or command: wait for that one.</source>
        <translation>モデルエンジンは別のウィンドウまたはコマンドで追加または削除中です。終わるまで待ってください。</translation>
    </message>
    <message>
        <source>The model engine is of another version of Eyebox, or damaged: add it again.</source>
        <translation>モデルエンジンが別のバージョンのEyeboxのものか、壊れています。もう一度追加してください。</translation>
    </message>
    <message>
        <source>The model engine was to be added.</source>
        <translation>モデルエンジンの追加が要求されました。</translation>
    </message>
    <message>
        <source>The model library&apos;s engine</source>
        <translation>モデルライブラリのエンジン</translation>
    </message>
    <message>
        <source>The model runs on the processor, because it needs at least {needed} on {card}, where {free} can be used.</source>
        <translation>モデルはプロセッサーで動作します。{card}では少なくとも{needed}が必要で、使えるのは{free}だからです。</translation>
    </message>
    <message>
        <source>The model runs on the processor, because {card} can run it in no precision.</source>
        <translation>モデルはプロセッサーで動作します。{card}で動かせる精度がないためです。</translation>
    </message>
    <message>
        <source>The model stays on the processor, as it was chosen before; {precision} fits on {card} by now and can be chosen.</source>
        <translation>以前の選択どおり、モデルはプロセッサーのままです。現在は{precision}が{card}に収まり、選択できます。</translation>
    </message>
    <message>
        <source>The model wanted to look again after {count} rounds, which is the limit.</source>
        <translation>モデルは{count}回の後もさらに見ようとしましたが、上限です。</translation>
    </message>
    <message>
        <source>The model&apos;s engine</source>
        <translation>モデルのエンジン</translation>
    </message>
    <message>
        <source>The name {name} is too long: choose a shorter one.</source>
        <translation>名前{name}は長すぎます。短いものを選んでください。</translation>
    </message>
    <message>
        <source>The name {path} is too long for a pack.</source>
        <translation>名前{path}はパックには長すぎます。</translation>
    </message>
    <message>
        <source>The new model engine does not answer and was not put in place: try again.</source>
        <translation>新しいモデルエンジンが応答しないため、適用しませんでした。もう一度試してください。</translation>
    </message>
    <message>
        <source>The new model engine does not work ({reason}) and was not put in place: try another build or another source.</source>
        <translation>新しいモデルエンジンが動作しないため（{reason}）、適用しませんでした。別のビルドまたは別の入手元を試してください。</translation>
    </message>
    <message>
        <source>The packages could not be chosen from {source}: {reason}.</source>
        <translation>{source}からパッケージを選べませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The packages could not be installed ({reason}): try again, or another source.</source>
        <translation>パッケージをインストールできませんでした（{reason}）。もう一度試すか、別の入手元を使ってください。</translation>
    </message>
    <message>
        <source>The picture engine</source>
        <translation>画像エンジン</translation>
    </message>
    <message>
        <source>The picture of the screen can&apos;t be read: {reason}.</source>
        <translation>画面の画像を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts at their full size.</source>
        <translation>画像を全体と、重なり合う{count:,}個の部分（原寸）で調べました。</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts, shown {shrink} times smaller.</source>
        <translation>画像を全体と、重なり合う{count:,}個の部分で調べました（{shrink}分の1に縮小して表示）。</translation>
    </message>
    <message>
        <source>The pictures were shown in less detail, as this chat is set: {shown:,} visual tokens instead of {whole:,}.</source>
        <translation>このチャットの設定に従い、画像の細かさを落として見せました：視覚トークン{whole:,}個を{shown:,}個に。</translation>
    </message>
    <message>
        <source>The process that renders chat templates could not be started; install the model engine again.</source>
        <translation>チャットテンプレートを展開するプロセスを起動できませんでした。モデルエンジンを再インストールしてください。</translation>
    </message>
    <message>
        <source>The program&apos;s own Python has torch already, and models go on running there.</source>
        <translation>プログラム自身のPythonにすでにtorchがあり、モデルは引き続きそこで動作します。</translation>
    </message>
    <message>
        <source>The proxy does not let through to {host} ({reason}): check the proxy.</source>
        <translation>プロキシが{host}への接続を通しません（{reason}）。プロキシを確認してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be used: give an HTTP proxy, as http://host:port.</source>
        <translation>プロキシ{proxy}は使えません。http://host:portの形でHTTPプロキシを指定してください。</translation>
    </message>
    <message>
        <source>The reader finds no text there.</source>
        <translation>文字認識はそこに文字を見つけられませんでした。</translation>
    </message>
    <message>
        <source>The reader&apos;s engine</source>
        <translation>文字認識のエンジン</translation>
    </message>
    <message>
        <source>The reader&apos;s models are missing; install the package rapidocr again.</source>
        <translation>文字認識のモデルがありません。パッケージrapidocrを再インストールしてください。</translation>
    </message>
    <message>
        <source>The report could not be kept in {folder}: {reason}.</source>
        <translation>レポートを{folder}に保存できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The running Eyebox does not understand this: close it and start it again.</source>
        <translation>実行中の Eyebox はこの要求を理解できません。一度終了して、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The schema cannot be used ({reason}); fix it and ask again.</source>
        <translation>スキーマを使えません（{reason}）。直してもう一度質問してください。</translation>
    </message>
    <message>
        <source>The schema has to be a JSON object, such as {{&quot;type&quot;: &quot;object&quot;}}; fix it and ask again.</source>
        <translation>スキーマはJSONオブジェクトである必要があります（例：{{&quot;type&quot;: &quot;object&quot;}}）。直してもう一度質問してください。</translation>
    </message>
    <message>
        <source>The schema is not JSON ({reason}); fix it and ask again.</source>
        <translation>スキーマがJSONではありません（{reason}）。直してもう一度質問してください。</translation>
    </message>
    <message>
        <source>The schema is not JSON: {reason}.</source>
        <translation>スキーマがJSONではありません：{reason}。</translation>
    </message>
    <message>
        <source>The script has a step that does not exist: {step}.</source>
        <translation>スクリプトに存在しないステップがあります：{step}。</translation>
    </message>
    <message>
        <source>The script has no answer to &quot;{question}&quot;.</source>
        <translation>スクリプトに「{question}」への回答がありません。</translation>
    </message>
    <message>
        <source>The script {path} cannot be read: {reason}.</source>
        <translation>スクリプト{path}を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The script {path} is not JSON.</source>
        <translation>スクリプト{path}はJSONではありません。</translation>
    </message>
    <message>
        <source>The server engine</source>
        <translation>サーバーエンジン</translation>
    </message>
    <message>
        <source>The server engine does not run ({reason}): see the details, or use the model engine.</source>
        <translation>サーバーエンジンが動作しません（{reason}）。詳細を見るか、モデルエンジンを使ってください。</translation>
    </message>
    <message>
        <source>The session file {name} can&apos;t be opened for writing: check its permissions and those of its folder.</source>
        <translation>セッションファイル{name}を書き込み用に開けません。ファイルとフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The session file {path} is damaged and was left as it is: put a copy of it in its place, or set it aside and start with an empty one.</source>
        <translation>セッションファイル{path}が壊れており、そのまま残しました。コピーで置き換えるか、よけて空のファイルから始めてください。</translation>
    </message>
    <message>
        <source>The settings cannot be saved to {file} ({reason}); they hold until you close Eyebox.</source>
        <translation>設定を{file}に保存できません（{reason}）。Eyeboxを閉じるまで有効です。</translation>
    </message>
    <message>
        <source>The settings in {file} are damaged ({reason}); the defaults are used.</source>
        <translation>{file}の設定が壊れているため（{reason}）、既定値を使います。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read ({reason}); the defaults are used.</source>
        <translation>{file}の設定を読めないため（{reason}）、既定値を使います。</translation>
    </message>
    <message>
        <source>The settings were damaged and are kept as {file}; the defaults are used.</source>
        <translation>設定が壊れていたため{file}として残し、既定値を使います。</translation>
    </message>
    <message>
        <source>The signature of {file} is wrong, so nothing of it is unpacked.</source>
        <translation>{file}の署名が正しくないため、何も展開しません。</translation>
    </message>
    <message>
        <source>The small pictures of the boxes are gone: they will be made again.</source>
        <translation>ボックスの小さな画像がなくなりました。作り直します。</translation>
    </message>
    <message>
        <source>The state of the teaching in {folder} can&apos;t be read; begin anew under another name.</source>
        <translation>{folder}の学習の状態を読めません。別の名前で最初から始めてください。</translation>
    </message>
    <message>
        <source>The teaching in {folder} was begun with another model or other data: leave them out, or choose another name.</source>
        <translation>{folder}の学習は別のモデルまたは別のデータで始められています。それらを外すか、別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The thumbnail {file} could not be written.</source>
        <translation>サムネイル{file}を書き込めませんでした。</translation>
    </message>
    <message>
        <source>The token can&apos;t be kept in {file}: {reason}.</source>
        <translation>トークンを{file}に保存できません：{reason}。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} knows more tokens than the weights: fetch both of one model.</source>
        <translation>{folder}のトークナイザーのトークン数が重みより多くなっています。同じモデルの両方を取得してください。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} writes the places of pictures otherwise than the model: fetch both of one model.</source>
        <translation>{folder} のトークナイザーは画像の位置をモデルと異なる形で書きます。同じモデルの両方を取得してください。</translation>
    </message>
    <message>
        <source>The tokenizer is missing: fetch tokenizer.json and tokenizer_config.json.</source>
        <translation>トークナイザーがありません。tokenizer.jsonとtokenizer_config.jsonを取得してください。</translation>
    </message>
    <message>
        <source>The tokenizer of {folder} has no {token}; download the model again.</source>
        <translation>{folder}のトークナイザーに{token}がありません。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files disagree about &quot;{text}&quot;; download the model again.</source>
        <translation>トークナイザーのファイル間で「{text}」が食い違っています。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The vision tower has {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>画像エンコーダーは{found}層ですが、config.jsonは{wanted}層を求めています。configは別のモデルのものです。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>The weights are in the GGUF format, which Eyebox does not run; choose the safetensors version.</source>
        <translation>重みはEyeboxが実行できないGGUF形式です。safetensors版を選んでください。</translation>
    </message>
    <message>
        <source>The weights are missing: there is no model.safetensors; fetch the model again.</source>
        <translation>重みがありません。model.safetensorsがないため、モデルを取得し直してください。</translation>
    </message>
    <message>
        <source>The weights are missing: {file} is no model.safetensors; fetch the model again.</source>
        <translation>重みがありません。{file}はmodel.safetensorsではないため、モデルを取得し直してください。</translation>
    </message>
    <message>
        <source>The weights are quantized on disk ({method}): choose {precision}, or the BF16 version of this model.</source>
        <translation>重みはディスク上で量子化されています（{method}）。{precision}か、このモデルのBF16版を選んでください。</translation>
    </message>
    <message>
        <source>The weights are stored as {precision}, which Eyebox does not run; choose the BF16 version of this model.</source>
        <translation>重みはEyeboxが実行できない{precision}で保存されています。このモデルのBF16版を選んでください。</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq) and were unpacked to {precision}.</source>
        <translation>重みは4ビット（gptq）で保存され、{precision}に展開されました。</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq), and were unpacked and made int8.</source>
        <translation>重みは4ビット（gptq）で保存され、展開されてint8になりました。</translation>
    </message>
    <message>
        <source>The weights have no input embeddings (embed_tokens); fetch them again.</source>
        <translation>重みに入力埋め込み（embed_tokens）がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>The weights have no output layer (lm_head); fetch them again.</source>
        <translation>重みに出力層（lm_head）がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>The weights have no vision tower; fetch them again.</source>
        <translation>重みに画像エンコーダーがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>The weights have {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>重みは{found}層ですが、config.jsonは{wanted}層を求めています。configは別のモデルのものです。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not belong to its config.json ({reason}); download the model again.</source>
        <translation>{folder}の重みがそのconfig.jsonと合いません（{reason}）。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The weights in {folder} hold numbers that are not finite (in {name}); download the model again.</source>
        <translation>{folder}の重みに有限でない数値があります（{name}）。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The weights lack {name}; fetch them again.</source>
        <translation>重みに{name}がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are missing; fetch them again.</source>
        <translation>層{layer}の重みがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>The weights were unpacked and made NF4, because no kernel takes them as they are ({reason}).</source>
        <translation>重みをそのまま扱えるカーネルがないため（{reason}）、展開してNF4にしました。</translation>
    </message>
    <message>
        <source>The window and the command line connect to nobody; a hook in Python refuses it and records it. A display or message bus on another machine, where you set one up, is reached by the system&apos;s own libraries.</source>
        <translation>ウィンドウとコマンドラインはどこにも接続しません。Pythonのフックが拒否して記録します。別のマシンのディスプレイやメッセージバスを設定している場合は、システムのライブラリが接続します。</translation>
    </message>
    <message>
        <source>The {part} has {found} layers in the weights, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>{part}は重みでは{found}層ですが、config.jsonは{wanted}層を求めています。configは別のモデルのものです。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>There are only questions about videos; save frames as pictures and ask about these.</source>
        <translation>動画に関する質問しかありません。フレームを画像として保存し、それについて質問してください。</translation>
    </message>
    <message>
        <source>There is no Apple GPU here; choose --device cpu.</source>
        <translation>AppleのGPUがありません。--device cpuを選んでください。</translation>
    </message>
    <message>
        <source>There is no CUDA card here; choose --device cpu.</source>
        <translation>CUDAのカードがありません。--device cpuを選んでください。</translation>
    </message>
    <message>
        <source>There is no Python {version} here for these wheels: install it, or put a standalone one (cpython-*-install_only.tar.gz) into {folder}.</source>
        <translation>これらのwheel用のPython {version}がありません。インストールするか、単体のPython（cpython-*-install_only.tar.gz）を{folder}に置いてください。</translation>
    </message>
    <message>
        <source>There is no X server whose keys could be listened to.</source>
        <translation>キーを受け取れるXサーバーがありません。</translation>
    </message>
    <message>
        <source>There is no batch {name}; eyebox batch list shows them.</source>
        <translation>バッチ{name}はありません。eyebox batch listで一覧できます。</translation>
    </message>
    <message>
        <source>There is no card {device} here; choose --device cpu.</source>
        <translation>カード{device}がありません。--device cpuを選んでください。</translation>
    </message>
    <message>
        <source>There is no conversation to learn from{first}.</source>
        <translation>学習できる会話がありません{first}。</translation>
    </message>
    <message>
        <source>There is no family {name}: give one as qwen2_5_vl, qwen3_vl or internvl.</source>
        <translation>ファミリー{name}はありません。qwen2_5_vl、qwen3_vl、internvlのように指定してください。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>ファイルまたはフォルダー{path}がありません。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>ファイル{name}がありません。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder of a model.</source>
        <translation>フォルダー{folder}がありません。モデルのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder that holds a standalone Python.</source>
        <translation>フォルダー{folder}がありません。単体のPythonのあるフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder with the wheels, or the address of an index.</source>
        <translation>フォルダー{folder}がありません。wheelのフォルダーか、インデックスのアドレスを指定してください。</translation>
    </message>
    <message>
        <source>There is no job {kind}: choose one of {kinds}.</source>
        <translation>作業{kind}はありません。{kinds}から選んでください。</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; check HF_TOKEN.</source>
        <translation>{host}にモデル{name}がありません。名前とHF_TOKENを確認してください。</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; if it is private or gated, set HF_TOKEN.</source>
        <translation>{host}にモデル{name}がありません。名前を確認してください。非公開または承認制の場合はHF_TOKENを設定してください。</translation>
    </message>
    <message>
        <source>There is no page to write into a PDF file.</source>
        <translation>PDFファイルに書き込むページがありません。</translation>
    </message>
    <message>
        <source>There is no picture {number}: pictures of the chat: {count}.</source>
        <translation>画像{number}はありません。チャットの画像数：{count}。</translation>
    </message>
    <message>
        <source>There is no server called &quot;{name}&quot;: add it (eyebox endpoints add NAME URL), or choose another.</source>
        <translation>「{name}」というサーバーはありません。追加する（eyebox endpoints add NAME URL）か、別のものを選んでください。</translation>
    </message>
    <message>
        <source>There is no session bus, by which the desktop could be asked: start Eyebox from the desktop.</source>
        <translation>デスクトップに問い合わせるセッションバスがありません。デスクトップからEyeboxを起動してください。</translation>
    </message>
    <message>
        <source>There is no such region yet: capture one first, and give it a name from its bar.</source>
        <translation>そのような領域はまだありません。先にキャプチャし、そのバーで名前を付けてください。</translation>
    </message>
    <message>
        <source>There is no template of ignored parts called {name} (there are: {known}). Save one in the window.</source>
        <translation>{name}という無視する部分のテンプレートはありません（あるもの：{known}）。ウィンドウで保存してください。</translation>
    </message>
    <message>
        <source>There is no tool {name}; there are {tools}.</source>
        <translation>ツール{name}はありません。使えるのは{tools}です。</translation>
    </message>
    <message>
        <source>There is no torch for Macs with Intel processors any more: the built-in reader still reads here.</source>
        <translation>Intelプロセッサーのマック用のtorchはもうありません。内蔵の文字認識は引き続き使えます。</translation>
    </message>
    <message>
        <source>There is no wheel of {package} for this machine: try another source.</source>
        <translation>このマシン用の{package}のwheelがありません。別の入手元を試してください。</translation>
    </message>
    <message>
        <source>There is not enough memory for this question; ask about fewer or smaller pictures, or choose a smaller model.</source>
        <translation>この質問にはメモリが足りません。画像を減らすか小さくするか、より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>There is not enough memory to load {name}; choose int8 or int4, or let layers be offloaded.</source>
        <translation>{name}を読み込むメモリが足りません。int8かint4を選ぶか、層をオフロードしてください。</translation>
    </message>
    <message>
        <source>There is not enough memory to open this picture; close other programs, or make it smaller.</source>
        <translation>この画像を開くメモリが足りません。ほかのプログラムを終了するか、画像を小さくしてください。</translation>
    </message>
    <message>
        <source>There is not enough memory to open {path}; close other programs, or make it smaller.</source>
        <translation>{path}を開くメモリが足りません。ほかのプログラムを終了するか、小さくしてください。</translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>メモリが足りません。ほかのプログラムを終了して、もう一度試してください。</translation>
    </message>
    <message>
        <source>There is nothing to ask: {missing} of the pictures were not found, and the others have no boxes, or no questions.</source>
        <translation>質問するものがありません。画像のうち{missing}枚が見つからず、残りにはボックスか質問がありません。</translation>
    </message>
    <message>
        <source>There is too little memory for the buffers of CUDA graphs.</source>
        <translation>CUDAグラフのバッファー用のメモリが足りません。</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>回答がありませんでした。</translation>
    </message>
    <message>
        <source>This InternVL has a language model of the type &quot;{kind}&quot;, which Eyebox reads only from a version for transformers; choose one whose name ends in &quot;-hf&quot;.</source>
        <translation>このInternVLの言語モデルはタイプ「{kind}」で、Eyeboxはtransformers版からだけ読み込めます。名前が「-hf」で終わるものを選んでください。</translation>
    </message>
    <message>
        <source>This InternVL is older than InternVL2, which Eyebox does not run; choose InternVL2 or newer.</source>
        <translation>このInternVLはInternVL2より古く、Eyeboxでは動きません。InternVL2以降を選んでください。</translation>
    </message>
    <message>
        <source>This desktop has no portal for it: install xdg-desktop-portal and the part for your desktop, or bind a key to the command `eyebox capture` and paste screenshots of the system with Ctrl+V.</source>
        <translation>このデスクトップには対応するポータルがありません。xdg-desktop-portalとデスクトップ用の部品をインストールするか、コマンド`eyebox capture`にキーを割り当て、システムのスクリーンショットをCtrl+Vで貼り付けてください。</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;qwen&quot;); choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>これはテキスト専用のモデル（「qwen」）です。Qwen-VLまたはQwen-VL-Chatを選んでください。</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;{kind}&quot;); choose one that looks at pictures.</source>
        <translation>これはテキスト専用のモデル（「{kind}」）です。画像を見るモデルを選んでください。</translation>
    </message>
    <message>
        <source>This is not a picture that Eyebox can open: use a PNG, JPEG, WebP, TIFF, BMP or GIF.</source>
        <translation>これはEyeboxで開ける画像ではありません。PNG、JPEG、WebP、TIFF、BMP、GIFを使ってください。</translation>
    </message>
    <message>
        <source>This is only an adapter (LoRA): load its base model and give this folder as the adapter.</source>
        <translation>これはアダプター（LoRA）だけです。ベースモデルを読み込み、このフォルダーをアダプターとして指定してください。</translation>
    </message>
    <message>
        <source>This is that region of picture {number} at full resolution. Boxes that you give lie on picture {number}.</source>
        <translation>これは画像{number}のその領域の原寸表示です。示すボックスは画像{number}上のものとします。</translation>
    </message>
    <message>
        <source>This keyboard has no key for {keys}: choose another.</source>
        <translation>このキーボードには{keys}のキーがありません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>このモデル</translation>
    </message>
    <message>
        <source>This model (&quot;{kind}&quot;) works only with program code of its own, which Eyebox never runs; choose a version for transformers (often its name ends in &quot;-hf&quot;).</source>
        <translation>このモデル（「{kind}」）は独自のプログラムコードでしか動きませんが、Eyeboxはそれを決して実行しません。transformers版（多くは名前が「-hf」で終わる）を選んでください。</translation>
    </message>
    <message>
        <source>This model can&apos;t be shown these pictures: {reason}</source>
        <translation>このモデルにはこれらの画像を見せられません：{reason}</translation>
    </message>
    <message>
        <source>This model cannot run here.</source>
        <translation>このモデルはここでは動きません。</translation>
    </message>
    <message>
        <source>This model folder has no chat template, so it can&apos;t be asked anything; choose another.</source>
        <translation>このモデルのフォルダーにはチャットテンプレートがないため質問できません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>This model has no token that ends an answer, so it can&apos;t be taught.</source>
        <translation>このモデルには回答を終えるトークンがないため、学習できません。</translation>
    </message>
    <message>
        <source>This model is being evaluated by another Eyebox; wait until that has ended, or pause it.</source>
        <translation>このモデルは別のEyeboxで評価中です。終わるまで待つか、一時停止してください。</translation>
    </message>
    <message>
        <source>This model knows no tools, so it answers from what it sees at once.</source>
        <translation>このモデルはツールを使えないため、最初に見た内容だけで答えます。</translation>
    </message>
    <message>
        <source>This model knows no tools: ask it without them, or choose another model.</source>
        <translation>このモデルはツールを使えません。ツールなしで質問するか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer cannot be used with a JSON schema; ask without one.</source>
        <translation>このモデルのトークナイザーはJSONスキーマに対応していません。スキーマなしで質問してください。</translation>
    </message>
    <message>
        <source>This pack is not signed, but a key was asked for.</source>
        <translation>このパックには署名がありませんが、キーが求められました。</translation>
    </message>
    <message>
        <source>This pack was signed by {found}, not by {wanted}.</source>
        <translation>このパックの署名者は{wanted}ではなく{found}です。</translation>
    </message>
    <message>
        <source>This page takes too long to be taken in; save it as a picture in another program first.</source>
        <translation>このページの取り込みに時間がかかりすぎます。先に別のプログラムで画像として保存してください。</translation>
    </message>
    <message>
        <source>This part of Eyebox needs no network.</source>
        <translation>Eyeboxのこの部分にネットワークは不要です。</translation>
    </message>
    <message>
        <source>This password does not open {path}; try another one.</source>
        <translation>このパスワードでは{path}を開けません。別のものを試してください。</translation>
    </message>
    <message>
        <source>This session is gone: open another one from the list of sessions.</source>
        <translation>このセッションはなくなりました。セッションのリストから別のものを開いてください。</translation>
    </message>
    <message>
        <source>This text has {count:,} characters, and {most:,} of it fit into a QR code. Select less of it.</source>
        <translation>このテキストは{count:,}文字で、QRコードには{most:,}文字まで入ります。選択を減らしてください。</translation>
    </message>
    <message>
        <source>This video takes too long to be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>この動画のデコードに時間がかかりすぎます。先に別のプログラムでMP4（H.264）として保存してください。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>シンボリックリンクの階層が多すぎます</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>Videos need OpenCV, which is not installed here.</source>
        <translation>動画にはOpenCVが必要ですが、ここにはありません。</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too long to set up; download the model again, or choose another.</source>
        <translation>{folder}のファイルの内容は準備に時間がかかりすぎます。モデルをもう一度ダウンロードするか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too much memory to set up; download the model again, or choose another.</source>
        <translation>{folder}のファイルの内容は準備にメモリを使いすぎます。モデルをもう一度ダウンロードするか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Windows keeps the Print Screen key for its own snipping tool: switch that off under Settings, Accessibility, Keyboard, or choose other keys.</source>
        <translation>WindowsはPrint Screenキーを自身のSnipping Tool用に使います。設定の「アクセシビリティ」「キーボード」でオフにするか、別のキーを選んでください。</translation>
    </message>
    <message>
        <source>You may not read {path}; change its permissions or copy it elsewhere.</source>
        <translation>{path}を読む権限がありません。アクセス権を変えるか、別の場所にコピーしてください。</translation>
    </message>
    <message>
        <source>You opened this link.</source>
        <translation>このリンクを開きました。</translation>
    </message>
    <message>
        <source>a box is on a picture that it does not have</source>
        <translation>存在しない画像のボックスがあります</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>a file is still coming</source>
        <translation>まだ届いていないファイルがあります</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>a page has over {most:,} lines</source>
        <translation>1ページが{most:,}行を超えています</translation>
    </message>
    <message>
        <source>a picture has over {most:,} boxes</source>
        <translation>1枚の画像のボックスが{most:,}個を超えています</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>パイプ</translation>
    </message>
    <message>
        <source>a tag is far too long</source>
        <translation>タグが長すぎます</translation>
    </message>
    <message>
        <source>adapter_config.json makes transformers load an adapter over the model; move the adapter&apos;s files into a folder of their own.</source>
        <translation>adapter_config.jsonがあるとtransformersがモデルにアダプターを重ねて読み込みます。アダプターのファイルを専用のフォルダーに移してください。</translation>
    </message>
    <message>
        <source>add the model engine (Models, or eyebox models engine add)</source>
        <translation>モデルエンジンを追加（「モデル」またはeyebox models engine add）</translation>
    </message>
    <message>
        <source>add the model engine again with them (Models, or eyebox models engine add --wheels FOLDER)</source>
        <translation>それらを含めてモデルエンジンをもう一度追加（「モデル」またはeyebox models engine add --wheels FOLDER）</translation>
    </message>
    <message>
        <source>an extension of tar</source>
        <translation>tarの拡張</translation>
    </message>
    <message>
        <source>annotation {annotation} belongs to no image</source>
        <translation>注釈{annotation}に対応する画像がありません</translation>
    </message>
    <message>
        <source>another program answers on its port</source>
        <translation>そのポートでは別のプログラムが応答しています</translation>
    </message>
    <message>
        <source>audio_tokenizer_config.json makes transformers load another model; remove it, since Eyebox does not listen.</source>
        <translation>audio_tokenizer_config.jsonがあるとtransformersが別のモデルを読み込みます。Eyeboxは音声を扱わないため、削除してください。</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>boxes marked as a crowd</source>
        <translation>群衆（crowd）とされたボックス</translation>
    </message>
    <message>
        <source>boxes marked as difficult</source>
        <translation>難しい（difficult）とされたボックス</translation>
    </message>
    <message>
        <source>boxes on pictures whose size is not known</source>
        <translation>サイズ不明の画像のボックス</translation>
    </message>
    <message>
        <source>boxes on pictures whose text was read</source>
        <translation>テキストを読み取った画像のボックス</translation>
    </message>
    <message>
        <source>boxes that are cut at the edge of their picture</source>
        <translation>画像の端で切れたボックス</translation>
    </message>
    <message>
        <source>boxes that moved by over a pixel, as the model counts in coarser steps</source>
        <translation>モデルの刻みが粗いため1画素を超えて動いたボックス</translation>
    </message>
    <message>
        <source>boxes whose corners can&apos;t be used</source>
        <translation>頂点を使えないボックス</translation>
    </message>
    <message>
        <source>boxes with a description, a group or flags</source>
        <translation>説明、グループ、フラグ付きのボックス</translation>
    </message>
    <message>
        <source>boxes with attributes</source>
        <translation>属性付きのボックス</translation>
    </message>
    <message>
        <source>boxes without an area inside of their picture, or written twice</source>
        <translation>画像内に面積のない、または重複したボックス</translation>
    </message>
    <message>
        <source>boxes without width or height</source>
        <translation>幅または高さのないボックス</translation>
    </message>
    <message>
        <source>changes to fused experts</source>
        <translation>融合したエキスパートへの変更</translation>
    </message>
    <message>
        <source>changes to single tokens</source>
        <translation>個々のトークンへの変更</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>circles, lines and points</source>
        <translation>円、線、点</translation>
    </message>
    <message>
        <source>config.json does not say which type of model this is; fetch it again.</source>
        <translation>config.jsonにモデルのタイプがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>config.json in {folder} describes a model with far more weights than its files hold: config and weights belong to different models; fetch both of one model.</source>
        <translation>{folder}のconfig.jsonは、ファイルにあるよりはるかに多くの重みを持つモデルを示しています。configと重みが別々のモデルのものです。同じモデルの両方を取得してください。</translation>
    </message>
    <message>
        <source>config.json in {folder} has no usable &quot;{key}&quot;; fetch it again.</source>
        <translation>{folder}のconfig.jsonに使える「{key}」がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>config.json is missing; fetch it again.</source>
        <translation>config.jsonがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>config.json says &quot;{model_type}&quot;, but the weights are of another kind ({others}): fetch config and weights of one model.</source>
        <translation>config.jsonは「{model_type}」ですが、重みは別の種類（{others}）です。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>config.json says that &quot;{key}&quot; is {value}, far beyond its weights: config and weights belong to different models; fetch both of one model.</source>
        <translation>config.jsonの「{key}」は{value}で、重みをはるかに超えています。configと重みが別々のモデルのものです。同じモデルの両方を取得してください。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下に</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>終了コード{code}</translation>
    </message>
    <message>
        <source>gptqmodel can&apos;t quantize models of the type {kind}; choose nf4, or a model of a Qwen or InternVL family.</source>
        <translation>gptqmodelは{kind}型のモデルを量子化できません。nf4か、QwenまたはInternVL系のモデルを選んでください。</translation>
    </message>
    <message>
        <source>it begins with &lt;{tag}&gt;, not with &lt;{root}&gt;</source>
        <translation>&lt;{root}&gt;ではなく&lt;{tag}&gt;で始まっています</translation>
    </message>
    <message>
        <source>it declares a document type, which is not read</source>
        <translation>読み取らない文書型宣言があります</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>終了しました</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>何も告げずに終了しました</translation>
    </message>
    <message>
        <source>it got no better on what was held out</source>
        <translation>検証用データでそれ以上良くなりませんでした</translation>
    </message>
    <message>
        <source>it has boxes that wait for a verdict or are unsure</source>
        <translation>判定待ちまたは保留のボックスがあります</translation>
    </message>
    <message>
        <source>it has fewer boxes or names than places for them</source>
        <translation>ボックスまたは名前が、その場所の数より少なくなっています</translation>
    </message>
    <message>
        <source>it has no conversation</source>
        <translation>会話がありません</translation>
    </message>
    <message>
        <source>it has no rejected answer</source>
        <translation>不採用の回答がありません</translation>
    </message>
    <message>
        <source>it holds neither labels nor pictures</source>
        <translation>ラベルも画像もありません</translation>
    </message>
    <message>
        <source>it holds no answer</source>
        <translation>回答がありません</translation>
    </message>
    <message>
        <source>it is about a video; models are taught with pictures here: save its frames as pictures</source>
        <translation>動画に関するものです。ここでの学習は画像で行います。フレームを画像として保存してください</translation>
    </message>
    <message>
        <source>it is in {file}</source>
        <translation>{file}にあります</translation>
    </message>
    <message>
        <source>it is no review of Eyebox, or one of a newer version</source>
        <translation>Eyeboxのレビューではないか、より新しいバージョンのものです</translation>
    </message>
    <message>
        <source>it is not a sound table ({reason})</source>
        <translation>表が正しくありません（{reason}）</translation>
    </message>
    <message>
        <source>it is not marked complete in the review</source>
        <translation>レビューで完了と印されていません</translation>
    </message>
    <message>
        <source>it is not trusted</source>
        <translation>信頼されていません</translation>
    </message>
    <message>
        <source>it is of CVAT for video; export it for images</source>
        <translation>CVATの動画用です。画像用にエクスポートしてください</translation>
    </message>
    <message>
        <source>it is {tokens:,} tokens long, and the model&apos;s context is {context:,}</source>
        <translation>{tokens:,}トークンですが、モデルのコンテキストは{context:,}です</translation>
    </message>
    <message>
        <source>it knows no {tensor}</source>
        <translation>{tensor}がありません</translation>
    </message>
    <message>
        <source>it names {marks} pictures and has {count}</source>
        <translation>{marks}枚の画像を示していますが、{count}枚あります</translation>
    </message>
    <message>
        <source>it needs {tensor}</source>
        <translation>{tensor}が必要です</translation>
    </message>
    <message>
        <source>it was ended by hand</source>
        <translation>手動で終了しました</translation>
    </message>
    <message>
        <source>it writes no text</source>
        <translation>テキストを書いていません</translation>
    </message>
    <message>
        <source>its boxes are in another family&apos;s form, among other text</source>
        <translation>ボックスが別のファミリーの形式で、ほかのテキストに混じっています</translation>
    </message>
    <message>
        <source>its download has not ended</source>
        <translation>ダウンロードが終わっていません</translation>
    </message>
    <message>
        <source>its encoding is not known</source>
        <translation>文字コードが不明です</translation>
    </message>
    <message>
        <source>its first row names no columns picture, what, text, x1, y1, x2, y2</source>
        <translation>1行目に列picture, what, text, x1, y1, x2, y2がありません</translation>
    </message>
    <message>
        <source>its picture {name} was not found</source>
        <translation>画像{name}が見つかりません</translation>
    </message>
    <message>
        <source>its size is not known, or models refuse it</source>
        <translation>サイズが不明か、モデルが受け付けません</translation>
    </message>
    <message>
        <source>its two answers are the same</source>
        <translation>二つの回答が同じです</translation>
    </message>
    <message>
        <source>its weights are missing</source>
        <translation>重みがありません</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <translation>{signal}で終了させられました</translation>
    </message>
    <message>
        <source>killed by {signal}, often because memory ran out</source>
        <translation>{signal}で終了させられました（多くはメモリ不足）</translation>
    </message>
    <message>
        <source>labels of boxes</source>
        <translation>ボックスのラベル</translation>
    </message>
    <message>
        <source>labels with line breaks, or with what models take for markup</source>
        <translation>改行や、モデルがマークアップとみなすものを含むラベル</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>言語モデル</translation>
    </message>
    <message>
        <source>layers that stand twice</source>
        <translation>重複した層</translation>
    </message>
    <message>
        <source>line {line} is no sound XML</source>
        <translation>{line}行目が正しいXMLではありません</translation>
    </message>
    <message>
        <source>line {line} is no sound YAML</source>
        <translation>{line}行目が正しいYAMLではありません</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>{number}行目</translation>
    </message>
    <message>
        <source>line {number} is far too long</source>
        <translation>{number}行目が長すぎます</translation>
    </message>
    <message>
        <source>macOS does not let Eyebox see the screen: allow it under System Settings, Privacy and Security, Screen Recording, and start Eyebox again.</source>
        <translation>macOSがEyeboxに画面を見せません。システム設定の「プライバシーとセキュリティ」「画面収録」で許可し、Eyeboxを起動し直してください。</translation>
    </message>
    <message>
        <source>no box that a model proposed on it was corrected</source>
        <translation>モデルが提案したボックスがいずれも修正されていません</translation>
    </message>
    <message>
        <source>no file has it</source>
        <translation>どのファイルにもありません</translation>
    </message>
    <message>
        <source>none of its lines is the number of a class and places</source>
        <translation>クラス番号と座標からなる行がありません</translation>
    </message>
    <message>
        <source>one of its boxes has no area</source>
        <translation>面積のないボックスがあります</translation>
    </message>
    <message>
        <source>one of its boxes reaches out of its picture</source>
        <translation>画像からはみ出たボックスがあります</translation>
    </message>
    <message>
        <source>one of its turns is neither a question nor an answer</source>
        <translation>質問でも回答でもない発言があります</translation>
    </message>
    <message>
        <source>only Linux has such a filter</source>
        <translation>このようなフィルターがあるのはLinuxだけです</translation>
    </message>
    <message>
        <source>outlines of boxes that lean or have more corners</source>
        <translation>傾いた、または頂点の多いボックスの輪郭</translation>
    </message>
    <message>
        <source>pictures that EXIF turns, which some trainers don&apos;t: save those upright before you train</source>
        <translation>EXIFで回転する画像（回転しない学習プログラムがあるため、学習前に正しい向きで保存してください）</translation>
    </message>
    <message>
        <source>pictures that are not marked complete</source>
        <translation>完了の印のない画像</translation>
    </message>
    <message>
        <source>pictures whose size is not known</source>
        <translation>サイズ不明の画像</translation>
    </message>
    <message>
        <source>pictures whose size is not known, or which the model refuses</source>
        <translation>サイズ不明、またはモデルが拒否する画像</translation>
    </message>
    <message>
        <source>pictures with boxes that wait for a verdict or are unsure</source>
        <translation>判定待ちまたは保留のボックスがある画像</translation>
    </message>
    <message>
        <source>pictures with read text</source>
        <translation>テキストを読み取った画像</translation>
    </message>
    <message>
        <source>pictures without boxes</source>
        <translation>ボックスのない画像</translation>
    </message>
    <message>
        <source>pip install {packages}</source>
        <translation>pip install {packages}</translation>
    </message>
    <message>
        <source>preprocessor_config.json is missing; fetch it again.</source>
        <translation>preprocessor_config.jsonがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>records about videos, which have no boxes</source>
        <translation>ボックスのない動画の記録</translation>
    </message>
    <message>
        <source>rotated boxes, shown by their outlines</source>
        <translation>回転したボックス（輪郭で表示）</translation>
    </message>
    <message>
        <source>rotations of boxes, which many programs ignore</source>
        <translation>ボックスの回転（多くのプログラムが無視します）</translation>
    </message>
    <message>
        <source>scores of boxes</source>
        <translation>ボックスのスコア</translation>
    </message>
    <message>
        <source>shapes of kinds that are only kept</source>
        <translation>保持するだけの種類の図形</translation>
    </message>
    <message>
        <source>task {number}</source>
        <translation>タスク{number}</translation>
    </message>
    <message>
        <source>text of pictures that were not read</source>
        <translation>読み取っていない画像のテキスト</translation>
    </message>
    <message>
        <source>the id {id} of category {category} is taken twice</source>
        <translation>カテゴリー{category}のid {id}が重複しています</translation>
    </message>
    <message>
        <source>the id {id} of image {image} is taken twice</source>
        <translation>画像{image}のid {id}が重複しています</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>the {key} of task {number}</source>
        <translation>タスク{number}の{key}</translation>
    </message>
    <message>
        <source>their shapes differ</source>
        <translation>形が異なります</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>ひとつもありません</translation>
    </message>
    <message>
        <source>there is no page (ocr_page)</source>
        <translation>ページ（ocr_page）がありません</translation>
    </message>
    <message>
        <source>there is no {layer} in this one</source>
        <translation>このモデルに{layer}はありません</translation>
    </message>
    <message>
        <source>this kernel offers no seccomp filter</source>
        <translation>このカーネルにはseccompフィルターがありません</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>this model has no form of its own for boxes</source>
        <translation>このモデルにはボックスの固有の形式がありません</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>左に</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>右に</translation>
    </message>
    <message>
        <source>tokenizer.json cannot be read: {reason}.</source>
        <translation>tokenizer.jsonを読めません：{reason}。</translation>
    </message>
    <message>
        <source>tokenizer.json is damaged or cut short; fetch it again.</source>
        <translation>tokenizer.jsonが壊れているか途切れています。取得し直してください。</translation>
    </message>
    <message>
        <source>torch is not installed: {install}</source>
        <translation>torchがインストールされていません：{install}</translation>
    </message>
    <message>
        <source>transformers 5 or newer is needed: {install}</source>
        <translation>transformers 5以降が必要です：{install}</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上に</translation>
    </message>
    <message>
        <source>vLLM brings a torch of its own.</source>
        <translation>vLLMは独自のtorchを含みます。</translation>
    </message>
    <message>
        <source>vLLM needs an NVIDIA card, and none was found here.</source>
        <translation>vLLMにはNVIDIAのカードが必要ですが、見つかりませんでした。</translation>
    </message>
    <message>
        <source>vision tower</source>
        <translation>画像エンコーダー</translation>
    </message>
    <message>
        <source>what it holds for {layer} is no LoRA of a linear layer</source>
        <translation>{layer}の内容が線形層のLoRAではありません</translation>
    </message>
    <message>
        <source>x and y of the boxes are swapped.</source>
        <translation>ボックスのxとyが入れ替わっています。</translation>
    </message>
    <message>
        <source>{address} is no address of a hub: it looks like https://huggingface.co.</source>
        <translation>{address}はハブのアドレスではありません。https://huggingface.coのような形です。</translation>
    </message>
    <message>
        <source>{address} is no address of packages: it looks like https://pypi.org/simple.</source>
        <translation>{address}はパッケージのアドレスではありません。https://pypi.org/simpleのような形です。</translation>
    </message>
    <message>
        <source>{advice} ({size}).</source>
        <translation>{advice}（{size}）。</translation>
    </message>
    <message>
        <source>{before} was kept because it was chosen before; {now} fits into the memory by now and can be chosen.</source>
        <translation>以前の選択に従い{before}のままにしました。現在は{now}もメモリに収まり、選択できます。</translation>
    </message>
    <message>
        <source>{build} was asked for.</source>
        <translation>{build}が指定されました。</translation>
    </message>
    <message>
        <source>{card} does not compute in BF16 itself; fp16 is faster on it.</source>
        <translation>{card}自体はBF16で計算しません。fp16のほうが高速です。</translation>
    </message>
    <message>
        <source>{card} is older than Turing, which only the builds for CUDA 12.6 know.</source>
        <translation>{card}はTuringより古く、CUDA 12.6用のビルドだけが対応しています。</translation>
    </message>
    <message>
        <source>{card} is too old for CUDA 12: update the driver, or models run on the processor.</source>
        <translation>{card}はCUDA 12には古すぎます。ドライバーを更新してください。更新しない場合、モデルはプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>{card} runs CUDA 12; from driver {driver} on it would be CUDA 13.</source>
        <translation>{card}はCUDA 12に対応しています。ドライバー{driver}以降ならCUDA 13になります。</translation>
    </message>
    <message>
        <source>{card} runs CUDA 13.</source>
        <translation>{card}はCUDA 13に対応しています。</translation>
    </message>
    <message>
        <source>{card} with driver of unknown version</source>
        <translation>{card}、ドライバーのバージョン不明</translation>
    </message>
    <message>
        <source>{card} with driver {driver}</source>
        <translation>{card}、ドライバー{driver}</translation>
    </message>
    <message>
        <source>{count:,} of them could not be looked at: {reason}</source>
        <translation>そのうち{count:,}個は調べられませんでした：{reason}</translation>
    </message>
    <message>
        <source>{count} layers stay in 16 bit: this processor&apos;s 4-bit kernel does not take their width.</source>
        <translation>{count}層は16ビットのままです。このプロセッサーの4ビットカーネルはその幅に対応していません。</translation>
    </message>
    <message>
        <source>{file} and {more} more of {wanted} weight files are missing; fetch them again.</source>
        <translation>重みファイル{wanted}個のうち{file}とほか{more}個がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} arrived damaged from {host} {attempts} times (its checksum is not the one listed) and was deleted: try again later, or another mirror.</source>
        <translation>{host}から届いた{file}が{attempts}回壊れていたため（チェックサムが一覧と異なる）、削除しました。後でもう一度試すか、別のミラーを使ってください。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as conversations: {reason}.</source>
        <translation>{file}を会話として読めません：{reason}。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as templates of ignored parts. Move it away and save them again.</source>
        <translation>{file}を無視する部分のテンプレートとして読めません。移動して、保存し直してください。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be unpacked: {reason}.</source>
        <translation>{file}を展開できません：{reason}。</translation>
    </message>
    <message>
        <source>{file} could not be read ({reason}): check the disk.</source>
        <translation>{file}を読めませんでした（{reason}）。ディスクを確認してください。</translation>
    </message>
    <message>
        <source>{file} has &quot;{key}&quot;, which leads to what is not part of this model; remove it, or choose another model.</source>
        <translation>{file}の「{key}」は、このモデルの一部ではないものを指しています。削除するか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{file} has not the size that it should have</source>
        <translation>{file}のサイズが正しくありません</translation>
    </message>
    <message>
        <source>{file} has to end with a message of the user.</source>
        <translation>{file}はユーザーのメッセージで終わる必要があります。</translation>
    </message>
    <message>
        <source>{file} holds more than its list says, so nothing of it is unpacked.</source>
        <translation>{file}にはリストにないものが含まれるため、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} holds no chats: it has to be a list of messages, or of chats.</source>
        <translation>{file}にチャットがありません。メッセージまたはチャットのリストである必要があります。</translation>
    </message>
    <message>
        <source>{file} holds the path {path}, which is not allowed, so nothing of it is unpacked.</source>
        <translation>{file}に許可されないパス{path}が含まれるため、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} holds {path} twice, so nothing of it is unpacked.</source>
        <translation>{file}に{path}が2つ含まれるため、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is not what its list says comes there, so nothing of it is unpacked.</source>
        <translation>{file}の{path}はリストと異なるため、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is {what}, so nothing of it is unpacked.</source>
        <translation>{file}に{path}（{what}）が含まれるため、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which no model needs (code and pickled objects are never taken), so nothing of it is unpacked.</source>
        <translation>{file}にどのモデルにも不要な{path}が含まれるため（コードやpickleオブジェクトは決して取り込みません）、何も展開しません。</translation>
    </message>
    <message>
        <source>{file} is a folder: choose the files of conversations in it.</source>
        <translation>{file} はフォルダーです。その中の会話ファイルを選択してください。</translation>
    </message>
    <message>
        <source>{file} is cut off: fetch it again.</source>
        <translation>{file}が途切れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is damaged (its checksum is not the one that the hub gave): delete {path} and download {name} again.</source>
        <translation>{file}が壊れています（チェックサムがハブのものと異なる）。{path}を削除して{name}をもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{file} is damaged, or no standalone Python: fetch it again.</source>
        <translation>{file}が壊れているか、単体のPythonではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is larger than {gigabytes} GB: split it into several files.</source>
        <translation>{file}は{gigabytes} GBを超えています。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file}がありません</translation>
    </message>
    <message>
        <source>{file} is missing: download {name} again.</source>
        <translation>{file}がありません。{name}をもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{file} is missing; fetch it again.</source>
        <translation>{file}がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is no Ed25519 key without a password, in PEM form.</source>
        <translation>{file}はパスワードなしのPEM形式Ed25519キーではありません。</translation>
    </message>
    <message>
        <source>{file} is no chat: it has to be a list of messages.</source>
        <translation>{file}はチャットではありません。メッセージのリストである必要があります。</translation>
    </message>
    <message>
        <source>{file} is no list of files.</source>
        <translation>{file}はファイルのリストではありません。</translation>
    </message>
    <message>
        <source>{file} is no model pack, or it is damaged: fetch it again.</source>
        <translation>{file}はモデルパックではないか、壊れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is not JSON: {reason}.</source>
        <translation>{file}はJSONではありません：{reason}。</translation>
    </message>
    <message>
        <source>{file} is not what the checksums beside it say, so nothing of it is used: fetch it again from where it came from.</source>
        <translation>{file}が隣のチェックサムと一致しないため使いません。入手元から取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is not what {title} looks like: {reason}.</source>
        <translation>{file}は{title}の形ではありません：{reason}。</translation>
    </message>
    <message>
        <source>{file} is still coming</source>
        <translation>{file}がまだ届いていません</translation>
    </message>
    <message>
        <source>{file} is unpacked.</source>
        <translation>{file}を展開します。</translation>
    </message>
    <message>
        <source>{file} of {wanted} weight files is missing; fetch it again.</source>
        <translation>重みファイル{wanted}個のうち{file}がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no sensible number; fetch it again.</source>
        <translation>{file}の「{key}」が{value}で、妥当な数値ではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no size; fetch it again.</source>
        <translation>{file}の「{key}」が{value}で、サイズではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} was made by another version of Eyebox: update Eyebox first.</source>
        <translation>{file}は別のバージョンのEyeboxで作られました。先にEyeboxを更新してください。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be packed: {reason}.</source>
        <translation>{folder}をパックできません：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be looked at ({reason}): check the folder.</source>
        <translation>{folder}を調べられません（{reason}）。フォルダーを確認してください。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened; choose another folder.</source>
        <translation>{folder}を開けません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({reason}); check it.</source>
        <translation>{folder}に書き込めません（{reason}）。確認してください。</translation>
    </message>
    <message>
        <source>{folder} could not be loaded ({kind}: {reason}); choose another model.</source>
        <translation>{folder}を読み込めませんでした（{kind}：{reason}）。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{folder} does not exist; choose the folder of a model.</source>
        <translation>{folder}がありません。モデルのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} does not exist; make that folder first, or choose another.</source>
        <translation>{folder}がありません。先にそのフォルダーを作るか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>{host} takes no tools: “{reason}”.</source>
        <translation>{host}はツールを受け付けません：「{reason}」</translation>
    </message>
    <message>
        <source>{name} has weights that can&apos;t be written back into its own files; choose a LoRA (--method lora).</source>
        <translation>{name}には元のファイルに書き戻せない重みがあります。LoRA（--method lora）を選んでください。</translation>
    </message>
    <message>
        <source>{name} is quantized; choose the model in 16 bit, and QLoRA (--method qlora) to quantize it while it is taught.</source>
        <translation>{name}は量子化されています。16ビットのモデルを選び、学習中に量子化するには QLoRA（--method qlora）を使ってください。</translation>
    </message>
    <message>
        <source>{folder} has no tokenizer that can be read; download the model again.</source>
        <translation>{folder}に読めるトークナイザーがありません。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{folder} holds a model that is being taught: --resume goes on with it, another name begins anew.</source>
        <translation>{folder}には学習中のモデルがあります。--resumeで続きから、別の名前なら最初から始められます。</translation>
    </message>
    <message>
        <source>{folder} holds no adapter that can be read; choose another folder.</source>
        <translation>{folder}に読めるアダプターがありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds no adapter: it has no {config} that can be read; choose the folder with that file.</source>
        <translation>{folder}にアダプターがありません。読める{config}がないためです。そのファイルのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds no pictures; choose another folder.</source>
        <translation>{folder}に画像がありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds no torch of the build {build} (but {held}): leave the build out.</source>
        <translation>{folder}にビルド{build}のtorchがありません（あるのは{held}）。ビルドの指定を外してください。</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of uv for this machine, which installs the others: download uv into it too.</source>
        <translation>{folder}に、ほかをインストールするuvのこのマシン用のwheelがありません。uvもそこにダウンロードしてください。</translation>
    </message>
    <message>
        <source>{folder} holds results of another job: choose another folder.</source>
        <translation>{folder}には別のジョブの結果があります。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} is a Qwen model for text alone; choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>{folder}はテキスト専用のQwenモデルです。Qwen-VLまたはQwen-VL-Chatを選んでください。</translation>
    </message>
    <message>
        <source>{folder} is a file; choose the folder of a model.</source>
        <translation>{folder}はファイルです。モデルのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} is no LoRA, and other adapters can&apos;t be used; choose a LoRA.</source>
        <translation>{folder}はLoRAではなく、ほかのアダプターは使えません。LoRAを選んでください。</translation>
    </message>
    <message>
        <source>{folder} is no folder of a model; choose one.</source>
        <translation>{folder}はモデルのフォルダーではありません。選び直してください。</translation>
    </message>
    <message>
        <source>{folder} is no model in an original layout that can be converted; it is used as it is.</source>
        <translation>{folder}は変換できる元のレイアウトのモデルではありません。そのまま使います。</translation>
    </message>
    <message>
        <source>{folder} is quantized already; choose the model in 16 bit.</source>
        <translation>{folder}はすでに量子化されています。16ビットのモデルを選んでください。</translation>
    </message>
    <message>
        <source>{folder} is quantized, and nothing can be merged into quantized weights; choose the model in 16 bit.</source>
        <translation>{folder}は量子化されており、量子化された重みには統合できません。16ビットのモデルを選んでください。</translation>
    </message>
    <message>
        <source>{folder} lacks the files of its processor (preprocessor_config.json, tokenizer.json); download the model again.</source>
        <translation>{folder}にプロセッサーのファイル（preprocessor_config.json、tokenizer.json）がありません。モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{folder} lacks {weights}; save the adapter again.</source>
        <translation>{folder}に{weights}がありません。アダプターを保存し直してください。</translation>
    </message>
    <message>
        <source>{folder} needs a package that is not installed ({reason}).</source>
        <translation>{folder}に必要なパッケージがインストールされていません（{reason}）。</translation>
    </message>
    <message>
        <source>{folder} only works with code of its own, which Eyebox never runs; choose a model that transformers knows.</source>
        <translation>{folder}は独自のコードでしか動きませんが、Eyeboxはそれを決して実行しません。transformersの対応するモデルを選んでください。</translation>
    </message>
    <message>
        <source>{folder} turns only a part of each head (rotary_pct), which Eyebox does not compute; choose Qwen-VL or Qwen-VL-Chat as they were published.</source>
        <translation>{folder}は各ヘッドの一部だけを回転させますが（rotary_pct）、Eyeboxはそれを計算しません。公開されたままのQwen-VLまたはQwen-VL-Chatを選んでください。</translation>
    </message>
    <message>
        <source>{folder}/{file} is no file; remove it and fetch the model again.</source>
        <translation>{folder}/{file}はファイルではありません。削除して、モデルを取得し直してください。</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, and half of the boxes are off by {pixels} pixels or more.</source>
        <translation>{total}個の図形のうち{found}個が見つかり、ボックスの半数は{pixels}画素以上ずれています。</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, half of them within {pixels} pixels.</source>
        <translation>{total}個の図形のうち{found}個が見つかり、その半数は{pixels}画素以内です。</translation>
    </message>
    <message>
        <source>{host} does not answer as ModelScope does: check the mirror&apos;s address.</source>
        <translation>{host}はModelScopeとして応答しません。ミラーのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>{host} does not answer as a hub does: check the mirror&apos;s address.</source>
        <translation>{host}はハブとして応答しません。ミラーのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>{host} does not answer as a package index does: check its address.</source>
        <translation>{host}はパッケージインデックスとして応答しません。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>{host} does not answer: check the network connection, or try again later.</source>
        <translation>{host}が応答しません。ネットワーク接続を確認するか、後でもう一度試してください。</translation>
    </message>
    <message>
        <source>{host} does not give {file} (status {status}): try again later, or another mirror.</source>
        <translation>{host}が{file}を渡しません（状態{status}）。後でもう一度試すか、別のミラーを使ってください。</translation>
    </message>
    <message>
        <source>{host} does not give {what} without permission (status {status}): accept the model&apos;s licence there and set HF_TOKEN.</source>
        <translation>{host}は許可なしに{what}を渡しません（状態{status}）。そこでモデルのライセンスに同意し、HF_TOKENを設定してください。</translation>
    </message>
    <message>
        <source>{host} does not list {name} (status {status}): try another mirror.</source>
        <translation>{host}に{name}がありません（状態{status}）。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>{host} does not say how large {file} is: try another mirror.</source>
        <translation>{host}が{file}のサイズを知らせません。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>{host} gives no checksum for {file}: try another index.</source>
        <translation>{host}に{file}のチェックサムがありません。別のインデックスを試してください。</translation>
    </message>
    <message>
        <source>{host} gives no commit for {name}: try another mirror.</source>
        <translation>{host}に{name}のコミットがありません。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>{host} has no uv for this machine: try another index, or a folder of wheels.</source>
        <translation>{host}にこのマシン用のuvがありません。別のインデックスか、wheelのフォルダーを試してください。</translation>
    </message>
    <message>
        <source>{host} is busy and asks to come back in {minutes} minutes: try again then.</source>
        <translation>{host}が混雑しており、{minutes}分後の再試行を求めています。その後で試してください。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds whole numbers ({dtype}), and config.json names no quantization; fetch config and weights of one model.</source>
        <translation>「{name}」は整数（{dtype}）ですが、config.jsonに量子化の指定がありません。同じモデルのconfigと重みを取得してください。</translation>
    </message>
    <message>
        <source>&quot;box&quot; has to be four numbers [x1, y1, x2, y2], not {value}.</source>
        <translation>「box」は4つの数 [x1, y1, x2, y2] でなければなりません（{value}は不可）。</translation>
    </message>
    <message>
        <source>&quot;image&quot; has to be the number of a picture, from 1, not {value}.</source>
        <translation>「image」は1から始まる画像の番号でなければなりません（{value}は不可）。</translation>
    </message>
    <message>
        <source>A stop text ended the answer before it was whole JSON: take the stop text away, or ask without a schema.</source>
        <translation>JSONが完成する前に停止テキストで回答が終わりました。停止テキストを外すか、スキーマなしで質問してください。</translation>
    </message>
    <message>
        <source>Choose QLoRA (--method qlora)</source>
        <translation>QLoRA を選んでください（--method qlora）</translation>
    </message>
    <message>
        <source>Choose a LoRA (--method lora)</source>
        <translation>LoRA を選んでください（--method lora）</translation>
    </message>
    <message>
        <source>Choose one conversation at once (--batch 1)</source>
        <translation>一度に 1 つの会話を選んでください（--batch 1）</translation>
    </message>
    <message>
        <source>Choose pictures of {pixels:,} pixels at most (--max-pixels {pixels})</source>
        <translation>画像を最大 {pixels:,} ピクセルにしてください（--max-pixels {pixels}）</translation>
    </message>
    <message>
        <source>Choose to leave what looks at pictures as it is (--freeze-vision)</source>
        <translation>画像を見る部分をそのままにしてください（--freeze-vision）</translation>
    </message>
    <message>
        <source>Downloads, servers that you added, and adding the model engine are processes of their own. They run when you ask for them, reach what you asked for, and each connection is listed here.</source>
        <translation>ダウンロード、自分で追加したサーバー、モデルエンジンの追加は、それぞれ別のプロセスです。求められたときに動き、求められた先に接続し、すべての接続がここに表示されます。</translation>
    </message>
    <message>
        <source>It lacks {packages} and {last}: what needs them will not work.</source>
        <translation>{packages}と{last}がないため、それらを必要とするものは動きません。</translation>
    </message>
    <message>
        <source>It lacks {package}: what needs it will not work.</source>
        <translation>{package}がないため、それを必要とするものは動きません。</translation>
    </message>
    <message>
        <source>Nothing of this model can be trained so; choose all linear layers (--targets all).</source>
        <translation>このモデルにはこの方法で学習できるものがありません。すべての線形層（--targets all）を選んでください。</translation>
    </message>
    <message>
        <source>Python {version} could not be downloaded ({reason}): install Python {version} on this machine, or give a folder or an address with a standalone one.</source>
        <translation>Python {version}をダウンロードできませんでした（{reason}）。このマシンにPython {version}をインストールするか、単体のPythonのあるフォルダーまたはアドレスを指定してください。</translation>
    </message>
    <message>
        <source>The loss is no number any more after {step:,} steps; begin anew with a smaller learning rate (--lr).</source>
        <translation>{step:,}ステップ後に損失が数値ではなくなりました。より小さい学習率（--lr）で最初からやり直してください。</translation>
    </message>
    <message>
        <source>The model does not even learn {name} by heart (its loss went from {first} to {last}), so nothing was begun; choose another learning rate (--lr), or all linear layers (--targets all).</source>
        <translation>モデルは{name}を暗記さえできません（損失が{first}から{last}）。そのため何も始めませんでした。別の学習率（--lr）か、すべての線形層（--targets all）を選んでください。</translation>
    </message>
    <message>
        <source>The model engine</source>
        <translation>モデルエンジン</translation>
    </message>
    <message>
        <source>The server engine was not added: add it first (eyebox models engine add --server).</source>
        <translation>サーバーエンジンが追加されていません。先に追加してください（eyebox models engine add --server）。</translation>
    </message>
    <message>
        <source>The shortcuts could not be written to {file}: {reason}.</source>
        <translation>ショートカットを{file}に書き込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The weights in {folder} are quantized or pickled; only plain safetensors are converted.</source>
        <translation>{folder}の重みは量子化されているかpickle形式です。変換できるのは通常のsafetensorsだけです。</translation>
    </message>
    <message>
        <source>There is nothing to learn from. Conversations left out: {count:,}; the first: {reason}</source>
        <translation>学習できるものがありません。除外した会話：{count:,}、最初のもの：{reason}</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>注釈{number}</translation>
    </message>
    <message>
        <source>category {number}</source>
        <translation>カテゴリー{number}</translation>
    </message>
    <message>
        <source>fields of {format} alone</source>
        <translation>{format}だけにある項目</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>画像{number}</translation>
    </message>
    <message>
        <source>shape {number}</source>
        <translation>図形{number}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>the {key} of annotation {number}</source>
        <translation>注釈{number}の{key}</translation>
    </message>
    <message>
        <source>the {key} of category {number}</source>
        <translation>カテゴリー{number}の{key}</translation>
    </message>
    <message>
        <source>the {key} of image {number}</source>
        <translation>画像{number}の{key}</translation>
    </message>
    <message>
        <source>the {key} of shape {number}</source>
        <translation>図形{number}の{key}</translation>
    </message>
    <message>
        <source>{config} in {folder} has no usable lora_alpha; save the adapter again.</source>
        <translation>{folder}の{config}に使えるlora_alphaがありません。アダプターを保存し直してください。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Free some space.</source>
        <translation>{file}に書き込めません：{reason}。空きを増やしてください。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file}を読めません：{reason}。</translation>
    </message>
    <message>
        <source>{file} is damaged: its header gives nonsense for the tensor &quot;{tensor}&quot;; fetch it again.</source>
        <translation>{file}が壊れています。ヘッダーのテンソル「{tensor}」の内容が無効です。取得し直してください。</translation>
    </message>
    <message>
        <source>{file} is no file of shortcuts. Choose one that Eyebox exported.</source>
        <translation>{file}はショートカットのファイルではありません。Eyeboxがエクスポートしたものを選んでください。</translation>
    </message>
    <message>
        <source>{folder} has an original layout, which can&apos;t be quantized: choose the model in the layout of transformers, which “eyebox models convert” writes for families that can be; or load this one with the precision Int4.</source>
        <translation>{folder}は元のレイアウトのため量子化できません。対応するファミリーでは「eyebox models convert」で作れる transformers のレイアウトのモデルを選ぶか、このモデルを精度 Int4 で読み込んでください。</translation>
    </message>
    <message>
        <source>{folder} has norms in its vision tower that a converted model can&apos;t have; use it as it is.</source>
        <translation>{folder}の画像エンコーダーには、変換後のモデルが持てない正規化があります。そのまま使ってください。</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of {package} for this machine: download {package} and the others into it, or choose another folder.</source>
        <translation>{folder}に{package}のこのマシン用のwheelがありません。{package}とほかのものをそこにダウンロードするか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} shows no small whole picture beside its tiles, which a converted model can&apos;t do; use it as it is.</source>
        <translation>{folder}はタイルの隣に小さな全体画像を見せません。変換後のモデルではできないため、そのまま使ってください。</translation>
    </message>
    <message>
        <source>{host} gave something else than an answer: look at its address, which usually ends with /v1.</source>
        <translation>{host}から回答以外のものが届きました。アドレスを確認してください（通常は/v1で終わります）。</translation>
    </message>
    <message>
        <source>{host} has a problem (status {status}): try again later.</source>
        <translation>{host}に問題があります（状態{status}）。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>{host} has no model.</source>
        <translation>{host}にモデルがありません。</translation>
    </message>
    <message>
        <source>{host} is busy or has an error ({status}): try again later.</source>
        <translation>{host}が混雑しているかエラーです（{status}）。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>{host} refuses the connection: check the network, the address and the proxy.</source>
        <translation>{host}が接続を拒否しました。ネットワーク、アドレス、プロキシを確認してください。</translation>
    </message>
    <message>
        <source>{host} refuses the request ({status}): look at its address, its key and the model&apos;s name.</source>
        <translation>{host}がリクエストを拒否しました（{status}）。アドレス、キー、モデル名を確認してください。</translation>
    </message>
    <message>
        <source>{host} says: {reason}</source>
        <translation>{host}からの応答：{reason}</translation>
    </message>
    <message>
        <source>{host} sends requests on to another address, which is not followed: give that address.</source>
        <translation>{host}はリクエストを別のアドレスに転送しますが、それには従いません。そのアドレスを指定してください。</translation>
    </message>
    <message>
        <source>{host} sent another part of {file} than it was asked for: try another mirror.</source>
        <translation>{host}から届いた{file}の範囲が要求と異なります。別のミラーを試してください。</translation>
    </message>
    <message>
        <source>{host} was not found: check the network connection, the address and the proxy.</source>
        <translation>{host}が見つかりません。ネットワーク接続、アドレス、プロキシを確認してください。</translation>
    </message>
    <message>
        <source>{index} is damaged: it does not say where the weights are; fetch it again.</source>
        <translation>{index}が壊れています。重みの場所が書かれていません。取得し直してください。</translation>
    </message>
    <message>
        <source>{index} is wrong: &quot;{tensor}&quot; is not in {file} ({where}); fetch index and weights again.</source>
        <translation>{index}が誤っています。「{tensor}」は{file}にありません（{where}）。インデックスと重みを取得し直してください。</translation>
    </message>
    <message>
        <source>{index} is wrong: it leaves out &quot;{tensor}&quot;; fetch index and weights again.</source>
        <translation>{index}が誤っています。「{tensor}」が抜けています。インデックスと重みを取得し直してください。</translation>
    </message>
    <message>
        <source>{index} names a file outside of the folder ({file}); fetch the model again.</source>
        <translation>{index}がフォルダーの外のファイル（{file}）を示しています。モデルを取得し直してください。</translation>
    </message>
    <message>
        <source>{keys} belongs to another program, or to the desktop: choose other keys, or free it there.</source>
        <translation>{keys}は別のプログラムかデスクトップが使っています。別のキーを選ぶか、そちらで解放してください。</translation>
    </message>
    <message>
        <source>{layer} has another size</source>
        <translation>{layer}のサイズが異なります</translation>
    </message>
    <message>
        <source>{layer} has other sizes</source>
        <translation>{layer}のサイズが異なります</translation>
    </message>
    <message>
        <source>{layer} is no linear layer in this one</source>
        <translation>{layer}はこのモデルでは線形層ではありません</translation>
    </message>
    <message>
        <source>{model} has no layers that could be quantized; choose bf16 or fp32.</source>
        <translation>{model}に量子化できる層がありません。bf16かfp32を選んでください。</translation>
    </message>
    <message>
        <source>{name} belongs to another version of Eyebox; install Eyebox again.</source>
        <translation>{name}は別のバージョンのEyeboxのものです。Eyeboxを再インストールしてください。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read as a review: {reason}; choose a file that Eyebox has written.</source>
        <translation>{name}をレビューとして読めません：{reason}。Eyeboxが書いたファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read or written: check the disk that it lies on.</source>
        <translation>{name}の読み書きができません。そのディスクを確認してください。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>{name}を読めません。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: check that it is there and may be read.</source>
        <translation>{name}を読めません。存在し、読む権限があるか確認してください。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be taught; choose a model in a folder.</source>
        <translation>{name}は学習できません。フォルダーにあるモデルを選んでください。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name}を読めません：{reason}。</translation>
    </message>
    <message>
        <source>{name} changes its size: choose frames of one size.</source>
        <translation>{name}は途中で大きさが変わります。同じ大きさのフレームを選んでください。</translation>
    </message>
    <message>
        <source>{name} could not be started: {reason}.</source>
        <translation>{name}を起動できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>{name} ended unexpectedly ({how}); try again.</source>
        <translation>{name}が予期せず終了しました（{how}）。もう一度試してください。</translation>
    </message>
    <message>
        <source>{name} gave an answer that was not understood.</source>
        <translation>{name}の応答を理解できませんでした。</translation>
    </message>
    <message>
        <source>{name} has no revision &quot;{revision}&quot; on {host}: leave it out, or check it.</source>
        <translation>{host}の{name}にリビジョン「{revision}」がありません。外すか、確認してください。</translation>
    </message>
    <message>
        <source>{name} has no weights that Eyebox reads (safetensors): choose another model.</source>
        <translation>{name}にEyeboxが読める重み（safetensors）がありません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{name} holds no names of labels.</source>
        <translation>{name}にラベル名がありません。</translation>
    </message>
    <message>
        <source>{name} holds no weights; fetch it again.</source>
        <translation>{name}に重みがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} holds over {most:,} values: split it into several files.</source>
        <translation>{name}の値が{most:,}個を超えています。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>{name} in {precision} needs {needed}, and {place} has {free} free. {advice}</source>
        <translation>{name}の{precision}には{needed}が必要で、{place}の空きは{free}です。{advice}</translation>
    </message>
    <message>
        <source>{name} is a file, where a folder is needed: choose another name.</source>
        <translation>{name}はファイルですが、フォルダーが必要です。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{name} is a folder: choose another name.</source>
        <translation>{name}はフォルダーです。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{name} is a link that cannot be followed: {reason}.</source>
        <translation>{name}はたどれないリンクです：{reason}。</translation>
    </message>
    <message>
        <source>{name} is a link that leads out of the cache of this model; fetch it again.</source>
        <translation>{name}はこのモデルのキャッシュの外を指すリンクです。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is a link to a file that is not there; fetch it again.</source>
        <translation>{name}は存在しないファイルへのリンクです。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is a link to something that is no file; fetch it again.</source>
        <translation>{name}はファイルではないものへのリンクです。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is a pipe or a device and no file; remove it and fetch the model again.</source>
        <translation>{name}はパイプかデバイスで、ファイルではありません。削除して、モデルを取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is being downloaded already, by another window or command: wait for that one.</source>
        <translation>{name}は別のウィンドウまたはコマンドですでにダウンロード中です。終わるまで待ってください。</translation>
    </message>
    <message>
        <source>{name} is cut short or damaged; fetch it again.</source>
        <translation>{name}が途切れているか壊れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is cut short within its header; fetch it again.</source>
        <translation>{name}のヘッダーが途切れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is cut short: it has only {size} bytes; fetch it again.</source>
        <translation>{name}が途切れています（{size}バイトしかありません）。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is cut short: {bytes:,} bytes are missing at its end; fetch it again.</source>
        <translation>{name}が途切れています。末尾の{bytes:,}バイトがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: it does not begin as a safetensors file; fetch it again.</source>
        <translation>{name}が壊れています。safetensorsファイルの始まりではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: it holds no JSON object; fetch it again.</source>
        <translation>{name}が壊れています。JSONオブジェクトがありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: it is no JSON; fetch it again.</source>
        <translation>{name}が壊れています。JSONではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: its header cannot be read; fetch it again.</source>
        <translation>{name}が壊れています。ヘッダーを読めません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: its header is no table of tensors; fetch it again.</source>
        <translation>{name}が壊れています。ヘッダーがテンソルの表ではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: its tensors overlap or leave gaps; fetch it again.</source>
        <translation>{name}が壊れています。テンソルが重なるか、すき間があります。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is damaged: {bytes:,} bytes at its end belong to no tensor; fetch it again.</source>
        <translation>{name}が壊れています。末尾の{bytes:,}バイトがどのテンソルにも属しません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is far too large to be a config; fetch it again.</source>
        <translation>{name}はconfigとしては大きすぎます。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is far too large to belong to a model; fetch it again.</source>
        <translation>{name}はモデルの一部としては大きすぎます。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB: split it into several files.</source>
        <translation>{name}が{megabytes} MBを超えています。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>{name} is missing; fetch it again.</source>
        <translation>{name}がありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{name} is no batch that this Eyebox knows; it was left as it is.</source>
        <translation>{name}はこのEyeboxの知るバッチではありません。そのまま残しました。</translation>
    </message>
    <message>
        <source>{name} is no job file of Eyebox.</source>
        <translation>{name}はEyeboxのジョブファイルではありません。</translation>
    </message>
    <message>
        <source>{name} is no regular file: choose a file of boxes.</source>
        <translation>{name}は通常のファイルではありません。ボックスのファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is not a sound JSON file: save it anew and try again.</source>
        <translation>{name}は正しいJSONファイルではありません。保存し直して、もう一度試してください。</translation>
    </message>
    <message>
        <source>{name} is not as large any more as when it was read: read it again.</source>
        <translation>{name}のサイズが読み取り時より小さくなっています。読み直してください。</translation>
    </message>
    <message>
        <source>{name} is not whole, so it is not packed: download it to its end first.</source>
        <translation>{name}は不完全なためパックしません。先に最後までダウンロードしてください。</translation>
    </message>
    <message>
        <source>{name} is only a pointer to a large file that was not fetched: run git lfs pull in the folder.</source>
        <translation>{name}は取得されていない大きなファイルへのポインターです。フォルダーでgit lfs pullを実行してください。</translation>
    </message>
    <message>
        <source>{name} is only given to those who accepted its licence: accept it on {endpoint}/{name}, make a token there and set HF_TOKEN.</source>
        <translation>{name}はライセンスに同意した人だけに提供されます。{endpoint}/{name}で同意し、トークンを作ってHF_TOKENに設定してください。</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download it again.</source>
        <translation>{name}は途中までしかありません（{reason}）。もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download {name} again to go on.</source>
        <translation>{name}は途中までしかありません（{reason}）。{name}をもう一度ダウンロードすると続きから始まります。</translation>
    </message>
    <message>
        <source>{name} may not be written: choose another folder or ask for the right to write there.</source>
        <translation>{name}に書き込む権限がありません。別のフォルダーを選ぶか、書き込み権限を得てください。</translation>
    </message>
    <message>
        <source>{name} needs {needed} more and {free} are free on the disk of {folder}: free {missing_space} first.</source>
        <translation>{name}にはあと{needed}必要で、{folder}のディスクの空きは{free}です。先に{missing_space}の空きを作ってください。</translation>
    </message>
    <message>
        <source>{name} only goes on with a text and has no place for a system prompt: leave it out, or put it into the question.</source>
        <translation>{name}は文章の続きを書くだけで、システムプロンプトの場所がありません。外すか、質問に含めてください。</translation>
    </message>
    <message>
        <source>{name} was not written ({reason}): choose another place and try again.</source>
        <translation>{name}を書き込めませんでした（{reason}）。別の場所を選んで、もう一度試してください。</translation>
    </message>
    <message>
        <source>{name} was not written because its folder does not exist: choose another folder.</source>
        <translation>フォルダーがないため{name}を書き込めませんでした。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Eyebox: update Eyebox.</source>
        <translation>{name}はより新しいEyeboxで書かれました。Eyeboxを更新してください。</translation>
    </message>
    <message>
        <source>{needs}; close other programs, or make it smaller.</source>
        <translation>{needs}。ほかのプログラムを終了するか、小さくしてください。</translation>
    </message>
    <message>
        <source>{needs}; make it smaller, or save it as PNG or JPEG.</source>
        <translation>{needs}。小さくするか、PNGまたはJPEGで保存してください。</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, cannot run here any more.</source>
        <translation>以前選んだ{before}がここで動かなくなったため、{now}を選びました。</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, does not fit into the memory any more.</source>
        <translation>以前選んだ{before}がメモリに収まらなくなったため、{now}を選びました。</translation>
    </message>
    <message>
        <source>{packages} and {last} are not installed: {install}</source>
        <translation>{packages}と{last}がインストールされていません：{install}</translation>
    </message>
    <message>
        <source>{package} is not installed: {install}</source>
        <translation>{package}がインストールされていません：{install}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as {format}: {reason}; correct the file or choose another.</source>
        <translation>{path}を{format}として読めません：{reason}。ファイルを直すか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be renamed: check the permissions of its folder.</source>
        <translation>{path}の名前を変更できません。フォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>{path} cannot be opened, {folder} cannot be written to ({reason}); check that folder.</source>
        <translation>{path}を開けません。{folder}に書き込めないためです（{reason}）。そのフォルダーを確認してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); copy it to another place and try again.</source>
        <translation>{path}を読めません（{reason}）。別の場所にコピーして、もう一度試してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); fetch it again.</source>
        <translation>{path}を読めません（{reason}）。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} cannot be read; fetch it again.</source>
        <translation>{path}を読めません。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} changed while it was packed: pack it again.</source>
        <translation>パック中に{path}が変わりました。もう一度パックしてください。</translation>
    </message>
    <message>
        <source>{path} could not be removed: close what uses the model engine, or take the right to delete it.</source>
        <translation>{path}を削除できませんでした。モデルエンジンを使っているものを閉じるか、削除の権限を得てください。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): check the disk and ask for the download again.</source>
        <translation>{path}に書き込めませんでした（{reason}）。ディスクを確認して、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>{path} does not exist; check its name, or whether it was moved.</source>
        <translation>{path}がありません。名前と、移動されていないかを確認してください。</translation>
    </message>
    <message>
        <source>{path} has changed while it was being looked at; ask again.</source>
        <translation>調べている間に{path}が変わりました。もう一度質問してください。</translation>
    </message>
    <message>
        <source>{path} has no frame at {seconds} s; it ends at {end} s.</source>
        <translation>{path}の{seconds}秒にはフレームがありません。{end}秒で終わります。</translation>
    </message>
    <message>
        <source>{path} has no frames that can be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>{path}にはデコードできるフレームがありません。先に別のプログラムでMP4（H.264）として保存してください。</translation>
    </message>
    <message>
        <source>{path} has no page {page:,}; it has {count:,}.</source>
        <translation>{path}にページ{page:,}はありません。全{count:,}ページです。</translation>
    </message>
    <message>
        <source>{path} has no pages.</source>
        <translation>{path}にページがありません。</translation>
    </message>
    <message>
        <source>{path} has {channels:,} channels of colour; save it as a picture in RGB first.</source>
        <translation>{path}のカラーチャンネルが{channels:,}あります。先にRGBの画像として保存してください。</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened.</source>
        <translation>{path}には数値以外のものが含まれるため開きません。</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened; save the adapter as safetensors.</source>
        <translation>{path}には数値以外のものが含まれるため開きません。アダプターをsafetensorsで保存してください。</translation>
    </message>
    <message>
        <source>{path} holds no video that can be opened: it is cut off, damaged, or sound alone.</source>
        <translation>{path}には開ける動画がありません。途中で切れているか、壊れているか、音声だけのファイルです。</translation>
    </message>
    <message>
        <source>{path} holds no weights of an adapter; save it as safetensors.</source>
        <translation>{path}にアダプターの重みがありません。safetensorsで保存してください。</translation>
    </message>
    <message>
        <source>{path} in {file} is damaged (its checksum is another one): fetch it again.</source>
        <translation>{file}の{path}が壊れています（チェックサムが異なる）。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is a HEIC picture, which cannot be opened here; save it as JPEG or PNG first.</source>
        <translation>{path}はHEIC画像で、ここでは開けません。先にJPEGかPNGで保存してください。</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the pictures inside it.</source>
        <translation>{path}はフォルダーです。中の画像を選んでください。</translation>
    </message>
    <message>
        <source>{path} is cut or broken; fetch it again.</source>
        <translation>{path}が途切れているか壊れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged or cut off; get the file again from its source.</source>
        <translation>{path}が壊れているか途切れています。入手元からファイルを取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged or no tokenizer; fetch it again.</source>
        <translation>{path}が壊れているか、トークナイザーではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged: it is no list of tokens; fetch it again.</source>
        <translation>{path}が壊れています。トークンのリストではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is damaged; fetch it again.</source>
        <translation>{path}が壊れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path}が空です。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>{path} is encrypted in a way that is not known here; save it without protection first.</source>
        <translation>{path}の暗号化方式に対応していません。先に保護なしで保存してください。</translation>
    </message>
    <message>
        <source>{path} is no BPE tokenizer, and no other kind is read; choose another model.</source>
        <translation>{path}はBPEトークナイザーではなく、ほかの種類は読めません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{path} is no model folder: it has no config.json; choose the folder with that file.</source>
        <translation>{path}はモデルのフォルダーではありません。config.jsonがないためです。そのファイルのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} is no name for a file: choose another one.</source>
        <translation>{path}はファイル名にできません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>{path} is not a file; choose a picture file.</source>
        <translation>{path}はファイルではありません。画像ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{path} is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.</source>
        <translation>{path}は開ける画像ではありません。PNG、JPEG、WebP、TIFF、GIF、BMPで保存してください。</translation>
    </message>
    <message>
        <source>{path} is not a session file of Eyebox and was left as it is: choose another one.</source>
        <translation>{path}はEyeboxのセッションファイルではないため、そのまま残しました。別のものを選んでください。</translation>
    </message>
    <message>
        <source>{path} is not a video that can be opened; save it as MP4, WebM, MKV, MOV or AVI.</source>
        <translation>{path}は開ける動画ではありません。MP4、WebM、MKV、MOV、AVIで保存してください。</translation>
    </message>
    <message>
        <source>{path} is not a video, so it has no frames.</source>
        <translation>{path}は動画ではないので、フレームはありません。</translation>
    </message>
    <message>
        <source>{path} is protected by a password; its pages open with it.</source>
        <translation>{path}はパスワードで保護されています。入力するとページが開きます。</translation>
    </message>
    <message>
        <source>{path} is too large, {width:,} × {height:,} pixels; make it smaller, up to {millions} million pixels and {side:,} a side.</source>
        <translation>{path}は大きすぎます（{width:,} × {height:,}画素）。{millions}00万画素、1辺{side:,}以下に縮小してください。</translation>
    </message>
    <message>
        <source>{path} may not be written: choose another folder, or ask for the right to write there.</source>
        <translation>{path}に書き込む権限がありません。別のフォルダーを選ぶか、書き込み権限を得てください。</translation>
    </message>
    <message>
        <source>{path} needs {needed} GB of memory to be opened, and {free} GB are free for it</source>
        <translation>{path}を開くには{needed} GBのメモリが必要で、空きは{free} GBです</translation>
    </message>
    <message>
        <source>{path} takes too long to be drawn; save it as a picture in another program first.</source>
        <translation>{path}の描画に時間がかかりすぎます。先に別のプログラムで画像として保存してください。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Eyebox (format {version}, this one knows {newest}): update Eyebox; the file was left as it is.</source>
        <translation>{path}はより新しいEyeboxで書かれました（形式{version}、対応は{newest}まで）。Eyeboxを更新してください。ファイルはそのまま残しました。</translation>
    </message>
    <message>
        <source>{place} belongs to somebody else; remove it first.</source>
        <translation>{place}はほかの人のものです。先に削除してください。</translation>
    </message>
    <message>
        <source>{place} could not be written ({reason}).</source>
        <translation>{place}に書き込めませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>{place} has appeared meanwhile and is not overwritten; choose another name.</source>
        <translation>その間に{place}ができたため、上書きしません。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{place} is being written by another window or command.</source>
        <translation>{place}は別のウィンドウまたはコマンドが書き込み中です。</translation>
    </message>
    <message>
        <source>{place} is there already and is not overwritten; choose another name.</source>
        <translation>{place}はすでにあるため、上書きしません。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{precision} answered {times} times as fast on this machine and can be chosen.</source>
        <translation>{precision}はこのマシンで{times}倍の速さで回答し、選択できます。</translation>
    </message>
    <message>
        <source>{precision} needs a CUDA card or the CPU; choose bf16, or --device cpu.</source>
        <translation>{precision}にはCUDAのカードかCPUが必要です。bf16か--device cpuを選んでください。</translation>
    </message>
    <message>
        <source>{precision} was chosen because {first} does not fit into the memory.</source>
        <translation>{first}がメモリに収まらないため、{precision}を選びました。</translation>
    </message>
    <message>
        <source>{program} could not be started ({reason}): add the model engine again.</source>
        <translation>{program}を起動できませんでした（{reason}）。モデルエンジンをもう一度追加してください。</translation>
    </message>
    <message>
        <source>{reason} What came is kept; the same download goes on from there.</source>
        <translation>{reason}取得済みの分は残り、同じダウンロードはそこから続きます。</translation>
    </message>
    <message>
        <source>{shard} is of a checkpoint that was saved in ranks; save it as model.safetensors.</source>
        <translation>{shard}はランクごとに保存されたチェックポイントの一部です。model.safetensorsとして保存してください。</translation>
    </message>
    <message>
        <source>{target} cannot be written because its folder does not exist.</source>
        <translation>フォルダーがないため{target}に書き込めません。</translation>
    </message>
    <message>
        <source>{target} is no folder: results go into a folder, or a file that ends with {endings}.</source>
        <translation>{target}はフォルダーではありません。結果の保存先はフォルダーか、{endings}で終わるファイルです。</translation>
    </message>
    <message>
        <source>{title} can only be evaluated as {task}: choose that, or leave the choice to the file.</source>
        <translation>{title}は{task}としてのみ評価できます。それを選ぶか、ファイルに任せてください。</translation>
    </message>
    <message>
        <source>{what} does not have four numbers</source>
        <translation>{what}に4つの数値がありません</translation>
    </message>
    <message>
        <source>{what} has a box that can&apos;t be read</source>
        <translation>{what}に読めないボックスがあります</translation>
    </message>
    <message>
        <source>{what} has a negative size</source>
        <translation>{what}のサイズが負です</translation>
    </message>
    <message>
        <source>{what} has a verdict on no box</source>
        <translation>{what}にボックスのない判定があります</translation>
    </message>
    <message>
        <source>{what} has half a point</source>
        <translation>{what}に不完全な点があります</translation>
    </message>
    <message>
        <source>{what} has no points</source>
        <translation>{what}に点がありません</translation>
    </message>
    <message>
        <source>{what} has no tab</source>
        <translation>{what}にタブがありません</translation>
    </message>
    <message>
        <source>{what} has over {most:,} entries</source>
        <translation>{what}の項目が{most:,}個を超えています</translation>
    </message>
    <message>
        <source>{what} has the verdict {verdict}, which is none</source>
        <translation>{what}の判定{verdict}は無効です</translation>
    </message>
    <message>
        <source>{what} holds a number that is too large</source>
        <translation>{what}に大きすぎる数値があります</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>{what}がありません</translation>
    </message>
    <message>
        <source>{what} is nested too deep</source>
        <translation>{what}の入れ子が深すぎます</translation>
    </message>
    <message>
        <source>{what} is not a list</source>
        <translation>{what}がリストではありません</translation>
    </message>
    <message>
        <source>{what} is not a point</source>
        <translation>{what}が点ではありません</translation>
    </message>
    <message>
        <source>{what} is not a size</source>
        <translation>{what}がサイズではありません</translation>
    </message>
    <message>
        <source>{what} is not a text</source>
        <translation>{what}がテキストではありません</translation>
    </message>
    <message>
        <source>{what} is not a usable number</source>
        <translation>{what}が使える数値ではありません</translation>
    </message>
    <message>
        <source>{what} is not an object</source>
        <translation>{what}がオブジェクトではありません</translation>
    </message>
    <message>
        <source>{what} is not between 0 and 1</source>
        <translation>{what}が0から1の範囲にありません</translation>
    </message>
    <message>
        <source>{what} is not on {host} (status {status}): check the name, or try another mirror.</source>
        <translation>{host}に{what}がありません（状態{status}）。名前を確認するか、別のミラーを試してください。</translation>
    </message>
    <message>
        <source>{what} is not sound JSON</source>
        <translation>{what}が正しいJSONではありません</translation>
    </message>
    <message>
        <source>{what} needs the package {package}: {install}</source>
        <translation>{what}にはパッケージ{package}が必要です：{install}</translation>
    </message>
    <message>
        <source>{what} refers to parts of itself</source>
        <translation>{what}が自身の一部を参照しています</translation>
    </message>
    <message>
        <source>{what}: {count:,}</source>
        <translation>{what}：{count:,}</translation>
    </message>
    <message>
        <source>{wheel} is damaged, or no wheel of uv: fetch it again.</source>
        <translation>{wheel}が壊れているか、uvのwheelではありません。取得し直してください。</translation>
    </message>
    <message>
        <source>{wheel} is damaged: fetch it again.</source>
        <translation>{wheel}が壊れています。取得し直してください。</translation>
    </message>
    <message>
        <source>{where} has a part that is neither of type &quot;text&quot;, with a text, nor &quot;image&quot;, with a path, nor &quot;video&quot;, with a path and times.</source>
        <translation>{where}に、テキスト付きの &quot;text&quot; でも、パス付きの &quot;image&quot; でも、パスと時刻付きの &quot;video&quot; でもない部分があります。</translation>
    </message>
    <message>
        <source>{where} has to be an object with the role &quot;system&quot;, &quot;user&quot; or &quot;assistant&quot;.</source>
        <translation>{where}は「system」「user」「assistant」のいずれかの役割を持つオブジェクトである必要があります。</translation>
    </message>
    <message>
        <source>{where} needs &quot;content&quot;: a text, or a list of texts and images.</source>
        <translation>{where}には「content」が必要です：テキスト、またはテキストと画像のリスト。</translation>
    </message>
    <message>
        <source>{why} The model answers from what it sees at once.</source>
        <translation>{why}モデルは最初に見た内容だけで答えます。</translation>
    </message>
    <message>
        <source>A good first choice: boxes, reading in many languages, small enough for a processor without a graphics card.</source>
        <translation>最初の1つに最適：ボックス、多言語の読み取り、グラフィックカードなしでも動く小ささ。</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Documents, forms and tables, with boxes as JSON. Not for commercial use.</source>
        <translation>文書、帳票、表。ボックスはJSON。商用利用不可。</translation>
    </message>
    <message>
        <source>Key information from forms and invoices, with boxes as JSON.</source>
        <translation>帳票や請求書の主要情報。ボックスはJSON。</translation>
    </message>
    <message>
        <source>MIT, with the Qwen licence for its language model</source>
        <translation>MIT、言語モデルはQwenライセンス</translation>
    </message>
    <message>
        <source>Quantized by its makers: a small download and little memory. Needs the extra gptq.</source>
        <translation>提供元が量子化：ダウンロードもメモリも小さめ。追加のgptqが必要。</translation>
    </message>
    <message>
        <source>Qwen Research License</source>
        <translation>Qwen Research License</translation>
    </message>
    <message>
        <source>Reasoning about charts, documents and several pictures at once.</source>
        <translation>グラフ、文書、複数画像についての推論。</translation>
    </message>
    <message>
        <source>Small and well tried: questions about pictures, text in them, boxes.</source>
        <translation>小型で実績あり：画像への質問、画像内のテキスト、ボックス。</translation>
    </message>
    <message>
        <source>Small, good at documents and charts; pictures go in as tiles.</source>
        <translation>小型で文書とグラフに強い。画像はタイルで入力。</translation>
    </message>
    <message>
        <source>Strong at documents, charts and comparing pictures.</source>
        <translation>文書、グラフ、画像の比較に強い。</translation>
    </message>
    <message>
        <source>The best balance: precise boxes, long documents, handwriting, for graphics cards of 8 to 12 GB.</source>
        <translation>最もバランスが良い：正確なボックス、長い文書、手書き。8～12 GBのグラフィックカード向け。</translation>
    </message>
    <message>
        <source>The most capable of the list: boxes, small text, long documents; for 16 GB and more.</source>
        <translation>一覧で最も高性能：ボックス、小さな文字、長い文書。16 GB以上向け。</translation>
    </message>
    <message>
        <source>The smallest: short answers about simple pictures, on almost any machine.</source>
        <translation>最小：簡単な画像への短い回答。ほぼどのマシンでも動作。</translation>
    </message>
    <message>
        <source>Well tried in its size: details, dense text, boxes.</source>
        <translation>このサイズでは実績あり：細部、密なテキスト、ボックス。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>FailureNotice</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>FiguresController</name>
    <message>
        <source>Markdown (%1)</source>
        <translation>Markdown（%1）</translation>
    </message>
    <message>
        <source>Table for Excel (%2)</source>
        <translation>Excel用の表（%2）</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>数値を保存</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1を保存しました</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>%2枚中%1枚の画像</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>画像%1枚</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Markdownとして</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>表（CSV）として</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>ラベルを検索</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Open pictures</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>画面キャプチャ</translation>
    </message>
    <message>
        <source>Files of boxes</source>
        <translation>ボックスのファイル</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>ボックスをインポート</translation>
    </message>
    <message>
        <source>Import the boxes of a folder</source>
        <translation>フォルダーのボックスをインポート</translation>
    </message>
    <message>
        <source>The picture is still being opened; export it again in a moment.</source>
        <translation>画像を開いている途中です。少し待って、もう一度エクスポートしてください。</translation>
    </message>
    <message>
        <source>No picture of this session has been reviewed to its end yet: review its boxes first.</source>
        <translation>最後までレビューされた画像がまだありません。先にボックスをレビューしてください。</translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation>ファイルの保存先フォルダーを選択</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in this folder already.</source>
        <translation>
            <numerusform>同じ名前のファイルが%n個、すでにこのフォルダーにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Keep them, write the others</source>
        <translation>残して、ほかだけ書き込む</translation>
    </message>
</context>
<context>
    <name>FileNotices</name>
    <message>
        <source>Written: %1</source>
        <translation>書き込みました：%1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%1に%n個のファイルを書き込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message numerus="yes">
        <source>%n training sample(s) written to %1.</source>
        <translation>
            <numerusform>%1に%n件の学習サンプルを書き込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preference pair(s) beside it.</source>
        <translation>
            <numerusform>ほかに選好ペア%n組。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) read back, at most %1 px from where you left them.</source>
        <translation>
            <numerusform>ボックス%n個を読み戻しました。ずれは最大%1画素です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1.</source>
        <translation>注意：%1。</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>すべて保存されました。</translation>
    </message>
    <message>
        <source>Something could not be saved. It is kept in %1.</source>
        <translation>保存できないものがありました。%1に残してあります。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Drop JSON or JSONL files here</source>
        <translation>JSONまたはJSONLファイルをここにドロップ</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pictures of the session</source>
        <translation>セッションの画像</translation>
    </message>
    <message>
        <source>Pictures you open line up here.</source>
        <translation>開いた画像はここに並びます。</translation>
    </message>
    <message>
        <source>Remove from the session</source>
        <translation>セッションから取り除く</translation>
    </message>
</context>
<context>
    <name>FilmstripModel</name>
    <message>
        <source>not read yet</source>
        <translation>未読み取り</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読み取り済み</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>ファイルがありません</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Find text in the picture</source>
        <translation>画像内のテキストを検索</translation>
    </message>
    <message>
        <source>Number of the hit</source>
        <translation>検索結果の番号</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>前の検索結果</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>次の検索結果</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>見つかった箇所をすべて黒塗り</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未読み取り</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>COCO boxes</source>
        <translation>COCOのボックス</translation>
    </message>
    <message>
        <source>CVAT for images</source>
        <translation>CVAT（画像用）</translation>
    </message>
    <message>
        <source>Read text with its places (hOCR)</source>
        <translation>位置付きの読み取りテキスト（hOCR）</translation>
    </message>
    <message>
        <source>InternVL training data (JSONL)</source>
        <translation>InternVLの学習データ（JSONL）</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studioのタスク</translation>
    </message>
    <message>
        <source>labelme boxes</source>
        <translation>labelmeのボックス</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Searchable PDF</source>
        <translation>検索可能なPDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>PP-OCR labels</source>
        <translation>PP-OCRのラベル</translation>
    </message>
    <message>
        <source>Qwen-VL training data (JSON)</source>
        <translation>Qwen-VLの学習データ（JSON）</translation>
    </message>
    <message>
        <source>JSON with text, boxes and chats</source>
        <translation>テキスト・ボックス・チャットのJSON</translation>
    </message>
    <message>
        <source>ms-swift training data (JSONL)</source>
        <translation>ms-swiftの学習データ（JSONL）</translation>
    </message>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation>Excel用の表（CSV）</translation>
    </message>
    <message>
        <source>Table of the read lines (TSV)</source>
        <translation>読み取った行の表（TSV）</translation>
    </message>
    <message>
        <source>Workbook of tables (XLSX)</source>
        <translation>表のブック（XLSX）</translation>
    </message>
    <message>
        <source>Pascal VOC boxes</source>
        <translation>Pascal VOCのボックス</translation>
    </message>
    <message>
        <source>X-AnyLabeling boxes</source>
        <translation>X-AnyLabelingのボックス</translation>
    </message>
    <message>
        <source>YOLO dataset</source>
        <translation>YOLOデータセット</translation>
    </message>
</context>
<context>
    <name>FrameChooser</name>
    <message>
        <source>Frames of %1</source>
        <translation>%1のフレーム</translation>
    </message>
    <message>
        <source>Spread over its time</source>
        <translation>時間で均等に</translation>
    </message>
    <message>
        <source>Where the picture changes</source>
        <translation>画面が変わるところ</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Which frames are offered</source>
        <translation>候補にするフレーム</translation>
    </message>
    <message>
        <source>How many frames are offered</source>
        <translation>候補のフレーム数</translation>
    </message>
    <message>
        <source>Frames of the video</source>
        <translation>動画のフレーム</translation>
    </message>
    <message>
        <source>What you take becomes pictures. Attached together, a model sees them as one video.</source>
        <translation>選んだフレームは画像になります。まとめて添付すると、モデルは一つの動画として見ます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Looking into the video…</source>
        <translation>動画を調べています…</translation>
    </message>
    <message>
        <source>The file is cut off: what can be seen of it ends at %1.</source>
        <translation>ファイルが途中で切れています。見られるのは%1までです。</translation>
    </message>
    <message numerus="yes">
        <source>Take %n frame(s)</source>
        <translation>
            <numerusform>%nフレームを使う</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Generation</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>繰り返しペナルティ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Longest answer (tokens)</source>
        <translation>回答の最大長（トークン）</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>ビーム数</translation>
    </message>
    <message>
        <source>Detail of pictures</source>
        <translation>画像の細かさ</translation>
    </message>
    <message>
        <source>Very large pictures</source>
        <translation>非常に大きな画像</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>停止テキスト</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSONスキーマ</translation>
    </message>
    <message>
        <source>May look again</source>
        <translation>もう一度見てもよい</translation>
    </message>
    <message>
        <source>Adapter (LoRA)</source>
        <translation>アダプター（LoRA）</translation>
    </message>
    <message>
        <source>A number from 0 to 5.</source>
        <translation>0から5までの数。</translation>
    </message>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation>0より大きく1以下の数。</translation>
    </message>
    <message>
        <source>A number above 0, at most 10.</source>
        <translation>0より大きく10以下の数。</translation>
    </message>
    <message>
        <source>A whole number of at most 64 bits.</source>
        <translation>64ビット以内の整数。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000.</source>
        <translation>1から1,000,000までの整数。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 16.</source>
        <translation>1から16までの整数。</translation>
    </message>
    <message>
        <source>As the model wants</source>
        <translation>モデルに任せる</translation>
    </message>
    <message>
        <source>Less (faster)</source>
        <translation>少なめ（高速）</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>全体として</translation>
    </message>
    <message>
        <source>Also in parts (slower)</source>
        <translation>部分ごとにも（遅い）</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>At regions, by tools</source>
        <translation>ツールで一部を見る</translation>
    </message>
</context>
<context>
    <name>GenerationController</name>
    <message>
        <source>It was made for another model: its layers have other sizes.</source>
        <translation>別のモデル用に作られています。層のサイズが異なります。</translation>
    </message>
    <message>
        <source>It was made for %1 and may not fit this model.</source>
        <translation>%1用に作られており、このモデルに合わないことがあります。</translation>
    </message>
    <message>
        <source>Choose the folder of an adapter</source>
        <translation>アダプターのフォルダーを選択</translation>
    </message>
</context>
<context>
    <name>GenerationPopover</name>
    <message>
        <source>Settings of this chat</source>
        <translation>このチャットの設定</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>The built-in reader has no settings. Choose a model to have them.</source>
        <translation>内蔵の文字認識に設定はありません。設定するにはモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>モデルを選択…</translation>
    </message>
    <message>
        <source>%1 only goes on with a text: it has no place for a system prompt.</source>
        <translation>%1は文章の続きを書くだけで、システムプロンプトの場所がありません。</translation>
    </message>
    <message>
        <source>With beams the answer is shown only at its end.</source>
        <translation>ビームを使うと、回答は最後にまとめて表示されます。</translation>
    </message>
    <message>
        <source>The picture, then overlapping parts of it; boxes are joined across their seams.</source>
        <translation>画像全体のあと、重なり合う部分を調べます。継ぎ目をまたぐボックスは結合されます。</translation>
    </message>
    <message>
        <source>One a line; \n is a line break. The answer ends right before it.</source>
        <translation>1行に1つ。\nは改行です。回答はその直前で終わります。</translation>
    </message>
    <message>
        <source>A stop text may end the answer before its JSON is whole.</source>
        <translation>JSONが完成する前に停止テキストで回答が終わることがあります。</translation>
    </message>
    <message>
        <source>0: always the likeliest</source>
        <translation>0：常に最も確からしいもの</translation>
    </message>
    <message>
        <source>1: all tokens</source>
        <translation>1：すべてのトークン</translation>
    </message>
    <message>
        <source>needs a temperature</source>
        <translation>温度が必要</translation>
    </message>
    <message>
        <source>another each time</source>
        <translation>毎回異なる</translation>
    </message>
    <message>
        <source>1: none, it streams</source>
        <translation>1：なし、逐次表示</translation>
    </message>
    <message>
        <source>The chat template of %1 has no place for tools.</source>
        <translation>%1のチャットテンプレートはツールに対応していません。</translation>
    </message>
    <message>
        <source>Not where very large pictures are looked at in parts.</source>
        <translation>非常に大きな画像を分割して見るときは使えません。</translation>
    </message>
    <message>
        <source>%1 is shown all pictures at one size.</source>
        <translation>%1はすべての画像を同じサイズで見ます。</translation>
    </message>
    <message>
        <source>Fewer visual tokens for captions and classes; never for boxes or text.</source>
        <translation>説明や分類なら視覚トークンを減らせます。ボックスやテキストでは減らさないでください。</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s own</source>
        <translation>チェックポイントの値</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: the checkpoint&apos;s</source>
        <translation>%1：チェックポイントの値</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>キャプチャ</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>メニュー（F10）</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Eyebox opens no connection. Pictures and chats stay on this machine.</source>
        <translation>Eyeboxは接続を開きません。画像とチャットはこのマシンに残ります。</translation>
    </message>
    <message>
        <source>%1 is in memory. Click to unload it.</source>
        <translation>%1がメモリにあります。クリックで解放します。</translation>
    </message>
    <message>
        <source>A model or its engine is being downloaded, as you asked. Pictures and chats stay on this machine.</source>
        <translation>要求に従いモデルまたはそのエンジンをダウンロード中です。画像とチャットはこのマシンに残ります。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近開いたファイル</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Zoom at the pointer</source>
        <translation>ポインターの位置で拡大・縮小</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>画像を動かす</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>スペースを押しながらドラッグ</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>中ボタン</translation>
    </message>
    <message>
        <source>Move the selected boxes by 1 or 10 pixels</source>
        <translation>選択したボックスを1または10画素動かす</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印キー</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+矢印キー</translation>
    </message>
    <message>
        <source>Move a box that is not selected</source>
        <translation>選択していないボックスを動かす</translation>
    </message>
    <message>
        <source>Drag its edge or label</source>
        <translation>縁またはラベルをドラッグ</translation>
    </message>
    <message>
        <source>Select the text in a box</source>
        <translation>ボックス内のテキストを選択</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Alt and drag where it is selected</source>
        <translation>選択中のボックスではAltを押しながらドラッグ</translation>
    </message>
    <message>
        <source>Next and previous box</source>
        <translation>次と前のボックス</translation>
    </message>
    <message>
        <source>Select all boxes rather than the text: with a box selected, in the list of boxes, while drawing</source>
        <translation>テキストではなくボックスをすべて選択：ボックスの選択中、ボックスのリスト、描画中</translation>
    </message>
    <message>
        <source>Open or close a label in the list of boxes</source>
        <translation>ボックスのリストでラベルを開閉</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>選択に追加</translation>
    </message>
    <message>
        <source>Shift and click</source>
        <translation>Shiftを押しながらクリック</translation>
    </message>
    <message>
        <source>Send, or break the line</source>
        <translation>送信または改行</translation>
    </message>
    <message>
        <source>Stop the answer of this chat</source>
        <translation>このチャットの回答を停止</translation>
    </message>
    <message>
        <source>Close what is open, drop the selection, leave full screen: one after the other</source>
        <translation>開いているものを閉じる、選択を解除、全画面表示を終える（順に）</translation>
    </message>
    <message>
        <source>Mouse and held keys</source>
        <translation>マウスと押し続けるキー</translation>
    </message>
    <message>
        <source>Eyebox %1 reads pictures, answers about them and keeps everything on this machine.</source>
        <translation>Eyebox %1は画像を読み、質問に答え、すべてをこのマシンに留めます。</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>Eyeboxについて</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>The desktop gave the capture these keys: %1</source>
        <translation>デスクトップが画面キャプチャに割り当てたキー：%1</translation>
    </message>
    <message>
        <source>The desktop does not listen for the keys of the capture any more: Eyebox asks for them again as soon as it can.</source>
        <translation>デスクトップがキャプチャーのキーを受け付けなくなりました。Eyebox は可能になりしだい再度要求します。</translation>
    </message>
    <message>
        <source>Capture a region of the screen</source>
        <translation>画面の領域をキャプチャ</translation>
    </message>
</context>
<context>
    <name>IgnoreController</name>
    <message>
        <source>Ignore this part no more</source>
        <translation>この部分を無視しない</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>この画像のテキストはまだ読み取られていません。</translation>
    </message>
    <message>
        <source>Drag over the part whose text is left out.</source>
        <translation>テキストを除く部分をドラッグしてください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the session have other ignored parts now.</source>
        <translation>
            <numerusform>セッションの画像%n枚の無視する部分が変わりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>この部分を無視</translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message>
        <source>Templates of ignored parts</source>
        <translation>無視する部分のテンプレート</translation>
    </message>
    <message>
        <source>Parts such as page numbers and watermarks, by their place on the page: they fit pages of the same layout at any size.</source>
        <translation>ページ番号や透かしなどの部分をページ上の位置で保存します。同じレイアウトのページならサイズを問わず使えます。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>There is no template yet. Ignore parts of a picture, and save them under a name.</source>
        <translation>テンプレートはまだありません。画像の部分を無視し、名前を付けて保存してください。</translation>
    </message>
    <message>
        <source>Apply to this picture</source>
        <translation>この画像に適用</translation>
    </message>
    <message>
        <source>Apply to the session</source>
        <translation>セッションに適用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Ignore nothing in the session</source>
        <translation>セッションで何も無視しない</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the new template</source>
        <translation>新しいテンプレートの名前</translation>
    </message>
    <message numerus="yes">
        <source>Save the %n part(s) of this picture</source>
        <translation>
            <numerusform>この画像の%n個の部分を保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ignoring</name>
    <message>
        <source>Ignore a part</source>
        <translation>部分を無視</translation>
    </message>
    <message>
        <source>Ignore a part no more</source>
        <translation>部分の無視を解除</translation>
    </message>
    <message>
        <source>Ignore parts</source>
        <translation>部分を無視</translation>
    </message>
    <message>
        <source>Ignore parts in all pictures</source>
        <translation>すべての画像で部分を無視</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n picture(s) of this file were not found; put them beside it and import again.</source>
        <translation>
            <numerusform>このファイルの画像%n枚が見つかりませんでした。隣に置いて、もう一度インポートしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>ボックスをインポート</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New keys for “%1”</source>
        <translation>「%1」の新しいキー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Use them here instead</source>
        <translation>こちらで使う</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the keys</source>
        <translation>キーを押してください</translation>
    </message>
</context>
<context>
    <name>LabelController</name>
    <message>
        <source>Files with names of labels (%1)</source>
        <translation>ラベル名のファイル（%1）</translation>
    </message>
    <message>
        <source>Labels of a file</source>
        <translation>ファイルのラベル</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Text that was read</source>
        <translation>読み取ったテキスト</translation>
    </message>
    <message numerus="yes">
        <source>Label of %n box(es)</source>
        <translation>
            <numerusform>ボックス%n個のラベル</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>ボックスのラベル</translation>
    </message>
</context>
<context>
    <name>LabelGrid</name>
    <message>
        <source>No label has this name.</source>
        <translation>この名前のラベルはありません。</translation>
    </message>
    <message>
        <source>There is no label yet.</source>
        <translation>ラベルはまだありません。</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>ラベルを検索</translation>
    </message>
    <message>
        <source>Enter or a click gives the label · with Shift it is hidden or shown · with Ctrl it is seen alone</source>
        <translation>Enterまたはクリックでラベルを付ける · Shiftで表示を切り替え · Ctrlでこれだけを表示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
</context>
<context>
    <name>LabelSet</name>
    <message>
        <source>Change the labels</source>
        <translation>ラベルを変更</translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message numerus="yes">
        <source>%n label(s) added.</source>
        <translation>
            <numerusform>ラベルを%n個追加しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) have this label: rename it, or delete them first.</source>
        <translation>
            <numerusform>このラベルのボックスが%n個あります。先に名前を変更するか、ボックスを削除してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused label(s) removed.</source>
        <translation>
            <numerusform>未使用のラベルを%n個削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>水色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>ワイン</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>ほかの色…</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>ラベルの色</translation>
    </message>
    <message>
        <source>Labels of the session</source>
        <translation>セッションのラベル</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>F2 renames a label, Insert adds one, Alt and arrows move it, Delete takes it out.</source>
        <translation>F2で名前を変更、Insertで追加、Alt+矢印キーで移動、Deleteで削除します。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Remove unused</source>
        <translation>未使用を削除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Attributes are written like this: side: left, right; remark. One without values takes any text.</source>
        <translation>属性の書き方：側: 左, 右; 備考。値のない属性には任意のテキストを入れられます。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>%1 is damaged; put the file there again.</source>
        <translation>%1が壊れています。ファイルを置き直してください。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Russian</source>
        <translation>ロシア語</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ウクライナ語</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>ブルガリア語</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>セルビア語</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>ベラルーシ語</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>マケドニア語</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>カザフ語</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>モンゴル語</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>キルギス語</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>タジク語</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>タタール語</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>ギリシャ語</translation>
    </message>
    <message>
        <source>Ancient Greek</source>
        <translation>古代ギリシャ語</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韓国語</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>アラビア語</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>ペルシャ語</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>ウルドゥー語</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>ウイグル語</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>パシュトー語</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>シンド語</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>ヘブライ語</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>イディッシュ語</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>タイ語</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>ヒンディー語</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>マラーティー語</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>ネパール語</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>サンスクリット語</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>ベンガル語</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>アッサム語</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>タミル語</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>テルグ語</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>カンナダ語</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>マラヤーラム語</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>グジャラート語</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>パンジャーブ語</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>オリヤー語</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>シンハラ語</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>ジョージア語</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>アルメニア語</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>アムハラ語</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>ティグリニャ語</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>クメール語</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>ラオス語</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>ビルマ語</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>チベット語</translation>
    </message>
    <message>
        <source>Dzongkha</source>
        <translation>ゾンカ語</translation>
    </message>
    <message>
        <source>Dhivehi</source>
        <translation>ディベヒ語</translation>
    </message>
    <message>
        <source>Syriac</source>
        <translation>シリア語</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <translation>チェロキー語</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>イヌクティトット語</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Loss held out</source>
        <translation>取り分けの損失</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>最大メモリ</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>選択を優先</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>報酬マージン</translation>
    </message>
    <message>
        <source>Questions that it does not learn</source>
        <translation>学習しない問題</translation>
    </message>
    <message>
        <source>As it answers after %1 steps. Dashed: what is wanted.</source>
        <translation>%1ステップ後の回答。破線：正解。</translation>
    </message>
</context>
<context>
    <name>LearningPlot</name>
    <message>
        <source>Course of the loss</source>
        <translation>損失の推移</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>取り分け</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>報酬マージン</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>選択を優先</translation>
    </message>
    <message>
        <source>The first step is on its way.</source>
        <translation>最初のステップを実行中です。</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open this address in your browser?</source>
        <translation>このアドレスをブラウザーで開きますか？</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>リンク先は%1です。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
</context>
<context>
    <name>LoadingLine</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>読み込みを停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>LocalApi</name>
    <message>
        <source>Start it so, or enter both under Admin Settings, Connections, OpenAI API. In Docker it needs --network=host.</source>
        <translation>このように起動するか、Admin Settings、Connections、OpenAI APIに両方を入力します。Dockerでは--network=hostが必要です。</translation>
    </message>
    <message>
        <source>Add this to config.yaml.</source>
        <translation>これをconfig.yamlに追加します。</translation>
    </message>
    <message>
        <source>With the package openai.</source>
        <translation>openaiパッケージを使う場合。</translation>
    </message>
    <message>
        <source>Lists the models that can be asked.</source>
        <translation>質問できるモデルを一覧します。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Working it out…</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>重み%1</translation>
    </message>
    <message>
        <source>chat %1</source>
        <translation>チャット%1</translation>
    </message>
    <message>
        <source>work %1</source>
        <translation>計算%1</translation>
    </message>
</context>
<context>
    <name>MergeChoice</name>
    <message>
        <source>Merge with another review</source>
        <translation>別のレビューと統合</translation>
    </message>
    <message>
        <source>Somebody else has reviewed the same pictures: choose where their review is. Nothing is changed yet.</source>
        <translation>別の人が同じ画像をレビューしています。そのレビューの場所を選んでください。まだ何も変更されません。</translation>
    </message>
    <message>
        <source>Sessions with a review</source>
        <translation>レビューのあるセッション</translation>
    </message>
    <message>
        <source>No other session here has a review. One from another machine comes as a file, which “Save the review for another reviewer…” writes there.</source>
        <translation>ここにはレビューのあるセッションがほかにありません。別のマシンのものは、そこで「別のレビュアー用にレビューを保存…」が書き出すファイルとして受け取ります。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>画像%n枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message>
        <source>Reviews (%1)</source>
        <translation>レビュー（%1）</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>レビューを開く</translation>
    </message>
    <message>
        <source>This session has no review yet.</source>
        <translation>このセッションにはまだレビューがありません。</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>ボックスをレビュー…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer</source>
        <translation>別のレビュアー用にレビューを保存</translation>
    </message>
    <message numerus="yes">
        <source>Saved the review of %n picture(s) as %1</source>
        <translation>
            <numerusform>画像%n枚のレビューを%1に保存しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) taken over.</source>
        <translation>
            <numerusform>%n件の判定を採用しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>All disputes are settled.</source>
        <translation>すべての不一致を解決しました。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>A picture was turned: compare the reviews again to go on.</source>
        <translation>画像が回転されました。続けるにはレビューを比較し直してください。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>メッセージをコピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the picture</source>
        <translation>画像の全体図</translation>
    </message>
    <message>
        <source>Arrows move what is in sight of the picture.</source>
        <translation>矢印キーで見える範囲を動かします。</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>ドラッグで移動</translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message>
        <source>Find %1</source>
        <translation>%1を探す</translation>
    </message>
    <message>
        <source>This is another picture than %1 was, or it has changed; boxes and text may not fit.</source>
        <translation>これは以前の%1とは別の画像か、変更されています。ボックスとテキストが合わないことがあります。</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>それでも使う</translation>
    </message>
    <message numerus="yes">
        <source>%n other missing picture(s) are in this folder too.</source>
        <translation>
            <numerusform>見つからなかった画像%n枚もこのフォルダーにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them too</source>
        <translation>それらも使う</translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>New chats begin with %1.</source>
        <translation>新しいチャットは%1で始まります。</translation>
    </message>
    <message>
        <source>New chats begin with the model beside them.</source>
        <translation>新しいチャットは隣のチャットのモデルで始まります。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>It is loaded after “%1”</source>
        <translation>「%1」の後に読み込みます</translation>
    </message>
    <message>
        <source>The check of boxes was stopped, so that the model can be used now. It can be made again.</source>
        <translation>モデルを今使えるように、ボックスの確認を停止しました。確認はやり直せます。</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to %1.</source>
        <translation>%1への送信を許可するまで、画像はこのマシンに残ります。</translation>
    </message>
    <message>
        <source>Allow, and ask again</source>
        <translation>許可してもう一度質問</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet: the model engine has to be added first.</source>
        <translation>このマシンにはまだモデルを実行するものがありません。先にモデルエンジンを追加してください。</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>モデルエンジンを追加…</translation>
    </message>
</context>
<context>
    <name>ModelEngine</name>
    <message>
        <source>Looking at the model engine</source>
        <translation>モデルエンジンを確認中</translation>
    </message>
    <message>
        <source>Looking at the server engine</source>
        <translation>サーバーエンジンを確認中</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>必要なものを調査中</translation>
    </message>
    <message>
        <source>Adding the model engine</source>
        <translation>モデルエンジンを追加中</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>サーバーエンジンを追加中</translation>
    </message>
    <message>
        <source>A model still works. Let it end, or stop it, then try again.</source>
        <translation>モデルがまだ動作中です。終わるのを待つか停止してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>モデルエンジンを削除中</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>サーバーエンジンを削除中</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>このマシンのモデル</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>自分のサーバー</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>ダウンロードできるモデル</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>読み込み済み</translation>
    </message>
    <message>
        <source>new chats</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Built in · reads and finds text</source>
        <translation>内蔵 · テキストの読み取りと検索</translation>
    </message>
    <message>
        <source>always ready</source>
        <translation>いつでも使用可</translation>
    </message>
    <message>
        <source>its first model</source>
        <translation>最初のモデル</translation>
    </message>
    <message>
        <source>with pictures</source>
        <translation>画像あり</translation>
    </message>
    <message>
        <source>in words alone</source>
        <translation>文字のみ</translation>
    </message>
    <message>
        <source>no boxes</source>
        <translation>ボックスなし</translation>
    </message>
</context>
<context>
    <name>ModelLoading</name>
    <message>
        <source>Load %1</source>
        <translation>%1を読み込む</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Precision of %1</source>
        <translation>%1の精度</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1を削除</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Looking for models</source>
        <translation>モデルを検索中</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>必要なものを調査中</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1をダウンロード</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>%1を削除中</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>モデルのボックスを確認中</translation>
    </message>
</context>
<context>
    <name>MovedFiles</name>
    <message numerus="yes">
        <source>%n file(s) found again.</source>
        <translation>
            <numerusform>%n個のファイルが再び見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of %1 was moved; it was found again as %2.</source>
        <translation>%1のファイルは移動されていましたが、%2として見つかりました。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Memory on this machine, about</source>
        <translation>このマシンで必要なメモリ（概算）</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>パラメーター数%1</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>ライセンス%1</translation>
    </message>
    <message>
        <source>Size by precision</source>
        <translation>精度ごとのサイズ</translation>
    </message>
    <message>
        <source>Answers in words only: it was not taught to put boxes.</source>
        <translation>文字だけで回答します。ボックスを付ける学習はしていません。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no picture in %1.</source>
        <translation>%1に画像がありません。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
    <message>
        <source>Only the first %1 pages of %2 were opened.</source>
        <translation>%2の最初の%1ページだけを開きました。</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be opened.</source>
        <translation>
            <numerusform>ほかに%n個のファイルを開けませんでした。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message numerus="yes">
        <source>%n picture(s) moved.</source>
        <translation>
            <numerusform>画像%n枚を移動しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Nothing was held out.</source>
        <translation>取り分けた問題はありません。</translation>
    </message>
    <message>
        <source>No answer got worse.</source>
        <translation>悪くなった回答はありません。</translation>
    </message>
    <message>
        <source>No general questions were asked.</source>
        <translation>一般問題は質問していません。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Figures before and after, with intervals of 95 %</source>
        <translation>前後の数値と95 %区間</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>少なすぎて判断不可</translation>
    </message>
    <message>
        <source>no more than chance</source>
        <translation>偶然の範囲</translation>
    </message>
    <message>
        <source>Of pairs that it did not learn it prefers the chosen answer in %1, by a reward margin of %2.</source>
        <translation>学習していないペアのうち %1 で選択された回答を優先し、報酬マージンは %2 です。</translation>
    </message>
    <message>
        <source>Held out, by change</source>
        <translation>取り分け（変化順）</translation>
    </message>
    <message>
        <source>Got worse: %1</source>
        <translation>悪化：%1</translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>一般問題</translation>
    </message>
    <message numerus="yes">
        <source>Taught in %n step(s).</source>
        <translation>
            <numerusform>%nステップで学習しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss fell from %1 to %2.</source>
        <translation>損失は%1から%2に下がりました。</translation>
    </message>
    <message>
        <source>The loss went from %1 to %2.</source>
        <translation>損失は%1から%2になりました。</translation>
    </message>
    <message>
        <source>It ended early: %1.</source>
        <translation>早く終わりました：%1。</translation>
    </message>
    <message>
        <source>It got worse at: %1.</source>
        <translation>悪化した項目：%1。</translation>
    </message>
    <message>
        <source>It got better at: %1, and worse at nothing that was asked.</source>
        <translation>改善した項目：%1。質問した中に悪化した項目はありません。</translation>
    </message>
    <message>
        <source>No difference is shown that is more than chance.</source>
        <translation>偶然を超える差は見られません。</translation>
    </message>
    <message>
        <source>Nothing was asked before and after.</source>
        <translation>前後に質問はしていません。</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals. General questions are the same for every model, about drawn pictures.</source>
        <translation>括弧内は95 %区間。一般問題はどのモデルでも同じで、描いた図についてのものです。</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Unpack %1</source>
        <translation>%1を展開</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Title of the chat</source>
        <translation>チャットのタイトル</translation>
    </message>
    <message>
        <source>Double click to rename  (F2)</source>
        <translation>ダブルクリックで名前を変更（F2）</translation>
    </message>
    <message>
        <source>Another chat beside this one</source>
        <translation>隣にもう1つチャット</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>このチャットを閉じる</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>モデル：%1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>このチャットの設定</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>サイドパネル</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>「%1」はパスワードで保護されています。</translation>
    </message>
    <message>
        <source>That password does not open it. Try another one.</source>
        <translation>そのパスワードでは開けません。別のものを試してください。</translation>
    </message>
    <message>
        <source>It is kept until Eyebox is closed, in memory only.</source>
        <translation>Eyeboxを閉じるまでメモリにだけ保持されます。</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>“%1” is digitally signed. What is saved from here does not carry the signature.</source>
        <translation>「%1」には電子署名があります。ここから保存したものに署名は付きません。</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Resume download</source>
        <translation>ダウンロードを再開</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Download both</source>
        <translation>両方をダウンロード</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用する</translation>
    </message>
    <message>
        <source>No model was found in %1. Choose a folder with config.json and safetensors files, or the one above it.</source>
        <translation>%1にモデルが見つかりませんでした。config.jsonとsafetensorsファイルのあるフォルダーか、その上のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>“Use it” stops the check</source>
        <translation>「使用する」で確認を中止します</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No model has these words.</source>
        <translation>これらの語を含むモデルはありません。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>サーバー…</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>自分のサーバーを追加</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>取得…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>リストから削除</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>新しいチャットで使う</translation>
    </message>
    <message>
        <source>Without it a new chat has the model of the one beside it</source>
        <translation>オフの場合、新しいチャットは隣のチャットのモデルになります</translation>
    </message>
    <message>
        <source>Serve with vLLM</source>
        <translation>vLLMで提供</translation>
    </message>
    <message>
        <source>The server engine answers with it, to many questions at once</source>
        <translation>サーバーエンジンがこのモデルで多くの質問に同時に答えます</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>メモリから解放</translation>
    </message>
    <message>
        <source>Gives the memory of the loaded model back</source>
        <translation>読み込んだモデルのメモリを解放します</translation>
    </message>
    <message>
        <source>The model engine is missing</source>
        <translation>モデルエンジンがありません</translation>
    </message>
    <message>
        <source>This checkpoint is not complete: download it again, it goes on.</source>
        <translation>このチェックポイントは不完全です。もう一度ダウンロードすると続きから始まります。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、 </translation>
    </message>
    <message>
        <source>%1 shown at %2</source>
        <translation>%1（%2で表示）</translation>
    </message>
    <message>
        <source>%1 % of its pixels</source>
        <translation>画素の%1%</translation>
    </message>
    <message>
        <source>The model saw every pixel.</source>
        <translation>モデルはすべての画素を見ました。</translation>
    </message>
    <message>
        <source>%1 times smaller in each direction: what you can&apos;t read here, the model couldn&apos;t either.</source>
        <translation>縦横とも%1分の1です。ここで読めないものはモデルにも読めません。</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>収まる</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>ぎりぎり</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>大きすぎる</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1時間%2分</translation>
    </message>
    <message>
        <source>about %1 to the first word</source>
        <translation>最初の語まで約%1</translation>
    </message>
    <message>
        <source>%1: needs %2 of %3</source>
        <translation>%1：%3中%2が必要</translation>
    </message>
    <message>
        <source>boxes not checked</source>
        <translation>ボックス未確認</translation>
    </message>
    <message>
        <source>boxes trusted</source>
        <translation>ボックスは信頼可</translation>
    </message>
    <message>
        <source>boxes not trusted</source>
        <translation>ボックスは信頼不可</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Adding the model engine first</source>
        <translation>先にモデルエンジンを追加中</translation>
    </message>
    <message>
        <source>Asking for the list of files</source>
        <translation>ファイルのリストを取得中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Putting into place</source>
        <translation>配置中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り%1</translation>
    </message>
    <message>
        <source>PyTorch for the processor</source>
        <translation>プロセッサー用のPyTorch</translation>
    </message>
    <message>
        <source>PyTorch for CUDA %1</source>
        <translation>CUDA %1用のPyTorch</translation>
    </message>
</context>
<context>
    <name>PickerController</name>
    <message>
        <source>Choose the folder of a model</source>
        <translation>モデルのフォルダーを選択</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>モデルパックを選択</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>署名者：%1。</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>「%1」を追加しました。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>モデルとして使う…</translation>
    </message>
    <message>
        <source>vLLM answers now. Choose “%1” as the model of a chat.</source>
        <translation>vLLMが応答できます。チャットのモデルに「%1」を選んでください。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
</context>
<context>
    <name>PictureChip</name>
    <message>
        <source>Picture %1</source>
        <translation>画像%1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1を削除</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Pictures of the session</source>
        <translation>セッションの画像</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>名前で検索</translation>
    </message>
    <message>
        <source>No picture has this in its name.</source>
        <translation>名前にこれを含む画像はありません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Attach %n picture(s)</source>
        <translation>
            <numerusform>画像を%n枚添付</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureController</name>
    <message>
        <source>Opening… %1 %</source>
        <translation>開いています… %1%</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1を開いています…</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>探す…</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>パスワードを入力…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>画像と文書</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>場所：</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>種類：</translation>
    </message>
</context>
<context>
    <name>PictureNumber</name>
    <message>
        <source>Go to a picture by its number (Ctrl+G)</source>
        <translation>番号で画像へ移動（Ctrl+G）</translation>
    </message>
    <message>
        <source>Number of the picture</source>
        <translation>画像の番号</translation>
    </message>
</context>
<context>
    <name>PictureParts</name>
    <message>
        <source>The picture is still being opened; try again in a moment.</source>
        <translation>画像を開いている途中です。少し待って、もう一度試してください。</translation>
    </message>
    <message>
        <source>Drag over the part that becomes a new picture.</source>
        <translation>新しい画像にする部分をドラッグしてください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PictureSizeController</name>
    <message>
        <source>Size at which the model sees pictures</source>
        <translation>モデルが見る画像のサイズ</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>画像サイズ</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 has changed since it was last opened; its boxes may not fit any more.</source>
        <translation>%1は前回開いた後に変更されました。ボックスが合わないことがあります。</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>Pinned capture</source>
        <translation>固定したキャプチャ</translation>
    </message>
    <message>
        <source>Drag to move · wheel to scale · double click or Esc to close</source>
        <translation>ドラッグで移動 · ホイールで拡大縮小 · ダブルクリックまたはEscで閉じる</translation>
    </message>
</context>
<context>
    <name>PrecisionChoice</name>
    <message>
        <source>Precision %1</source>
        <translation>精度%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PresetButtons</name>
    <message>
        <source>With a vision-language model</source>
        <translation>視覚言語モデルを使う</translation>
    </message>
    <message>
        <source>With the built-in reader</source>
        <translation>内蔵の文字認識を使う</translation>
    </message>
</context>
<context>
    <name>PresetLine</name>
    <message>
        <source>No preset</source>
        <translation>プリセットなし</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Save, overwrite or remove a preset</source>
        <translation>プリセットの保存、上書き、削除</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 (for new chats)</source>
        <translation>%1（新しいチャット用）</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>上書き</translation>
    </message>
    <message>
        <source>New chats with %1 take “%2”</source>
        <translation>%1の新しいチャットは「%2」を使う</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>All prompts</source>
        <translation>すべてのプロンプト</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Read all pictures: %1 left</source>
        <translation>すべての画像を読み取り：残り%1枚</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>バッチ：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Import of boxes</source>
        <translation>ボックスのインポート</translation>
    </message>
</context>
<context>
    <name>PromptRun</name>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>「%1」のボックスを追加</translation>
    </message>
</context>
<context>
    <name>ProofController</name>
    <message>
        <source>There is no word left that the reader is unsure of.</source>
        <translation>不確かな語はもう残っていません。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>テキストがありません。</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>行を訂正</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>元に戻す：%1</translation>
    </message>
    <message>
        <source>The line is right</source>
        <translation>この行は正しい</translation>
    </message>
</context>
<context>
    <name>QrCodes</name>
    <message>
        <source>Select a text, or copy one: the QR code is made of it.</source>
        <translation>テキストを選択するかコピーすると、それからQRコードを作ります。</translation>
    </message>
    <message>
        <source>QR code: %1</source>
        <translation>QRコード：%1</translation>
    </message>
</context>
<context>
    <name>QuantizeController</name>
    <message>
        <source>“%1” was quantized.</source>
        <translation>「%1」を量子化しました。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>モデルとして使う…</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>画像のフォルダー</translation>
    </message>
    <message>
        <source>A file of chats</source>
        <translation>チャットのファイル</translation>
    </message>
    <message>
        <source>Where the new folder is made</source>
        <translation>新しいフォルダーの場所</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Calibrated with chats about pictures; runs fast on graphics cards.</source>
        <translation>画像についてのチャットで較正します。グラフィックスカードで高速に動きます。</translation>
    </message>
    <message>
        <source>Rounded as it is, without calibration: done soon, and a little less exact.</source>
        <translation>較正せずに丸めます。すぐ終わりますが、精度は少し下がります。</translation>
    </message>
    <message>
        <source>Pictures like those you will ask about.</source>
        <translation>これから質問するものに近い画像を使います。</translation>
    </message>
    <message>
        <source>Nothing of your own: drawn shapes are used. Chats about your pictures are better.</source>
        <translation>自分のデータがないため、描いた図形を使います。自分の画像についてのチャットのほうが適しています。</translation>
    </message>
    <message>
        <source>Up to %1 chats about pictures are used.</source>
        <translation>画像についてのチャットを最大%1件使います。</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n件のチャット</numerusform>
        </translation>
    </message>
    <message>
        <source>drawn shapes</source>
        <translation>描いた図形</translation>
    </message>
    <message>
        <source>“%1” is there: %2, instead of %3.</source>
        <translation>「%1」ができました：%3から%2になりました。</translation>
    </message>
    <message>
        <source>It goes on when this page is closed. The queue shows it, too.</source>
        <translation>このページを閉じても続きます。キューにも表示されます。</translation>
    </message>
    <message>
        <source>Writes the model in 4 bit, about a quarter as large, in a new folder. This one stays.</source>
        <translation>モデルを4ビットで新しいフォルダーに書き出します。大きさは約4分の1です。元のモデルは残ります。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量子化</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>%1を量子化</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Calibrate with</source>
        <translation>較正に使うもの</translation>
    </message>
    <message>
        <source>Into the new folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>必要なもの</translation>
    </message>
    <message>
        <source>Chats and pictures of this session</source>
        <translation>このセッションのチャットと画像</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>画像のフォルダー…</translation>
    </message>
    <message>
        <source>A file of chats…</source>
        <translation>チャットのファイル…</translation>
    </message>
    <message>
        <source>Drawn shapes</source>
        <translation>描いた図形</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Calibrated with</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>How far the quantizing is</source>
        <translation>量子化の進み具合</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose where the new folder is made</source>
        <translation>新しいフォルダーの場所を選ぶ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>元のモデルと比較…</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>モデルとして使う…</translation>
    </message>
</context>
<context>
    <name>Quantizing</name>
    <message>
        <source>Working out what it takes</source>
        <translation>必要なものを調べています</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>%1を量子化</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1はすでにあります。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Edit and ask again</source>
        <translation>編集してもう一度質問</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>質問をコピー</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
</context>
<context>
    <name>QueueChoice</name>
    <message>
        <source>%1 of %2 boxes</source>
        <translation>ボックス%2個中%1個</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>すべての判定</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>All origins</source>
        <translation>すべての由来</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>最低スコア</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>最高スコア</translation>
    </message>
    <message>
        <source>Boxes without a score are left out as soon as this is narrower than 0 to 1.</source>
        <translation>範囲を0～1より狭めると、スコアのないボックスは除外されます。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Stop everything that runs or waits</source>
        <translation>実行中と待機中のものをすべて停止</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits.</source>
        <translation>実行中や待機中のものはありません。</translation>
    </message>
</context>
<context>
    <name>ReaderDetails</name>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>Built in and always ready. It reads the text of a picture and finds words in it, with boxes, on any machine. For questions about what a picture shows, choose a vision-language model.</source>
        <translation>内蔵され、いつでも使えます。どのマシンでも画像のテキストを読み取り、語をボックス付きで探します。画像に写っているものについて質問するには、視覚言語モデルを選んでください。</translation>
    </message>
    <message>
        <source>Looking for models on this machine…</source>
        <translation>このマシンのモデルを探しています…</translation>
    </message>
    <message>
        <source>No vision-language model on this machine yet</source>
        <translation>このマシンに視覚言語モデルはまだありません</translation>
    </message>
    <message>
        <source>There are three ways to get one:</source>
        <translation>入手方法は3つあります：</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>One that holds a checkpoint: config.json and safetensors files.</source>
        <translation>チェックポイント（config.jsonとsafetensorsファイル）のあるフォルダーです。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Download one</source>
        <translation>ダウンロードする</translation>
    </message>
    <message>
        <source>From the list at the left, or any other by its name. It asks before it connects.</source>
        <translation>左のリストから、または名前を指定して取得します。接続する前に確認します。</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>ダウンロード…</translation>
    </message>
    <message>
        <source>Put it into the Hugging Face cache</source>
        <translation>Hugging Faceのキャッシュに置く</translation>
    </message>
    <message>
        <source>What other programs downloaded to %1 is found by itself.</source>
        <translation>ほかのプログラムが%1にダウンロードしたものは自動的に見つかります。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Read %1</source>
        <translation>%1を読み取る</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Reading…</source>
        <translation>読み取っています…</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>読み取りを停止しました。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>All pictures have been read.</source>
        <translation>すべての画像を読み取りました。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) read.</source>
        <translation>
            <numerusform>画像%n枚を読み取りました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> ほか%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1</source>
        <translation>
            <numerusform>%n枚を読み取れませんでした：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>残り%n枚。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>RedactionController</name>
    <message>
        <source>There is nothing to black out.</source>
        <translation>黒塗りするものがありません。</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黒塗り</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再表示</translation>
    </message>
    <message>
        <source>Drag over what is to be blacked out.</source>
        <translation>黒塗りする範囲をドラッグしてください。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Show this again</source>
        <translation>ここを再表示</translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message>
        <source>Find and black out</source>
        <translation>検索して黒塗り</translation>
    </message>
    <message>
        <source>A name, an address…</source>
        <translation>名前、住所…</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>この画像</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>セッション全体</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>What is blacked out</source>
        <translation>黒塗りするもの</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黒塗り</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>テキスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>画像(&amp;P)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>検索しています…</translation>
    </message>
    <message>
        <source>A region</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Nothing was found. Only what has been read can be found.</source>
        <translation>見つかりませんでした。検索できるのは読み取り済みのテキストだけです。</translation>
    </message>
    <message>
        <source>{0} of {1} will be blacked out.</source>
        <translation>{1}件中{0}件を黒塗りします。</translation>
    </message>
    <message>
        <source>{0} of {1} are blacked out.</source>
        <translation>{1}件中{0}件が黒塗り済みです。</translation>
    </message>
    <message>
        <source>There is more: black these out and look again.</source>
        <translation>まだあります。これらを黒塗りして、もう一度探してください。</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Numbers and IDs</source>
        <translation>番号とID</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Webアドレス</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手作業</translation>
    </message>
</context>
<context>
    <name>Redactions</name>
    <message>
        <source>Black out</source>
        <translation>黒塗り</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再表示</translation>
    </message>
</context>
<context>
    <name>Relabeling</name>
    <message>
        <source>Rename a label</source>
        <translation>ラベルの名前を変更</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n picture(s) removed from the session.</source>
        <translation>
            <numerusform>画像%n枚をセッションから取り除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The chat was closed.</source>
        <translation>チャットを閉じました。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1を削除しました。</translation>
    </message>
    <message>
        <source>%1 was removed before; its boxes and text are still there.</source>
        <translation>%1は以前に取り除かれましたが、ボックスとテキストは残っています。</translation>
    </message>
    <message numerus="yes">
        <source>%n of these pictures were removed before; their boxes and text are still there.</source>
        <translation>
            <numerusform>これらの画像のうち%n枚は以前に取り除かれましたが、ボックスとテキストは残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back its boxes and text</source>
        <translation>ボックスとテキストを復元</translation>
    </message>
    <message>
        <source>Bring back their boxes and text</source>
        <translation>ボックスとテキストを復元</translation>
    </message>
    <message>
        <source>Bring back boxes</source>
        <translation>ボックスを復元</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>%1 is back in %2.</source>
        <translation>%1を%2に復元しました。</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1を復元しました。</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>セッションを開く</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Since Eyebox was opened: %1 · under way or waiting: %2</source>
        <translation>Eyeboxを開いてから：%1件 · 処理中または待機中：%2件</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>処理中のリクエスト</translation>
    </message>
    <message>
        <source>Nothing is asked at the moment.</source>
        <translation>現在、質問はありません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>キューを表示</translation>
    </message>
</context>
<context>
    <name>ResolutionSlider</name>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message numerus="yes">
        <source>up to %n tile(s)</source>
        <translation>
            <numerusform>最大%nタイル</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 a picture</source>
        <translation>画像1枚に最大%1</translation>
    </message>
    <message>
        <source>Tiles a picture</source>
        <translation>画像1枚のタイル数</translation>
    </message>
    <message>
        <source>Visual tokens a picture</source>
        <translation>画像1枚の視覚トークン</translation>
    </message>
    <message>
        <source>%1 megapixels</source>
        <translation>%1メガピクセル</translation>
    </message>
    <message>
        <source>Let the model choose the size</source>
        <translation>サイズをモデルに任せる</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算しています…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>waiting</source>
        <translation>判定待ち</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手で描いたもの</translation>
    </message>
    <message>
        <source>A model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Text reading</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>One label at a time, likeliest first</source>
        <translation>ラベルごとに、確からしい順</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>確かな順</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>不確かな順</translation>
    </message>
    <message>
        <source>Where two models disagree</source>
        <translation>2つのモデルの意見が異なる順</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>Most crowded pictures first</source>
        <translation>密な画像から</translation>
    </message>
    <message>
        <source>Picture by picture</source>
        <translation>画像ごと</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Another program reviews these boxes. They can be looked at here; verdicts are given there.</source>
        <translation>別のプログラムがこれらのボックスをレビュー中です。ここでは閲覧だけができ、判定はそちらで行います。</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>ラベルを変更</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on asking the model</source>
        <translation>モデルへの質問を再開</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>モデルへの質問を一時停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing to review on this picture; a key of the review goes back.</source>
        <translation>この画像にレビュー対象はありません。レビューのキーで戻ります。</translation>
    </message>
    <message>
        <source>The model is being asked; its boxes come here.</source>
        <translation>モデルに質問しています。ボックスはここに届きます。</translation>
    </message>
    <message numerus="yes">
        <source>All %n box(es) have a verdict.</source>
        <translation>
            <numerusform>%n個のボックスをすべて判定しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to review: there are no boxes of a model or a file here.</source>
        <translation>レビュー対象がありません。モデルやファイルのボックスがここにありません。</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手で描いたもの</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>was “%1”</source>
        <translation>変更前「%1」</translation>
    </message>
    <message>
        <source>%1 of %2 boxes judged</source>
        <translation>ボックス%2個中%1個を判定</translation>
    </message>
    <message>
        <source>%1 s a box</source>
        <translation>1個あたり%1秒</translation>
    </message>
    <message>
        <source>All boxes have a verdict</source>
        <translation>すべてのボックスを判定しました</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End the review; it goes on here the next time</source>
        <translation>レビューを終了します。次回はここから続きます</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Nothing is corrected yet: drag an edge or corner, type a label, or accept the box.</source>
        <translation>まだ何も修正されていません。縁か角をドラッグするか、ラベルを入力するか、ボックスを承認してください。</translation>
    </message>
    <message>
        <source>No label has the key %1.</source>
        <translation>キー%1のラベルはありません。</translation>
    </message>
</context>
<context>
    <name>ReviewDigits</name>
    <message>
        <source>Label %1</source>
        <translation>ラベル%1</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>ラベル：%1</translation>
    </message>
</context>
<context>
    <name>ReviewMerge</name>
    <message numerus="yes">
        <source>Take over %n verdict(s)</source>
        <translation>
            <numerusform>判定を%n件採用</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep my box</source>
        <translation>自分のボックスを残す</translation>
    </message>
    <message>
        <source>Take their box</source>
        <translation>相手のボックスを採用</translation>
    </message>
    <message>
        <source>Take neither box</source>
        <translation>どちらのボックスも採用しない</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>ReviewStart</name>
    <message>
        <source>The pictures are being opened</source>
        <translation>画像を開いています</translation>
    </message>
    <message>
        <source>%1 of %2 pictures asked</source>
        <translation>画像%2枚中%1枚に質問済み</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>The boxes to judge are being gathered…</source>
        <translation>判定するボックスを集めています…</translation>
    </message>
    <message>
        <source>Boxes of another model or precision</source>
        <translation>別のモデルまたは精度のボックス</translation>
    </message>
    <message>
        <source>There are no boxes in this.</source>
        <translation>ここにボックスはありません。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>“%1” was asked about %2 of %3 pictures.</source>
        <translation>「%1」に画像%3枚中%2枚について質問しました。</translation>
    </message>
</context>
<context>
    <name>ReviewSteps</name>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Add what was missed</source>
        <translation>見落としを追加</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>Take the verdict away</source>
        <translation>判定を取り消す</translation>
    </message>
    <message>
        <source>Remove what was added</source>
        <translation>追加したものを取り除く</translation>
    </message>
    <message>
        <source>Mark the picture as complete</source>
        <translation>画像に完了の印を付ける</translation>
    </message>
    <message>
        <source>Merge two reviews</source>
        <translation>2つのレビューを統合</translation>
    </message>
    <message>
        <source>Judge boxes</source>
        <translation>ボックスを判定</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>There are no boxes to review.</source>
        <translation>レビューするボックスがありません。</translation>
    </message>
    <message>
        <source>No box fits what is chosen above.</source>
        <translation>上の条件に合うボックスがありません。</translation>
    </message>
    <message>
        <source>Boxes of the review</source>
        <translation>レビューのボックス</translation>
    </message>
    <message>
        <source>Up and down go to another box; the keys of the review give it its verdict.</source>
        <translation>上下キーで別のボックスに移り、レビューのキーで判定します。</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset: %1</source>
        <translation>リセット：%1</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>Fields of the answer</source>
        <translation>回答の項目</translation>
    </message>
    <message>
        <source>The answer is JSON with exactly these fields. Without any it is plain text.</source>
        <translation>回答はちょうどこれらの項目を持つJSONになります。項目がなければ普通のテキストです。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>項目を削除</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSONスキーマ</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>スキーマなし</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用する</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Two fields are called %1.</source>
        <translation>%1という項目が2つあります。</translation>
    </message>
    <message>
        <source>This schema says more than a list of fields: edit its text, or empty it to start anew.</source>
        <translation>このスキーマには項目のリスト以上の内容があります。テキストを編集するか、空にして作り直してください。</translation>
    </message>
    <message>
        <source>This is no JSON: look at line %1, column %2.</source>
        <translation>JSONではありません。%1行%2列を確認してください。</translation>
    </message>
    <message>
        <source>A schema is an object in braces, not %3.</source>
        <translation>スキーマは%3ではなく、波かっこのオブジェクトである必要があります。</translation>
    </message>
    <message>
        <source>%4: there is no type %3.</source>
        <translation>%4：型%3はありません。</translation>
    </message>
    <message>
        <source>%4 has to be a schema in braces, not %3.</source>
        <translation>%4は%3ではなく、波かっこのスキーマである必要があります。</translation>
    </message>
    <message>
        <source>%4 has to be a list of schemas, not %3.</source>
        <translation>%4は%3ではなく、スキーマのリストである必要があります。</translation>
    </message>
    <message>
        <source>%4 has to be a list of names, not %3.</source>
        <translation>%4は%3ではなく、名前のリストである必要があります。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>はい／いいえ</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>テキストのリスト</translation>
    </message>
    <message>
        <source>list of numbers</source>
        <translation>数値のリスト</translation>
    </message>
    <message>
        <source>list of boxes</source>
        <translation>ボックスのリスト</translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>Scripts and languages</source>
        <translation>文字と言語</translation>
    </message>
    <message>
        <source>Search languages</source>
        <translation>言語を検索</translation>
    </message>
    <message>
        <source>No language has this name.</source>
        <translation>この名前の言語はありません。</translation>
    </message>
    <message>
        <source>Latin, Chinese and Japanese text is read as it is. Other scripts need tesserocr, which is missing.</source>
        <translation>ラテン文字、中国語、日本語はそのまま読み取れます。ほかの文字にはtesserocrが必要ですが、ありません。</translation>
    </message>
    <message>
        <source>Add it with this command and start Eyebox again:</source>
        <translation>このコマンドで追加し、Eyeboxを起動し直してください：</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>このマシンにあるもの</translation>
    </message>
    <message>
        <source>Try all of them, the likeliest first</source>
        <translation>すべてを確からしい順に試す</translation>
    </message>
    <message>
        <source>There is no language data yet. Add some as told below.</source>
        <translation>言語データがまだありません。下の説明に従って追加してください。</translation>
    </message>
    <message>
        <source>Also there, and not needed, because the reader knows their letters by itself: %1</source>
        <translation>ほかにもありますが、文字認識自身が文字を知っているため不要です：%1</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>このマシンにないもの</translation>
    </message>
    <message>
        <source>Or put a file like kor.traineddata into Eyebox&apos;s folder for language data, and open this page again.</source>
        <translation>または、kor.traineddataのようなファイルをEyeboxの言語データのフォルダーに置き、このページを開き直してください。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command that adds tesserocr</source>
        <translation>tesserocrを追加するコマンドをコピー</translation>
    </message>
    <message>
        <source>Copy the command that adds %1</source>
        <translation>%1を追加するコマンドをコピー</translation>
    </message>
</context>
<context>
    <name>SecondController</name>
    <message>
        <source>No model is loaded that could read it: choose one for the chat.</source>
        <translation>読み取れるモデルが読み込まれていません。チャットのモデルを選んでください。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>テキストがありません。</translation>
    </message>
    <message>
        <source>There is no text in the selected boxes.</source>
        <translation>選択したボックスの中にテキストがありません。</translation>
    </message>
    <message>
        <source>Take: %1</source>
        <translation>採用：%1</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>1回目の読み取りを残す</translation>
    </message>
</context>
<context>
    <name>SecondList</name>
    <message>
        <source>Read as %1, the second time as %2</source>
        <translation>1回目は%1、2回目は%2と読み取り</translation>
    </message>
    <message>
        <source>not read the first time</source>
        <translation>1回目は読み取れず</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>read at twice the size</source>
        <translation>2倍の大きさで読み取り</translation>
    </message>
    <message>
        <source>read at half the size</source>
        <translation>半分の大きさで読み取り</translation>
    </message>
    <message>
        <source>Second opinion, %1</source>
        <translation>読み直し、%1</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%nか所の違い</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The second reading has the same text.</source>
        <translation>2回目の読み取りも同じテキストです。</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>すべて採用</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>すべて残す</translation>
    </message>
    <message>
        <source>Differences of the second reading</source>
        <translation>2回目の読み取りとの違い</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り</translation>
    </message>
</context>
<context>
    <name>SecondOpinion</name>
    <message>
        <source>Second opinion on %1</source>
        <translation>%1の読み直し</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>%1 seen at %2</source>
        <translation>%1（%2で閲覧）</translation>
    </message>
    <message>
        <source>waited %1 s</source>
        <translation>待機%1秒</translation>
    </message>
    <message>
        <source>loaded %1 s</source>
        <translation>読み込み%1秒</translation>
    </message>
    <message>
        <source>looked %1 s</source>
        <translation>閲覧%1秒</translation>
    </message>
    <message>
        <source>read %1 s</source>
        <translation>読解%1秒</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>最初のトークン%1秒</translation>
    </message>
    <message>
        <source>First word after %1 s: %2</source>
        <translation>最初の語まで%1秒：%2</translation>
    </message>
    <message>
        <source>first word %1 s</source>
        <translation>最初の語%1秒</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1トークン/秒</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>メモリ%1</translation>
    </message>
    <message>
        <source>%1 tokens in</source>
        <translation>入力%1トークン</translation>
    </message>
    <message>
        <source>%1 kept from before</source>
        <translation>うち%1は以前の保持分</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>出力%1</translation>
    </message>
    <message>
        <source>%1 out in %2 steps</source>
        <translation>出力%1（%2ステップ）</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>Picture %1</source>
        <translation>画像%1</translation>
    </message>
    <message>
        <source>This answer saw no picture.</source>
        <translation>この回答は画像を見ていません。</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>モデルが見たもの</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>%n勝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loss(es)</source>
        <translation>
            <numerusform>%n敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n分け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n picture(s) would tell.</source>
        <translation>
            <numerusform>約%n枚の画像があれば判断できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hurts on your pictures: %2 is better.</source>
        <translation>自分の画像では%1は悪化します。%2のほうが優れています。</translation>
    </message>
    <message>
        <source>%1 is better than %2 on your pictures.</source>
        <translation>自分の画像では%1は%2より優れています。</translation>
    </message>
    <message>
        <source>Too few pictures to tell %1 from %2: they differ on %3 of %4.</source>
        <translation>%1と%2を区別するには画像が足りません。%4枚中%3枚で異なります。</translation>
    </message>
    <message>
        <source>No difference between %1 and %2 is shown.</source>
        <translation>%1と%2の間に違いは見られません。</translation>
    </message>
</context>
<context>
    <name>ServerDetails</name>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Check its boxes</source>
        <translation>ボックスを確認</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>The first model that it has</source>
        <translation>最初のモデル</translation>
    </message>
    <message>
        <source>Eyebox runs it on this machine, until you stop it.</source>
        <translation>停止するまで、Eyeboxがこのマシンで実行します。</translation>
    </message>
    <message>
        <source>It runs on this machine.</source>
        <translation>このマシンで動作しています。</translation>
    </message>
    <message>
        <source>What you ask, and the pictures that you allow, leave this machine for %1.</source>
        <translation>質問と許可した画像は、このマシンから%1に送られます。</translation>
    </message>
    <message>
        <source>Pictures may go to %1</source>
        <translation>画像を%1に送ってよい</translation>
    </message>
    <message>
        <source>Only those of a question, made as small as the model sees them. Without this it is asked in words alone.</source>
        <translation>質問の画像だけを、モデルが見る大きさに縮小して送ります。オフの場合は文字だけで質問します。</translation>
    </message>
    <message>
        <source>Whether its boxes land was not checked.</source>
        <translation>ボックスの正確さは確認されていません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>It answers. Models: %1</source>
        <translation>応答がありました。モデル：%1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>問い合わせています…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>サーバーを変更</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>自分のサーバーを追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>ファミリー</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同時実行</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>自由な名前</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Where it asks for one</source>
        <translation>必要な場合</translation>
    </message>
    <message>
        <source>The first that it has</source>
        <translation>最初のモデル</translation>
    </message>
    <message>
        <source>Questions of a batch that are under way there at once</source>
        <translation>バッチの質問を同時に処理する数</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Ask which models it has</source>
        <translation>モデルの一覧を問い合わせる</translation>
    </message>
    <message>
        <source>Pictures of my questions may go to this server</source>
        <translation>質問の画像をこのサーバーに送ってよい</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama.cpp, LM Studio, Ollama, or any that speaks OpenAI&apos;s protocol. Nothing is sent before you ask it something.</source>
        <translation>vLLM、SGLang、llama.cpp、LM Studio、OllamaなどOpenAIのプロトコルに対応するもの。質問するまで何も送られません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Starting vLLM: %1</source>
        <translation>vLLMを起動中：%1</translation>
    </message>
    <message>
        <source>Asking a server</source>
        <translation>サーバーに問い合わせ中</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>モデルのボックスを確認中</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>Another program is using the session file. Your sessions appear as soon as it is free; what you do until then is kept.</source>
        <translation>別のプログラムがセッションファイルを使用中です。解放されるとセッションが表示されます。それまでの作業は保持されます。</translation>
    </message>
    <message>
        <source>Until then nothing is kept beyond this run.</source>
        <translation>それまでの作業は、今回の実行が終わると残りません。</translation>
    </message>
    <message>
        <source>What you do until then is kept in %1.</source>
        <translation>それまでの作業は%1に保持されます。</translation>
    </message>
    <message>
        <source>Your sessions are here again.</source>
        <translation>セッションが戻りました。</translation>
    </message>
    <message>
        <source>What you did while the session file could not be opened is among your sessions.</source>
        <translation>セッションファイルを開けなかった間の作業も、セッションに入りました。</translation>
    </message>
    <message>
        <source>The session file is damaged. What can be read is being saved; you can go on working.</source>
        <translation>セッションファイルが壊れています。読めるものを救出しています。作業は続けられます。</translation>
    </message>
    <message>
        <source>The session file is damaged and can&apos;t be repaired now.</source>
        <translation>セッションファイルが壊れており、今は修復できません。</translation>
    </message>
    <message>
        <source>The session file was damaged, and nothing in it could be read. It is kept as %1; a new one was begun.</source>
        <translation>セッションファイルが壊れており、何も読めませんでした。%1として残し、新しいファイルを始めました。</translation>
    </message>
    <message>
        <source>The session file was damaged. Everything in it was saved; the damaged file is kept as %1.</source>
        <translation>セッションファイルが壊れていましたが、すべて救出しました。壊れたファイルは%1として残しました。</translation>
    </message>
    <message>
        <source>The session file was damaged. %2 entries were saved, some could not be read; the damaged file is kept as %1.</source>
        <translation>セッションファイルが壊れていました。%2件を救出し、一部は読めませんでした。壊れたファイルは%1として残しました。</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Name of the session</source>
        <translation>セッションの名前</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>ボックス</translation>
    </message>
    <message numerus="yes">
        <source>gone for good in %n day(s)</source>
        <translation>
            <numerusform>%n日後に完全に消去</numerusform>
        </translation>
    </message>
    <message>
        <source>gone for good today</source>
        <translation>今日完全に消去</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1を復元</translation>
    </message>
    <message>
        <source>Enter restores it</source>
        <translation>Enterで復元します</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Rename the session</source>
        <translation>セッションの名前を変更</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Nothing found in pictures&apos; text, chats and names.</source>
        <translation>画像のテキスト、チャット、名前には見つかりませんでした。</translation>
    </message>
    <message>
        <source>No session yet.</source>
        <translation>セッションはまだありません。</translation>
    </message>
    <message>
        <source>Nothing that was removed has this name.</source>
        <translation>削除したものの中にこの名前はありません。</translation>
    </message>
    <message>
        <source>Nothing was removed in the last 30 days.</source>
        <translation>この30日間に削除したものはありません。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Search what was removed</source>
        <translation>削除したものを検索</translation>
    </message>
    <message>
        <source>Search pictures&apos; text, chats and names</source>
        <translation>画像のテキスト、チャット、名前を検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>Back to the sessions</source>
        <translation>セッションに戻る</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>The one that a request names</source>
        <translation>リクエストが指定するもの</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>文字認識</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Folders whose pictures may be named by their path</source>
        <translation>画像をパスで指定できるフォルダー</translation>
    </message>
    <message>
        <source>It is loaded at once, and answers where a request names none. Others can be named all the same.</source>
        <translation>すぐに読み込まれ、リクエストに指定がないときに答えます。ほかのモデルも指定できます。</translation>
    </message>
    <message>
        <source>Switch it off to change what follows.</source>
        <translation>以下を変更するにはオフにしてください。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>キーをコピー</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>キーを隠す</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>キーを表示</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>The old one is no longer good, and what is asked at the moment ends.</source>
        <translation>古いキーは無効になり、処理中の質問は終了します。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Use the same key each time</source>
        <translation>毎回同じキーを使う</translation>
    </message>
    <message>
        <source>It is kept in a file for you alone. Otherwise there is a new one each time.</source>
        <translation>自分だけが読めるファイルに保存します。オフの場合は毎回新しくなります。</translation>
    </message>
    <message>
        <source>Switch it on when Eyebox starts</source>
        <translation>Eyeboxの起動時にオンにする</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to the default</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>リセット：%1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>キャプチャ</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>明るい色または暗い色。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>High: black and white, and a thick ring around what has the focus.</source>
        <translation>高：白黒の配色と、フォーカスのある部分の太い枠。</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The language of menus, buttons and messages.</source>
        <translation>メニュー、ボタン、メッセージの言語。</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>文字サイズ（%）</translation>
    </message>
    <message>
        <source>Next to the size of the system&apos;s text; from the next start on.</source>
        <translation>システムの文字サイズに対する割合。次回の起動から有効です。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Short movements that show where something went.</source>
        <translation>何がどこへ行ったかを示す短い動き。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Read pictures when they are opened</source>
        <translation>開いた画像を読み取る</translation>
    </message>
    <message>
        <source>Otherwise a picture is read when you ask for it.</source>
        <translation>オフの場合は、指示したときに読み取ります。</translation>
    </message>
    <message>
        <source>Order of the text</source>
        <translation>テキストの順序</translation>
    </message>
    <message>
        <source>How the lines of a picture follow each other; it holds for what is read from now on.</source>
        <translation>画像の行の並べ方。これから読み取るものに適用されます。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>段ごと</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>行ごと</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>コード（字下げを保持）</translation>
    </message>
    <message>
        <source>Ask before closing while something is running</source>
        <translation>実行中のものがあれば閉じる前に確認</translation>
    </message>
    <message>
        <source>What was read and answered so far is kept either way.</source>
        <translation>いずれの場合も、これまでの読み取りと回答は残ります。</translation>
    </message>
    <message>
        <source>Go on with batches by themselves</source>
        <translation>バッチを自動的に再開</translation>
    </message>
    <message>
        <source>Those that were under way when Eyebox ended, when it starts again.</source>
        <translation>Eyeboxの終了時に処理中だったものを、次の起動時に再開します。</translation>
    </message>
    <message>
        <source>Keys of the review</source>
        <translation>レビューのキー</translation>
    </message>
    <message>
        <source>As another program has them; each can be changed under “Keyboard shortcuts”.</source>
        <translation>ほかのプログラムと同じ割り当て。個々のキーは「キーボードショートカット」で変更できます。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近のファイル</translation>
    </message>
    <message>
        <source>How many are listed in the menu; 0 lists none.</source>
        <translation>メニューに表示する数。0で非表示。</translation>
    </message>
    <message>
        <source>Copy the text of a capture at once</source>
        <translation>キャプチャのテキストをすぐにコピー</translation>
    </message>
    <message>
        <source>Otherwise a click on its bar copies it.</source>
        <translation>オフの場合は、バーのクリックでコピーします。</translation>
    </message>
    <message>
        <source>Adjust the region before it is taken</source>
        <translation>キャプチャ前に領域を調整</translation>
    </message>
    <message>
        <source>By its handles and arrow keys; Enter takes it. Ctrl while you drag does the other thing.</source>
        <translation>ハンドルと矢印キーで調整し、Enterで確定。ドラッグ中のCtrlで逆になります。</translation>
    </message>
    <message>
        <source>Keys that capture from anywhere</source>
        <translation>どこからでもキャプチャするキー</translation>
    </message>
    <message>
        <source>They work while Eyebox runs, also from the tray. On Wayland the desktop decides on the keys.</source>
        <translation>Eyeboxの実行中、トレイからも有効です。Waylandではデスクトップがキーを決めます。</translation>
    </message>
    <message>
        <source>Captures that are kept</source>
        <translation>残すキャプチャの数</translation>
    </message>
    <message>
        <source>In the session “Captures”; the oldest go first.</source>
        <translation>セッション「キャプチャ」に残り、古いものから消えます。</translation>
    </message>
    <message>
        <source>Days that a capture is kept</source>
        <translation>キャプチャを残す日数</translation>
    </message>
    <message>
        <source>0 keeps them for ever.</source>
        <translation>0で無期限に残します。</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>ウィンドウを閉じたらトレイに残る</translation>
    </message>
    <message>
        <source>A capture then begins at once, and its text is read by an engine that is ready.</source>
        <translation>キャプチャがすぐに始まり、待機中のエンジンがテキストを読み取ります。</translation>
    </message>
    <message>
        <source>Ask the first time</source>
        <translation>最初に確認</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Unload an idle model after minutes</source>
        <translation>使わないモデルを解放するまでの分数</translation>
    </message>
    <message>
        <source>Gives its memory back; the next question loads it again. 0 keeps it.</source>
        <translation>メモリを空けます。次の質問で読み込み直します。0で保持。</translation>
    </message>
    <message>
        <source>Load a model while its question is typed</source>
        <translation>質問の入力中にモデルを読み込む</translation>
    </message>
    <message>
        <source>Its first answer begins sooner. Otherwise it is loaded when it is asked.</source>
        <translation>最初の回答が早く始まります。オフの場合は質問時に読み込みます。</translation>
    </message>
    <message>
        <source>Memory for chats of a model, in MB</source>
        <translation>モデルのチャット用メモリ（MB）</translation>
    </message>
    <message>
        <source>What a model keeps of a chat makes its next answer start sooner. 0 keeps nothing.</source>
        <translation>モデルがチャットを保持すると、次の回答が早く始まります。0で保持しません。</translation>
    </message>
    <message>
        <source>Disk space for known pictures, in MB</source>
        <translation>既知の画像用のディスク容量（MB）</translation>
    </message>
    <message>
        <source>What a model made of a picture is kept, so that the next question about it starts much sooner. 0 keeps nothing.</source>
        <translation>モデルが画像から計算したものを残し、次の質問を大幅に早く始めます。0で残しません。</translation>
    </message>
    <message>
        <source>Go on when the length limit cut a list of boxes</source>
        <translation>長さの上限でボックスのリストが切れたら続ける</translation>
    </message>
    <message>
        <source>Otherwise the answer ends there, and says so.</source>
        <translation>オフの場合、回答はそこで終わり、そのことを表示します。</translation>
    </message>
    <message>
        <source>Offline mode</source>
        <translation>オフラインモード</translation>
    </message>
    <message>
        <source>Nothing is ever sent or fetched. A download asks before it turns this off.</source>
        <translation>何も送信、取得しません。ダウンロードは、これを解除する前に確認します。</translation>
    </message>
    <message>
        <source>Mirror for downloads</source>
        <translation>ダウンロード用のミラー</translation>
    </message>
    <message>
        <source>The address of a hub to fetch models from; empty is huggingface.co.</source>
        <translation>モデルを取得するハブのアドレス。空の場合はhuggingface.co。</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>ダウンロード用のプロキシ</translation>
    </message>
    <message>
        <source>The address of a proxy, for downloads only; empty uses the system&apos;s.</source>
        <translation>ダウンロード専用のプロキシのアドレス。空の場合はシステムのもの。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>No setting has this word.</source>
        <translation>この語を含む設定はありません。</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Fetch Python</source>
        <translation>Pythonを取得</translation>
    </message>
    <message>
        <source>Work out what is needed</source>
        <translation>必要なものを調査</translation>
    </message>
    <message>
        <source>Fetch the packages</source>
        <translation>パッケージを取得</translation>
    </message>
    <message>
        <source>Install them</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Check that models run</source>
        <translation>モデルの動作を確認</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>now</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>X or a click marks what is wrong, Shift+X all · Z opens a crop · Enter accepts the rest · Esc: the picture</source>
        <translation>Xまたはクリックで誤りに印、Shift+Xですべて · Zで拡大 · Enterで残りを承認 · Escで画像へ</translation>
    </message>
    <message>
        <source>X or a click marks what is wrong · Z opens a crop · Enter accepts the rest</source>
        <translation>Xまたはクリックで誤りに印 · Zで拡大 · Enterで残りを承認</translation>
    </message>
    <message>
        <source>X: wrong · Z: larger · Enter: the rest</source>
        <translation>X：誤り · Z：拡大 · Enter：残り</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Previous page (%1)</source>
        <translation>前のページ（%1）</translation>
    </message>
    <message>
        <source>Next page (%1)</source>
        <translation>次のページ（%1）</translation>
    </message>
    <message>
        <source>Smaller and more (%1)</source>
        <translation>小さく多く（%1）</translation>
    </message>
    <message>
        <source>Larger and fewer (%1)</source>
        <translation>大きく少なく（%1）</translation>
    </message>
    <message>
        <source>(no label)</source>
        <translation>（ラベルなし）</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>ページ%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 waiting</source>
        <translation>判定待ち%1 / %2</translation>
    </message>
    <message>
        <source>No box with this label waits for a verdict.</source>
        <translation>このラベルの判定待ちのボックスはありません。</translation>
    </message>
    <message>
        <source>%1 boxes wait that can&apos;t be seen: their pictures are gone, or they lie outside of them, or the filter leaves them out.
Esc shows the picture again.</source>
        <translation>表示できない判定待ちのボックスが%1個あります。画像がないか、画像の外にあるか、絞り込みで除外されています。
Escで画像に戻ります。</translation>
    </message>
    <message>
        <source>Nothing waits for a verdict any more.
Esc shows the picture again.</source>
        <translation>判定待ちはもうありません。
Escで画像に戻ります。</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>一覧シート</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>承認：%1</translation>
    </message>
    <message>
        <source>Reject: %1</source>
        <translation>却下：%1</translation>
    </message>
    <message>
        <source>Others: %1</source>
        <translation>その他：%1</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>読み込み中：%1</translation>
    </message>
    <message>
        <source>Not seen: %1</source>
        <translation>表示不可：%1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>The box lies outside of the picture.</source>
        <translation>ボックスが画像の外にあります。</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>名前またはキーで検索</translation>
    </message>
    <message>
        <source>Nothing has this name or key.</source>
        <translation>この名前またはキーのものはありません。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Click keys to change them. What you change holds at once.</source>
        <translation>キーをクリックして変更します。変更はすぐに有効になります。</translation>
    </message>
    <message>
        <source>Export shortcuts</source>
        <translation>ショートカットをエクスポート</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1に書き込みました。</translation>
    </message>
    <message>
        <source>Import shortcuts</source>
        <translation>ショートカットをインポート</translation>
    </message>
    <message>
        <source>Left out, because unknown or used twice: %1</source>
        <translation>不明または重複のため除外：%1</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>%1からインポートしました。</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Put a box onto edges</source>
        <translation>ボックスをエッジに合わせる</translation>
    </message>
    <message>
        <source>There are no other edges near this box.</source>
        <translation>このボックスの近くにほかのエッジはありません。</translation>
    </message>
    <message>
        <source>Select one box: its side is put onto an edge of the picture.</source>
        <translation>ボックスを1つ選ぶと、その辺を画像のエッジに合わせます。</translation>
    </message>
    <message>
        <source>Back where it was</source>
        <translation>元の位置に戻りました</translation>
    </message>
    <message>
        <source>Edge %1 of %2</source>
        <translation>エッジ%1 / %2</translation>
    </message>
    <message>
        <source>Move the left side</source>
        <translation>左辺を動かす</translation>
    </message>
    <message>
        <source>Move the top side</source>
        <translation>上辺を動かす</translation>
    </message>
    <message>
        <source>Move the right side</source>
        <translation>右辺を動かす</translation>
    </message>
    <message>
        <source>Move the bottom side</source>
        <translation>下辺を動かす</translation>
    </message>
    <message>
        <source>There is no edge near the left side.</source>
        <translation>左辺の近くにエッジがありません。</translation>
    </message>
    <message>
        <source>There is no edge near the top side.</source>
        <translation>上辺の近くにエッジがありません。</translation>
    </message>
    <message>
        <source>There is no edge near the right side.</source>
        <translation>右辺の近くにエッジがありません。</translation>
    </message>
    <message>
        <source>There is no edge near the bottom side.</source>
        <translation>下辺の近くにエッジがありません。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Drop files and folders here</source>
        <translation>ファイルとフォルダーをここにドロップ</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Review boxes</source>
        <translation>ボックスをレビュー</translation>
    </message>
    <message>
        <source>The boxes of this &amp;session</source>
        <translation>このセッションのボックス(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) of a model or a file</source>
        <translation>
            <numerusform>モデルまたはファイルのボックス%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no boxes of a model or a file yet.</source>
        <translation>モデルやファイルのボックスはまだありません。</translation>
    </message>
    <message>
        <source>A &amp;dataset</source>
        <translation>データセット(&amp;D)</translation>
    </message>
    <message>
        <source>Opened in a new session; its files stay as they are.</source>
        <translation>新しいセッションで開きます。ファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>What a &amp;model answers</source>
        <translation>モデルの回答(&amp;M)</translation>
    </message>
    <message>
        <source>%1 is asked about each picture; its boxes come while you review.</source>
        <translation>%1に画像ごとに質問します。ボックスはレビュー中に届きます。</translation>
    </message>
    <message>
        <source>Choose a model for the chat first.</source>
        <translation>先にチャットのモデルを選んでください。</translation>
    </message>
    <message>
        <source>A file of annotations, or a folder with some</source>
        <translation>注釈のファイル、またはそのフォルダー</translation>
    </message>
    <message>
        <source>Path of the dataset</source>
        <translation>データセットのパス</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ファイル(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>フォルダー(&amp;O)…</translation>
    </message>
    <message>
        <source>Find all prices.</source>
        <translation>価格をすべて見つけてください。</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>モデルへの質問</translation>
    </message>
    <message numerus="yes">
        <source>The %n picture(s) of this session</source>
        <translation>
            <numerusform>このセッションの画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>画像のフォルダー</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>画像のフォルダー</translation>
    </message>
    <message>
        <source>Fo&amp;lder…</source>
        <translation>フォルダー(&amp;L)…</translation>
    </message>
    <message>
        <source>Share of the boxes</source>
        <translation>ボックスの割合</translation>
    </message>
    <message>
        <source>How many of the boxes are judged, chosen at random</source>
        <translation>判定するボックスの割合（ランダムに選択）</translation>
    </message>
    <message>
        <source>Those without a verdict</source>
        <translation>判定のないもの</translation>
    </message>
    <message>
        <source>All boxes</source>
        <translation>すべてのボックス</translation>
    </message>
    <message>
        <source>Only unsure ones</source>
        <translation>保留のみ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Boxes that are wrong on purpose measure attention; they are never exported.</source>
        <translation>わざと誤らせたボックスで注意力を測ります。エクスポートされることはありません。</translation>
    </message>
    <message>
        <source>For comparing two reviews</source>
        <translation>2つのレビューの比較用</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>順序(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>ボックス(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Planted boxes</source>
        <translation>誤りボックスの混入(&amp;P)</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>自分の名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>データセットを選択</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>ボックス%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture of this session has a box yet.</source>
        <translation>このセッションの画像にはまだボックスがありません。</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Boxes a picture</source>
        <translation>画像1枚のボックス数</translation>
    </message>
    <message>
        <source>Half of the pictures have at most %1, one has %2.</source>
        <translation>半数の画像は%1個以下、最大は%2個です。</translation>
    </message>
    <message>
        <source>Pictures without boxes</source>
        <translation>ボックスのない画像</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Below 32 × 32 square pixels, as COCO counts</source>
        <translation>32 × 32平方画素未満（COCOの数え方）</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Between 32 × 32 and 96 × 96 square pixels, as COCO counts</source>
        <translation>32 × 32から96 × 96平方画素（COCOの数え方）</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>From 96 × 96 square pixels on, as COCO counts</source>
        <translation>96 × 96平方画素以上（COCOの数え方）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Mean width in pixels</source>
        <translation>平均の幅（画素）</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Mean height in pixels</source>
        <translation>平均の高さ（画素）</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>ラベル順</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Up to %1 megapixels</source>
        <translation>%1メガピクセル以下</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>By size of picture</source>
        <translation>画像サイズ別</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>実行中%1、待機中%2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Show the queue (Ctrl+J)</source>
        <translation>キューを表示（Ctrl+J）</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>%2枚中%1枚を読み取り中</translation>
    </message>
    <message>
        <source>Exporting… %1 of %2</source>
        <translation>エクスポート中… %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Importing… %n picture(s)</source>
        <translation>
            <numerusform>インポート中… 画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>What was tried to be reached, and what keeps Eyebox offline (Ctrl+Shift+F2)</source>
        <translation>接続の試みと、Eyeboxをオフラインに保つ仕組み（Ctrl+Shift+F2）</translation>
    </message>
    <message>
        <source>API on %1</source>
        <translation>API：%1</translation>
    </message>
    <message>
        <source>Programs on this machine that have its key can ask here (Ctrl+Shift+F3)</source>
        <translation>キーを持つこのマシン上のプログラムが質問できます（Ctrl+Shift+F3）</translation>
    </message>
    <message>
        <source>Stop all work (Ctrl+.)</source>
        <translation>すべての作業を停止（Ctrl+.）</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Earlier version</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>次の版</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>版%1 / %2</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the document&apos;s own text</source>
        <translation>
            <numerusform>文書自体のテキスト%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read in</source>
        <translation>
            <numerusform>%n行を読み取り、所要</numerusform>
        </translation>
    </message>
    <message>
        <source>some of the document&apos;s own text</source>
        <translation>一部は文書自体のテキスト</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in an unknown script</source>
        <translation>
            <numerusform>未知の文字の行%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>ボックス%n個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary of the review</source>
        <translation>レビューの概要</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計しています…</translation>
    </message>
    <message numerus="yes">
        <source>Boxes: %1 judged, %2 waiting, on %n picture(s)</source>
        <translation>
            <numerusform>画像%n枚で判定済み%1個、判定待ち%2個</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has a verdict yet. The summary fills as boxes are accepted, fixed or rejected.</source>
        <translation>まだ判定されたボックスがありません。承認、修正、却下すると概要に反映されます。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>The share of the model&apos;s boxes that are right, at an IoU of at least 0.5 and with the same label</source>
        <translation>モデルのボックスのうち、IoU 0.5以上でラベルも一致する正しいものの割合</translation>
    </message>
    <message>
        <source>Only pictures that are marked complete count: %1</source>
        <translation>完了の印の付いた画像だけを数えます：%1枚</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Mean IoU of fixed boxes</source>
        <translation>修正したボックスの平均IoU</translation>
    </message>
    <message>
        <source>How much the model&apos;s box and the corrected one overlap</source>
        <translation>モデルのボックスと修正後の重なりの度合い</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>修正済み</translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another label</source>
        <translation>
            <numerusform>うち%n個は別のラベルになりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Seconds a box</source>
        <translation>1個あたりの秒数</translation>
    </message>
    <message>
        <source>In total: %1</source>
        <translation>合計：%1</translation>
    </message>
    <message>
        <source>Planted boxes caught</source>
        <translation>見抜いた誤りボックス</translation>
    </message>
    <message>
        <source>Boxes that were wrong on purpose, and were rejected or fixed</source>
        <translation>わざと誤らせ、却下または修正されたボックス</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>合計時間</translation>
    </message>
    <message>
        <source>Counted over pictures marked complete</source>
        <translation>完了の印の付いた画像での集計</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>IoU %1での適合率</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>IoU %1での再現率</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>IoU %1でのF1</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>How right</source>
        <translation>正しさ</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>TableController</name>
    <message>
        <source>No table was found on this picture.</source>
        <translation>この画像に表は見つかりませんでした。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>テキストがありません。</translation>
    </message>
    <message>
        <source>Open the table</source>
        <translation>表を開く</translation>
    </message>
    <message>
        <source>Workbook (%1)</source>
        <translation>ブック（%1）</translation>
    </message>
    <message>
        <source>Table for Excel (%1)</source>
        <translation>Excel用の表（%1）</translation>
    </message>
    <message>
        <source>Table with tabs (%1)</source>
        <translation>タブ区切りの表（%1）</translation>
    </message>
    <message>
        <source>Markdown (%1)</source>
        <translation>Markdown（%1）</translation>
    </message>
    <message>
        <source>Web page (%1)</source>
        <translation>Webページ（%1）</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1を保存しました</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Correct a cell</source>
        <translation>セルを訂正</translation>
    </message>
    <message>
        <source>Correct cells</source>
        <translation>セルを訂正</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Table %1 of %2</source>
        <translation>表%1 / %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>表のセル</translation>
    </message>
    <message>
        <source>Typing corrects a cell, F2 edits it, Enter and Tab go on, Delete empties it.</source>
        <translation>入力でセルを訂正、F2で編集、EnterとTabで次へ、Deleteで空にします。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Previous table</source>
        <translation>前の表</translation>
    </message>
    <message>
        <source>Next table</source>
        <translation>次の表</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>表を閉じる</translation>
    </message>
    <message>
        <source>Change the cells of the table</source>
        <translation>表のセルを変更</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>選択したセルをコピー</translation>
    </message>
    <message>
        <source>Save the table as a file</source>
        <translation>表をファイルに保存</translation>
    </message>
    <message>
        <source>Merge the cells</source>
        <translation>セルを結合</translation>
    </message>
    <message>
        <source>Split the cell</source>
        <translation>セルを分割</translation>
    </message>
    <message>
        <source>Insert a row above</source>
        <translation>上に行を挿入</translation>
    </message>
    <message>
        <source>Insert a row below</source>
        <translation>下に行を挿入</translation>
    </message>
    <message>
        <source>Insert a column on the left</source>
        <translation>左に列を挿入</translation>
    </message>
    <message>
        <source>Insert a column on the right</source>
        <translation>右に列を挿入</translation>
    </message>
    <message>
        <source>Delete the rows</source>
        <translation>行を削除</translation>
    </message>
    <message>
        <source>Delete the columns</source>
        <translation>列を削除</translation>
    </message>
</context>
<context>
    <name>TeachController</name>
    <message>
        <source>Teaching was interrupted at step %1.</source>
        <translation>学習はステップ%1で中断されました。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>The model has learned.</source>
        <translation>モデルの学習が終わりました。</translation>
    </message>
    <message>
        <source>Discard what was learned so far?</source>
        <translation>これまでに学習した内容を破棄しますか？</translation>
    </message>
    <message>
        <source>The model itself stays as it is, and so does what it learns from.</source>
        <translation>モデル自体と学習データはそのままです。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>This chat answers with what was learned.</source>
        <translation>このチャットは学習した内容で回答します。</translation>
    </message>
    <message>
        <source>A folder for the new model</source>
        <translation>新しいモデルのフォルダー</translation>
    </message>
    <message>
        <source>Merging %1</source>
        <translation>%1を統合中</translation>
    </message>
    <message>
        <source>The new model is there: %1</source>
        <translation>新しいモデルができました：%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>会話のファイル</translation>
    </message>
    <message>
        <source>A folder for the result</source>
        <translation>結果のフォルダー</translation>
    </message>
</context>
<context>
    <name>TeachForm</name>
    <message>
        <source>%1 MP</source>
        <translation>%1 MP</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>まずモデルを選んでください。</translation>
    </message>
    <message>
        <source>Add files with conversations, or review some boxes and learn from that.</source>
        <translation>会話のファイルを追加するか、ボックスをレビューして学習に使ってください。</translation>
    </message>
    <message>
        <source>No picture of this session is ready: review its boxes first, or learn from files.</source>
        <translation>このセッションに使える画像がまだありません。先にボックスをレビューするか、ファイルから学習してください。</translation>
    </message>
    <message>
        <source>Give the result a name.</source>
        <translation>結果に名前を付けてください。</translation>
    </message>
    <message>
        <source>The learning rate is a number above 0, such as 0.0001.</source>
        <translation>学習率は0より大きい数です（例：0.0001）。</translation>
    </message>
    <message>
        <source>%1 taught</source>
        <translation>%1学習済み</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are marked complete.</source>
        <translation>
            <numerusform>%n枚の画像が完了と印されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) nothing waits for a verdict.</source>
        <translation>
            <numerusform>%n枚の画像に判定待ちはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON or JSONL of ms-swift, Qwen-VL or InternVL</source>
        <translation>ms-swift、Qwen-VL、InternVLのJSONまたはJSONL</translation>
    </message>
    <message>
        <source>No box that a model proposed was corrected in this review, so there are no pairs: change or reject some boxes, or learn from files.</source>
        <translation>このレビューではモデルが提案したボックスが修正されていないため、ペアがありません。ボックスを変更または却下するか、ファイルから学習してください。</translation>
    </message>
    <message>
        <source>Beta is a number above 0, such as 0.1.</source>
        <translation>ベータは 0 より大きい数です（例：0.1）。</translation>
    </message>
    <message>
        <source>JSON or JSONL with a chosen and a rejected answer: of ms-swift, LLaMA-Factory or MMPR</source>
        <translation>選択された回答と却下された回答を含む JSON または JSONL（ms-swift、LLaMA-Factory、MMPR 形式）</translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) a model&apos;s boxes were corrected.</source>
        <translation>
            <numerusform>%n 枚の画像でモデルのボックスが修正されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Less</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>結果の名前</translation>
    </message>
    <message>
        <source>Layers that get a LoRA</source>
        <translation>LoRAを付ける層</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>一度に扱う会話</translation>
    </message>
    <message>
        <source>… so many times a step</source>
        <translation>1ステップの累積回数</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>取り分け</translation>
    </message>
    <message>
        <source>End early after states without gain</source>
        <translation>改善なしの回数で早期終了</translation>
    </message>
    <message>
        <source>General questions, before and after</source>
        <translation>前後に聞く一般問題</translation>
    </message>
    <message>
        <source>Beta: how near to the model it stays</source>
        <translation>ベータ：元のモデルにどれだけ近く保つか</translation>
    </message>
    <message>
        <source>Pictures at most</source>
        <translation>画像の上限</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>会話のファイル</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>a tenth</source>
        <translation>10分の1</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>質問時と同じ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Leave what looks at pictures as it is</source>
        <translation>画像を見る部分は変えない</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>モデルのフォルダー…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>別のフォルダー…</translation>
    </message>
    <message>
        <source>Review: complete pictures</source>
        <translation>レビュー：完了した画像</translation>
    </message>
    <message>
        <source>Review: all judged pictures</source>
        <translation>レビュー：判定済みの全画像</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>step %1 of %2</source>
        <translation>ステップ%1 / %2</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>データを確認中…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Nothing is learned yet: look at the data, then start.</source>
        <translation>まだ学習していません。データを見てから始めてください。</translation>
    </message>
    <message>
        <source>Learning: %1</source>
        <translation>学習中：%1</translation>
    </message>
    <message>
        <source>Pausing after this step: %1</source>
        <translation>このステップの後に一時停止：%1</translation>
    </message>
    <message>
        <source>Paused at %1. You can go on at any time, also after a restart.</source>
        <translation>%1で一時停止中。再起動後でも、いつでも続けられます。</translation>
    </message>
    <message>
        <source>Writing what was learned…</source>
        <translation>学習した内容を書き込み中…</translation>
    </message>
    <message>
        <source>The model is loaded and every conversation looked at: pictures open, boxes inside, tokens within the context. Then one is learned by heart, to see that the settings work.</source>
        <translation>モデルを読み込み、すべての会話を確認します（画像が開くか、ボックスが画像内か、トークンが上限内か）。その後、設定が機能するかを見るため1つを暗記します。</translation>
    </message>
    <message>
        <source>Correct some boxes, and let a model learn from that. It stays on this machine, and the model that you have stays as it is: what is learned is an adapter beside it. First the data is checked, and you are told what it takes.</source>
        <translation>ボックスを修正し、それをモデルに学習させます。すべてこのマシン内で行われ、元のモデルは変わりません。学習した内容はアダプターとして横に置かれます。まずデータを確認し、必要なものをお知らせします。</translation>
    </message>
    <message>
        <source>Teach a model</source>
        <translation>モデルを学習させる</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>データを確認</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start to learn</source>
        <translation>学習を開始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>End here and keep what it learned</source>
        <translation>ここで終えて学習内容を残す</translation>
    </message>
    <message>
        <source>Use it in this chat</source>
        <translation>このチャットで使う</translation>
    </message>
    <message>
        <source>Merge into a model of its own…</source>
        <translation>独立したモデルに統合…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>設定を変える</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>Teach something else</source>
        <translation>別の内容を学習させる</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前後の比較</translation>
    </message>
    <message>
        <source>Teaching needs the model engine, which is not on this machine yet.</source>
        <translation>学習にはモデルエンジンが必要ですが、まだこのマシンにありません。</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>モデルエンジンを追加…</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>QLoRA (4 bit)</source>
        <translation>QLoRA（4ビット）</translation>
    </message>
    <message>
        <source>All weights</source>
        <translation>すべての重み</translation>
    </message>
    <message>
        <source>Preference pairs (DPO)</source>
        <translation>選好ペア（DPO）</translation>
    </message>
    <message>
        <source>A small file beside the model, which stays as it is</source>
        <translation>モデルの横の小さなファイル。モデルは変わりません</translation>
    </message>
    <message>
        <source>The same over a model in 4 bit: the least memory</source>
        <translation>4ビットのモデル上で同じことを行う：メモリ最小</translation>
    </message>
    <message>
        <source>A new model: the most memory and time</source>
        <translation>新しいモデル：メモリと時間が最大</translation>
    </message>
    <message>
        <source>A small file beside the model, learned from pairs: what was answered, and what you corrected it to</source>
        <translation>モデルの横に置く小さなファイル。元の回答とあなたの修正のペアから学習します</translation>
    </message>
    <message>
        <source>Queries, keys and values</source>
        <translation>クエリ・キー・バリュー</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>すべての線形層</translation>
    </message>
    <message>
        <source>Your boxes</source>
        <translation>自分のボックス</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>自分のテキスト</translation>
    </message>
    <message>
        <source>Find shapes</source>
        <translation>図形を探す</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数える</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>表を読む</translation>
    </message>
    <message>
        <source>Read a line</source>
        <translation>行を読む</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>約%1秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>約%1分</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>約%1時間</translation>
    </message>
    <message>
        <source>Teaching %1: %2</source>
        <translation>%1を学習：%2</translation>
    </message>
</context>
<context>
    <name>TextLayer</name>
    <message>
        <source>Copy the line</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy the block</source>
        <translation>ブロックをコピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>The reader had: %1</source>
        <translation>読み取り結果：%1</translation>
    </message>
    <message>
        <source>Only {0} % sure: check this word</source>
        <translation>確信度{0}%：この語を確認してください</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Lines and certainty</source>
        <translation>行と確信度</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>画像のテキスト</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Order: automatic</source>
        <translation>順序：自動</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>段ごと</translation>
    </message>
    <message>
        <source>Order: columns</source>
        <translation>順序：段</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>行ごと</translation>
    </message>
    <message>
        <source>Order: rows</source>
        <translation>順序：行</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>コード（字下げを保持）</translation>
    </message>
    <message>
        <source>Order: code</source>
        <translation>順序：コード</translation>
    </message>
    <message>
        <source>Order of the text: %1</source>
        <translation>テキストの順序：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n unsure word(s)</source>
        <translation>
            <numerusform>不確かな語%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>表%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>コード%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % sure</source>
        <translation>確信度{0}%</translation>
    </message>
    <message>
        <source>Open the table below the picture</source>
        <translation>表を画像の下で開く</translation>
    </message>
    <message>
        <source>Go to the next word that the reader is unsure of</source>
        <translation>次の不確かな語に移動</translation>
    </message>
</context>
<context>
    <name>TextState</name>
    <message>
        <source>Reading</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>No text was found in this picture, only codes.</source>
        <translation>この画像にはコードだけがあり、テキストは見つかりませんでした。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Open a picture and its text appears here.</source>
        <translation>画像を開くと、ここにテキストが表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like text in a script that the reader does not know. Ask a model about them in a chat.</source>
        <translation>
            <numerusform>%n行は読み取れない文字のテキストのようです。チャットでモデルに質問してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>文字と言語…</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>この画像のテキストはまだ読み取られていません。</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>テキストを読み取っています…</translation>
    </message>
    <message>
        <source>No text was found in this picture.</source>
        <translation>この画像にテキストは見つかりませんでした。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>Could not look again</source>
        <translation>もう一度見ることができませんでした</translation>
    </message>
    <message>
        <source>Could not read a region</source>
        <translation>領域を読み取れませんでした</translation>
    </message>
    <message>
        <source>A call that could not be done</source>
        <translation>実行できなかった呼び出し</translation>
    </message>
    <message>
        <source>Looked again at %1</source>
        <translation>%1をもう一度見ました</translation>
    </message>
    <message>
        <source>Looking again at %1…</source>
        <translation>%1をもう一度見ています…</translation>
    </message>
    <message>
        <source>Read a region of %1</source>
        <translation>%1の領域を読み取りました</translation>
    </message>
    <message>
        <source>Reading a region of %1…</source>
        <translation>%1の領域を読み取っています…</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>折りたたみ</translation>
    </message>
</context>
<context>
    <name>TourController</name>
    <message>
        <source>Open a picture</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Drop one anywhere, paste it, or try a sample. Its text is read at once: select it on the picture.</source>
        <translation>どこにでもドロップするか、貼り付けるか、サンプルを試してください。文字はすぐに読み取られ、画像の上で選択できます。</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>質問する</translation>
    </message>
    <message>
        <source>The answer comes here, and the boxes in it land on the picture.</source>
        <translation>答えはここに表示され、答えの中のボックスは画像に重なります。</translation>
    </message>
    <message>
        <source>Correct what is wrong</source>
        <translation>間違いを直す</translation>
    </message>
    <message>
        <source>Drag a box by its edge, or press B to draw one. %1 goes through all boxes, one by one.</source>
        <translation>ボックスの辺をドラッグするか、Bを押して描きます。%1でボックスを一つずつ確認します。</translation>
    </message>
    <message>
        <source>Everything has a name</source>
        <translation>すべて名前で呼び出せます</translation>
    </message>
    <message>
        <source>%1 finds any action. %2 reads a part of the screen.</source>
        <translation>%1でどんな操作も見つかります。%2で画面の一部を読み取ります。</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Export training data</source>
        <translation>学習データをエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>Marked complete (%n)</source>
        <translation>
            <numerusform>完了の印あり（%n枚）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that are judged (%n)</source>
        <translation>
            <numerusform>判定済みのすべて（%n枚）</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was asked, or as the model is usually asked</source>
        <translation>実際の質問、またはモデルへの通常の質問</translation>
    </message>
    <message>
        <source>{labels} stands for the labels that are looked for.</source>
        <translation>{labels}は探すラベルを表します。</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>モデルの値</translation>
    </message>
    <message>
        <source>max_pixels of your training: the boxes are written in pixels of the picture at that size.</source>
        <translation>学習時のmax_pixels：ボックスはそのサイズの画像の画素で書かれます。</translation>
    </message>
    <message>
        <source>Preference &amp;pairs too: your boxes, and the model&apos;s own words</source>
        <translation>選好ペアも(&amp;P)：自分のボックスとモデル自身の言葉</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>対象(&amp;F)</translation>
    </message>
    <message>
        <source>Pi&amp;ctures</source>
        <translation>画像(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>質問(&amp;Q)</translation>
    </message>
    <message>
        <source>Most pi&amp;xels</source>
        <translation>最大画素数(&amp;X)</translation>
    </message>
    <message>
        <source>Boxes in pixels of the original, which ms-swift turns into those of the model it teaches.</source>
        <translation>ボックスは元画像の画素で書かれ、ms-swiftが学習するモデルの画素に換算します。</translation>
    </message>
    <message>
        <source>Boxes in pixels of the picture as the model sees it, in whole steps of 28.</source>
        <translation>ボックスはモデルが見る画像の画素で、28の倍数のサイズで書かれます。</translation>
    </message>
    <message>
        <source>Boxes in thousandths of the picture.</source>
        <translation>ボックスは画像の千分率で書かれます。</translation>
    </message>
    <message>
        <source>Pairs go into a file beside it, whose name ends with %1.</source>
        <translation>ペアは隣の、名前が%1で終わるファイルに入ります。</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the latest message  (End)</source>
        <translation>最新のメッセージへ（End）</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>最新のメッセージへ</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Capture a region</source>
        <translation>領域をキャプチャ</translation>
    </message>
    <message>
        <source>Capture a window</source>
        <translation>ウィンドウをキャプチャ</translation>
    </message>
    <message>
        <source>Capture a screen</source>
        <translation>画面をキャプチャ</translation>
    </message>
    <message>
        <source>Capture the last region again</source>
        <translation>前回の領域をもう一度キャプチャ</translation>
    </message>
    <message>
        <source>Capture a region by its name</source>
        <translation>名前を付けた領域をキャプチャ</translation>
    </message>
    <message>
        <source>Open Eyebox</source>
        <translation>Eyeboxを開く</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>正解：%1</translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message>
        <source>Turn left</source>
        <translation>左に回転</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右に回転</translation>
    </message>
</context>
<context>
    <name>VideoController</name>
    <message>
        <source>As one video: %1 visual tokens, %2 of %3 free memory.</source>
        <translation>一つの動画として：視覚トークン%1、メモリ%2（空き%3）。</translation>
    </message>
    <message>
        <source>That is more than fits: take fewer frames.</source>
        <translation>収まりません。フレームを減らしてください。</translation>
    </message>
</context>
<context>
    <name>Videos</name>
    <message>
        <source>Look into %1</source>
        <translation>%1を調べる</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a picture here</source>
        <translation>ここに画像をドロップ</translation>
    </message>
    <message>
        <source>Its text is read at once, on this machine. Then ask about it in the chat.</source>
        <translation>テキストはすぐにこのマシンで読み取られます。続いてチャットで質問できます。</translation>
    </message>
    <message>
        <source>Then read its text with Ctrl+R, or ask about it in the chat.</source>
        <translation>続いてCtrl+Rでテキストを読み取るか、チャットで質問できます。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Capture the screen</source>
        <translation>画面をキャプチャ</translation>
    </message>
    <message>
        <source>or try a sample picture</source>
        <translation>またはサンプル画像を試す</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>レシート</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>図形</translation>
    </message>
    <message>
        <source>Sample picture: %1</source>
        <translation>サンプル画像：%1</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>画像について質問</translation>
    </message>
    <message>
        <source>No picture to ask about yet</source>
        <translation>質問する画像がまだありません</translation>
    </message>
    <message>
        <source>Drop one into the window, paste it, or open it with Ctrl+O.</source>
        <translation>ウィンドウにドロップするか、貼り付けるか、Ctrl+Oで開いてください。</translation>
    </message>
    <message>
        <source>The reader finds text and pulls out what you name. Try one of these, or type your own.</source>
        <translation>文字認識はテキストを探し、指定した項目を取り出します。次のいずれかを試すか、自分で入力してください。</translation>
    </message>
    <message>
        <source>Answers name what they show: point at a phrase to see its box. Try one of these.</source>
        <translation>回答の語句を指すと、対応するボックスが表示されます。次のいずれかを試してください。</translation>
    </message>
    <message>
        <source>All prompts…</source>
        <translation>すべてのプロンプト…</translation>
    </message>
</context>
<context>
    <name>WhoDoesIt</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>モデルのあるフォルダー…</translation>
    </message>
    <message>
        <source>Servers with the same model that share the pages:</source>
        <translation>ページを分担する同じモデルのサーバー：</translation>
    </message>
</context>
<context>
    <name>ZoomPill</name>
    <message>
        <source>Other…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Zoom in percent</source>
        <translation>倍率（%）</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>実際のサイズ</translation>
    </message>
</context>
<context>
    <name>_AdapterRow</name>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>ほかのフォルダー…</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Asked next: %1</source>
        <translation>次の質問：%1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>その次：%1</translation>
    </message>
    <message>
        <source>Don’t ask this: put it back into the field</source>
        <translation>質問せずに入力欄に戻す</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Edit the question</source>
        <translation>質問を編集</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度質問</translation>
    </message>
    <message>
        <source>Cancel  (Esc)</source>
        <translation>キャンセル（Esc）</translation>
    </message>
    <message>
        <source>Ask again  (Enter)</source>
        <translation>もう一度質問（Enter）</translation>
    </message>
</context>
<context>
    <name>_Entries</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>ボックス%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>キー%1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
</context>
<context>
    <name>_Field</name>
    <message>
        <source>Ask about this picture…</source>
        <translation>この画像について質問…</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>画像を添付</translation>
    </message>
</context>
<context>
    <name>_OnDisk</name>
    <message>
        <source>On disk now: %1</source>
        <translation>現在のディスク使用量：%1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空にする</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>空にする：%1</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The picture is not at hand.</source>
        <translation>画像が手元にありません。</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>先へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後へ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>_SchemaRow</name>
    <message>
        <source>Choose fields…</source>
        <translation>項目を選択…</translation>
    </message>
    <message>
        <source>Edit the schema…</source>
        <translation>スキーマを編集…</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)…</source>
        <translation>
            <numerusform>%n項目…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>To fix</source>
        <translation>要修復</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>改善の余地あり</translation>
    </message>
</context>
<context>
    <name>_Served</name>
    <message>
        <source>Read a picture</source>
        <translation>画像を読み取る</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API：%1</translation>
    </message>
</context>
</TS>
