<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>Add keys to “%1”</source>
        <translation>为“%1”添加快捷键</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
    <message>
        <source>Change %1 of “%2”</source>
        <translation>更改“%2”的 %1</translation>
    </message>
    <message>
        <source>%1 is for “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>%1 is needed by lists, fields and the picture.</source>
        <translation>%1 需要留给列表、输入方框和图片使用。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Capture a screen region</source>
        <translation>截取屏幕区域</translation>
    </message>
    <message>
        <source>Open the sample picture</source>
        <translation>打开示例图片</translation>
    </message>
    <message>
        <source>Import boxes…</source>
        <translation>导入方框…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export labelme files of the session…</source>
        <translation>将会话导出为 labelme 文件…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Sessions and search…</source>
        <translation>会话与搜索…</translation>
    </message>
    <message>
        <source>Removed pictures, chats and sessions…</source>
        <translation>已移除的图片、对话和会话…</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新建会话</translation>
    </message>
    <message>
        <source>Rename this session</source>
        <translation>重命名此会话</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>删除此会话</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy all text</source>
        <translation>复制全部文字</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>在图片中查找</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Show the text layer</source>
        <translation>显示文字层</translation>
    </message>
    <message>
        <source>Show the boxes</source>
        <translation>显示方框</translation>
    </message>
    <message>
        <source>Show the filmstrip</source>
        <translation>显示缩略图栏</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>显示侧栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>选择和移动</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>画方框</translation>
    </message>
    <message>
        <source>Delete the selected boxes</source>
        <translation>删除选中的方框</translation>
    </message>
    <message>
        <source>Duplicate the selected boxes</source>
        <translation>复制一份选中的方框</translation>
    </message>
    <message>
        <source>Cut the selected boxes</source>
        <translation>剪切选中的方框</translation>
    </message>
    <message>
        <source>Import the boxes of a folder…</source>
        <translation>导入文件夹中的方框…</translation>
    </message>
    <message>
        <source>Export training data…</source>
        <translation>导出训练数据…</translation>
    </message>
    <message>
        <source>Batches…</source>
        <translation>批处理…</translation>
    </message>
    <message>
        <source>Find the file of the picture…</source>
        <translation>查找图片文件…</translation>
    </message>
    <message>
        <source>Copy the selected text or boxes</source>
        <translation>复制选中的文字或方框</translation>
    </message>
    <message>
        <source>Copy the selected text as one line</source>
        <translation>将所选文字复制为一行</translation>
    </message>
    <message>
        <source>Copy the selected text as paragraphs</source>
        <translation>将所选文字复制为段落</translation>
    </message>
    <message>
        <source>Copy the selected text as a table</source>
        <translation>将所选文字复制为表格</translation>
    </message>
    <message>
        <source>Paste a picture or boxes</source>
        <translation>粘贴图片或方框</translation>
    </message>
    <message>
        <source>Make a QR code of the selected text</source>
        <translation>用所选文字生成二维码</translation>
    </message>
    <message>
        <source>Select all text or boxes</source>
        <translation>全选文字或方框</translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation>上移图片</translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation>下移图片</translation>
    </message>
    <message>
        <source>Move the picture to the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Move the picture to the bottom</source>
        <translation>移到最后</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Zoom to…</source>
        <translation>缩放到…</translation>
    </message>
    <message>
        <source>Go to a picture by its number…</source>
        <translation>按编号转到图片…</translation>
    </message>
    <message>
        <source>Statistics of the boxes…</source>
        <translation>方框统计…</translation>
    </message>
    <message>
        <source>Mark unsure words</source>
        <translation>标出没有把握的词</translation>
    </message>
    <message>
        <source>Show ignored parts</source>
        <translation>显示忽略的部分</translation>
    </message>
    <message>
        <source>Show the overview of large pictures</source>
        <translation>显示大图片的概览</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>画方框时显示十字线</translation>
    </message>
    <message>
        <source>Copy boxes to the next picture</source>
        <translation>将方框复制到下一张图片</translation>
    </message>
    <message>
        <source>Rename the selected boxes</source>
        <translation>重命名选中的方框</translation>
    </message>
    <message>
        <source>Attributes of the selected box</source>
        <translation>所选方框的属性</translation>
    </message>
    <message>
        <source>All labels at a glance…</source>
        <translation>所有标签一览…</translation>
    </message>
    <message>
        <source>Labels of the session…</source>
        <translation>会话的标签…</translation>
    </message>
    <message>
        <source>Hide or show the selected boxes</source>
        <translation>隐藏或显示选中的方框</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>显示所有隐藏的方框</translation>
    </message>
    <message>
        <source>Lock or unlock the selected boxes</source>
        <translation>锁定或解锁选中的方框</translation>
    </message>
    <message>
        <source>Lock or unlock all boxes</source>
        <translation>锁定或解锁全部方框</translation>
    </message>
    <message>
        <source>All sides to edges</source>
        <translation>所有边贴到边缘</translation>
    </message>
    <message>
        <source>Left side to an edge</source>
        <translation>左边贴到边缘</translation>
    </message>
    <message>
        <source>Bottom side to an edge</source>
        <translation>下边贴到边缘</translation>
    </message>
    <message>
        <source>Top side to an edge</source>
        <translation>上边贴到边缘</translation>
    </message>
    <message>
        <source>Right side to an edge</source>
        <translation>右边贴到边缘</translation>
    </message>
    <message>
        <source>Sort the list of boxes…</source>
        <translation>方框列表的排序…</translation>
    </message>
    <message>
        <source>Ask about the selected box</source>
        <translation>就选中的方框提问</translation>
    </message>
    <message>
        <source>Make a box of the selected text</source>
        <translation>用所选文字建立方框</translation>
    </message>
    <message>
        <source>Correct the selected text</source>
        <translation>更正所选文字</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>下一个没有把握的词</translation>
    </message>
    <message>
        <source>Previous unsure word</source>
        <translation>上一个没有把握的词</translation>
    </message>
    <message>
        <source>The unsure word is right</source>
        <translation>没有把握的词是对的</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>撤回更正</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>就所选文字提问</translation>
    </message>
    <message>
        <source>Second opinion: another size</source>
        <translation>第二意见：换一种大小再读</translation>
    </message>
    <message>
        <source>Second opinion: the model</source>
        <translation>第二意见：由模型来读</translation>
    </message>
    <message>
        <source>Take the second reading</source>
        <translation>采用第二次读到的</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>保留第一次读到的</translation>
    </message>
    <message>
        <source>Keep all first readings</source>
        <translation>全部保留第一次读到的</translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>忽略这一部分</translation>
    </message>
    <message>
        <source>Ignore no part of the picture</source>
        <translation>不忽略图片的任何部分</translation>
    </message>
    <message>
        <source>Templates of ignored parts…</source>
        <translation>忽略部分的模板…</translation>
    </message>
    <message>
        <source>Black out the selection</source>
        <translation>涂黑所选内容</translation>
    </message>
    <message>
        <source>Find and black out…</source>
        <translation>查找并涂黑…</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>涂黑所有查找结果</translation>
    </message>
    <message>
        <source>Black out nothing here</source>
        <translation>取消此图片的全部涂黑</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>裁剪为新图片</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Table of the picture</source>
        <translation>图片中的表格</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Order of the text…</source>
        <translation>文字顺序…</translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>文种与语言…</translation>
    </message>
    <message>
        <source>Read the text again</source>
        <translation>重新读取文字</translation>
    </message>
    <message>
        <source>Read the selected pictures</source>
        <translation>识别选中的图片</translation>
    </message>
    <message>
        <source>Read all pictures</source>
        <translation>识别全部图片</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>List of boxes</source>
        <translation>方框列表</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>就图片提问</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>附加图片…</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>在所有对话中提问</translation>
    </message>
    <message>
        <source>New chat beside this one</source>
        <translation>在旁边新建对话</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>用这些图片新建对话</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>关闭此对话</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Use a folder as a model…</source>
        <translation>将文件夹用作模型…</translation>
    </message>
    <message>
        <source>Add a model pack…</source>
        <translation>添加模型包…</translation>
    </message>
    <message>
        <source>Use this model for new chats</source>
        <translation>将此模型用于新对话</translation>
    </message>
    <message>
        <source>Settings of this chat…</source>
        <translation>此对话的设置…</translation>
    </message>
    <message>
        <source>Model engine…</source>
        <translation>模型引擎…</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>卸载模型</translation>
    </message>
    <message>
        <source>Stop all work</source>
        <translation>停止全部任务</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>审核方框…</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>小图总览</translation>
    </message>
    <message>
        <source>Table of the review</source>
        <translation>审核表格</translation>
    </message>
    <message>
        <source>Compare with other boxes…</source>
        <translation>与其他方框比较…</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>暂停询问模型</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>结束审核</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Fixed, next</source>
        <translation>已修正，下一个</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Draw a missed box</source>
        <translation>画出遗漏的方框</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Unsure, and stay</source>
        <translation>不确定，留在此处</translation>
    </message>
    <message>
        <source>Accept the rest of the picture</source>
        <translation>接受图片中其余的方框</translation>
    </message>
    <message>
        <source>Take back the last verdict</source>
        <translation>撤回上一个判定</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>下一个方框</translation>
    </message>
    <message>
        <source>Previous box</source>
        <translation>上一个方框</translation>
    </message>
    <message>
        <source>Next picture to review</source>
        <translation>下一张待审核的图片</translation>
    </message>
    <message>
        <source>Previous picture to review</source>
        <translation>上一张待审核的图片</translation>
    </message>
    <message>
        <source>Nothing is missing here</source>
        <translation>此处没有遗漏</translation>
    </message>
    <message>
        <source>Fix all sides</source>
        <translation>修正所有边</translation>
    </message>
    <message>
        <source>Fix the left side</source>
        <translation>修正左边</translation>
    </message>
    <message>
        <source>Fix the bottom side</source>
        <translation>修正下边</translation>
    </message>
    <message>
        <source>Fix the top side</source>
        <translation>修正上边</translation>
    </message>
    <message>
        <source>Fix the right side</source>
        <translation>修正右边</translation>
    </message>
    <message>
        <source>Left side outward</source>
        <translation>左边向外</translation>
    </message>
    <message>
        <source>Left side inward</source>
        <translation>左边向内</translation>
    </message>
    <message>
        <source>Bottom side outward</source>
        <translation>下边向外</translation>
    </message>
    <message>
        <source>Bottom side inward</source>
        <translation>下边向内</translation>
    </message>
    <message>
        <source>Top side outward</source>
        <translation>上边向外</translation>
    </message>
    <message>
        <source>Top side inward</source>
        <translation>上边向内</translation>
    </message>
    <message>
        <source>Right side outward</source>
        <translation>右边向外</translation>
    </message>
    <message>
        <source>Right side inward</source>
        <translation>右边向内</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Summary of the review…</source>
        <translation>审核总结…</translation>
    </message>
    <message>
        <source>Evaluation of models…</source>
        <translation>评测模型…</translation>
    </message>
    <message>
        <source>Teach a model…</source>
        <translation>训练模型…</translation>
    </message>
    <message>
        <source>Merge with another review…</source>
        <translation>与另一份审核合并…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer…</source>
        <translation>为另一位审核者保存审核…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>都不要</translation>
    </message>
    <message>
        <source>Change the box</source>
        <translation>修改方框</translation>
    </message>
    <message>
        <source>Previous dispute</source>
        <translation>上一个分歧</translation>
    </message>
    <message>
        <source>Next dispute</source>
        <translation>下一个分歧</translation>
    </message>
    <message>
        <source>Leave the disputes</source>
        <translation>离开分歧</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>All actions…</source>
        <translation>所有操作…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Doctor…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Local API…</source>
        <translation>本地 API…</translation>
    </message>
    <message>
        <source>Check the screen capture</source>
        <translation>检查截屏</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>关于 Eyebox</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Stop with Esc</source>
        <translation>按 Esc 停止</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 个 token/秒</translation>
    </message>
    <message>
        <source>at most %1 s left</source>
        <translation>最多还需 %1 秒</translation>
    </message>
    <message>
        <source>at most %1 min left</source>
        <translation>最多还需 %1 分钟</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Waiting for “%1”</source>
        <translation>等待“%1”完成</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队中</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement of two reviews</source>
        <translation>两份审核的一致性</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>您与 %1</translation>
    </message>
    <message>
        <source>Take what only they judged (%1)</source>
        <translation>采用只有对方判定的（%1）</translation>
    </message>
    <message>
        <source>Settle the disputes (%1)</source>
        <translation>解决分歧（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n of theirs is not here</source>
        <translation>
            <numerusform>对方有 %n 张不在这里</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged by both</source>
        <translation>
            <numerusform>双方都判定过 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>None of their pictures is in this session. Pictures are the same by their content, or by name and size.</source>
        <translation>对方的图片都不在此会话中。图片按内容，或按名称和大小来对应。</translation>
    </message>
    <message>
        <source>There is no box yet that both of you have judged.</source>
        <translation>还没有双方都判定过的方框。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>科恩 kappa 系数</translation>
    </message>
    <message>
        <source>Agreement on labels beyond chance: 1 is full agreement, 0 what chance alone gives. A box that only one of you has counts as the label “none” of the other.</source>
        <translation>标签上超出偶然的一致程度：1 为完全一致，0 为纯属偶然。只有一方有的方框，在另一方算作标签“无”。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均 IoU</translation>
    </message>
    <message>
        <source>How much the boxes overlap that both of you have</source>
        <translation>双方都有的方框重叠的程度</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>%1 of them are not settled</source>
        <translation>其中 %1 个尚未解决</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>仅您</translation>
    </message>
    <message>
        <source>Only they</source>
        <translation>仅对方</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>标签不同</translation>
    </message>
    <message>
        <source>Boxes that both of you have, with another label of theirs</source>
        <translation>双方都有、但对方标签不同的方框</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>They</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Where you differ</source>
        <translation>不同之处</translation>
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
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>约一分钟</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Importing libraries</source>
        <translation>正在导入程序库</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>正在看图</translation>
    </message>
    <message>
        <source>Looking at the picture in parts</source>
        <translation>正在分块查看图片</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Preparing the graphics card, once (up to a minute)</source>
        <translation>正在准备显卡，仅此一次（最多一分钟）</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>正在解包</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>正在量化</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Learning one conversation by heart</source>
        <translation>正在熟记一个对话</translation>
    </message>
    <message>
        <source>Asking what is held out</source>
        <translation>正在提问留出的部分</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>its tokenizer and picture processor</source>
        <translation>分词器与图片处理器</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>添加“%1”的方框</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>No answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>应为：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) said</source>
        <translation>
            <numerusform>给出 %n 个方框</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Show the pictures as the model saw them</source>
        <translation>显示模型看到的图片</translation>
    </message>
    <message>
        <source>Answer, being written</source>
        <translation>回答，正在书写</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>%1 的回答</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答失败。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Look in parts for small things</source>
        <translation>分块查找小物体</translation>
    </message>
    <message>
        <source>The picture was shown to the model many times smaller. Looking at its parts takes longer.</source>
        <translation>图片是缩小很多倍后给模型看的。分块查看需要更长时间。</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>At temperature 0 the same answer comes again.</source>
        <translation>温度为 0 时会得到同样的回答。</translation>
    </message>
    <message>
        <source>With this seed the same answer comes again.</source>
        <translation>使用这个种子会得到同样的回答。</translation>
    </message>
    <message>
        <source>Let chance choose the words, with a new seed</source>
        <translation>随机选词，使用新的种子</translation>
    </message>
    <message>
        <source>Answer again all the same</source>
        <translation>仍然重新回答</translation>
    </message>
</context>
<context>
    <name>ApiController</name>
    <message>
        <source>Folder whose pictures may be named</source>
        <translation>可以指定其中图片的文件夹</translation>
    </message>
</context>
<context>
    <name>ApiPage</name>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>On. Programs on this machine that have the key can ask here.</source>
        <translation>已启用。本机上持有密钥的程序可以在这里提问。</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Choose another one.</source>
        <translation>端口 %1 已被其他程序占用。请选择其他端口。</translation>
    </message>
    <message>
        <source>Off. While it is on, programs on this machine that have its key can ask the reader and your models as they would ask OpenAI. Nothing outside this machine can reach it.</source>
        <translation>已停用。启用后，本机上持有密钥的程序可以像访问 OpenAI 那样向阅读器和您的模型提问。本机以外无法访问。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>本地 API</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>What does “%1” say?</source>
        <translation>“%1”处写了什么？</translation>
    </message>
    <message>
        <source>The picture shown</source>
        <translation>当前显示的图片</translation>
    </message>
    <message>
        <source>Pictures of the session…</source>
        <translation>会话中的图片…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>附加图片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>AttributeFields</name>
    <message>
        <source>Attributes of the box</source>
        <translation>方框的属性</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>The batch “%1” is done.</source>
        <translation>批处理“%1”已完成。</translation>
    </message>
    <message>
        <source>Pages that were not done: %1.</source>
        <translation>未完成的页数：%1。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>May pictures go to %1?</source>
        <translation>图片可以发送到 %1 吗？</translation>
    </message>
    <message>
        <source>All pages of this batch are sent there. You can take it back where the model is chosen.</source>
        <translation>此批处理的所有页面都会发送到那里。您可以在选择模型的地方收回许可。</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give up the batch “%1”?</source>
        <translation>放弃批处理“%1”？</translation>
    </message>
    <message>
        <source>What is done so far is in its results; the rest would begin anew.</source>
        <translation>已完成的内容在结果中；其余部分将需要重新开始。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>No program on this machine opens %1.</source>
        <translation>本机没有可打开 %1 的程序。</translation>
    </message>
    <message>
        <source>Pictures, documents or lists of files</source>
        <translation>图片、文档或文件列表</translation>
    </message>
    <message>
        <source>A folder with pictures or documents</source>
        <translation>包含图片或文档的文件夹</translation>
    </message>
    <message>
        <source>A folder for the results</source>
        <translation>保存结果的文件夹</translation>
    </message>
    <message>
        <source>A file for the results</source>
        <translation>保存结果的文件</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>模型所在的文件夹</translation>
    </message>
    <message>
        <source>Job files</source>
        <translation>任务文件</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>打开任务文件</translation>
    </message>
    <message>
        <source>Save as a job file</source>
        <translation>另存为任务文件</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>What to find</source>
        <translation>要查找什么</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Only these texts; where none is named: e-mails, phones, amounts, dates, links, IDs</source>
        <translation>只处理这些文字；未填写时：邮箱、电话、金额、日期、网址、编号</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Keep as a preset…</source>
        <translation>保存为预设…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Open a job file…</source>
        <translation>打开任务文件…</translation>
    </message>
    <message>
        <source>Save as a job file…</source>
        <translation>另存为任务文件…</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新建批处理</translation>
    </message>
    <message>
        <source>What is done with each page</source>
        <translation>对每页做什么</translation>
    </message>
    <message>
        <source>Pictures, documents, folders, lists</source>
        <translation>图片、文档、文件夹、列表</translation>
    </message>
    <message>
        <source>What is asked about each page</source>
        <translation>对每页提出的问题</translation>
    </message>
    <message>
        <source>JSON schema of the answers</source>
        <translation>回答的 JSON Schema</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Program that is started at the end</source>
        <translation>结束时启动的程序</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>Format of the results</source>
        <translation>结果的格式</translation>
    </message>
    <message>
        <source>optional, for answers that are data</source>
        <translation>可选，用于数据形式的回答</translation>
    </message>
    <message>
        <source>optional; it gets the file of the results</source>
        <translation>可选；会收到结果文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>工作簿（XLSX）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n video(s) passed over: open a video by itself to choose frames.</source>
        <translation>
            <numerusform>已跳过 %n 个视频：请单独打开视频以选取画面。</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>All pages: %1</source>
        <translation>全部页面：%1</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>新建批处理…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Its results stay</source>
        <translation>结果会保留</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Pages of the batch</source>
        <translation>批处理的页面</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>没有失败的页面。</translation>
    </message>
    <message>
        <source>The same work on many pages: read, ask, find or take out fields of whole folders. What is done is kept page by page; a batch goes on after a pause, a restart or a crash.</source>
        <translation>对许多页做同样的工作：对整个文件夹进行读取、提问、查找或提取字段。每页完成后即保存；暂停、重启或崩溃之后，批处理都会继续。</translation>
    </message>
</context>
<context>
    <name>BatchRun</name>
    <message>
        <source>Batch: %1</source>
        <translation>批处理：%1</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>读取文字</translation>
    </message>
    <message>
        <source>Read tables</source>
        <translation>读取表格</translation>
    </message>
    <message>
        <source>Read fields</source>
        <translation>读取字段</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Find things</source>
        <translation>查找物体</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>涂黑</translation>
    </message>
    <message>
        <source>Make searchable PDF files</source>
        <translation>生成可搜索的 PDF</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内置读取器</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 of %2 pages</source>
        <translation>%2 页中的 %1 页</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>每分钟 %1 页</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>已完成页数：%1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>未完成：%1</translation>
    </message>
    <message>
        <source>Looking for the pages…</source>
        <translation>正在查找页面…</translation>
    </message>
    <message>
        <source>Writing the results…</source>
        <translation>正在写入结果…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Under way in another Eyebox</source>
        <translation>另一个 Eyebox 正在处理</translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message>
        <source>Open a picture first: the copied boxes are pasted into it.</source>
        <translation>请先打开一张图片：复制的方框会粘贴到其中。</translation>
    </message>
    <message>
        <source>There is no box to copy on this picture.</source>
        <translation>这张图片上没有可复制的方框。</translation>
    </message>
    <message>
        <source>This is the last picture: there is none to copy the boxes to.</source>
        <translation>这是最后一张图片：没有可复制到的下一张。</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n box(es) from the picture before</source>
        <translation>
            <numerusform>从上一张图片复制 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>复制的方框中有 %n 个在这张图片之外。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>请先选中一个方框。</translation>
    </message>
    <message>
        <source>This label has no attributes yet.</source>
        <translation>此标签还没有属性。</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Rename in all pictures</source>
        <translation>在所有图片中重命名</translation>
    </message>
    <message>
        <source>New label for “%1” in all pictures</source>
        <translation>“%1”在所有图片中的新标签</translation>
    </message>
    <message>
        <source>Renaming… %1 of %2 pictures</source>
        <translation>正在重命名… 第 %1 张，共 %2 张图片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This box was deleted.</source>
        <translation>这个方框已被删除。</translation>
    </message>
</context>
<context>
    <name>BoxDelegate</name>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>by a model</source>
        <translation>来自模型</translation>
    </message>
    <message>
        <source>from the text</source>
        <translation>来自文字</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>方框的标签</translation>
    </message>
</context>
<context>
    <name>BoxEditor</name>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>选中的 %n 个方框已锁定。按 L 解锁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n box(es)</source>
        <translation>
            <numerusform>剪切 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n box(es)</source>
        <translation>
            <numerusform>粘贴 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>复制的方框中有 %n 个位于这张图片之外。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>锁定 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>解锁 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n box(es)</source>
        <translation>
            <numerusform>复制一份（%n 个方框）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n box(es)</source>
        <translation>
            <numerusform>移动 %n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>Resize a box</source>
        <translation>调整方框大小</translation>
    </message>
    <message>
        <source>box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Rename a box</source>
        <translation>重命名方框</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>重命名 %n 个方框</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>Rename a box</source>
        <translation>重命名方框</translation>
    </message>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>选中的 %n 个方框已锁定。按 L 解锁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>重命名 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>锁定 %n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>解锁 %n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has this in its label.</source>
        <translation>没有标签包含此内容的方框。</translation>
    </message>
    <message>
        <source>Press B and drag to draw a box, or ask a question: its answer brings some.</source>
        <translation>按 B 并拖动即可画方框，也可以提问：回答会带来方框。</translation>
    </message>
    <message>
        <source>Unlock all boxes</source>
        <translation>解锁全部方框</translation>
    </message>
    <message>
        <source>Lock all boxes</source>
        <translation>锁定全部方框</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n box(es)</source>
        <translation>
            <numerusform>筛选 %n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>F2 renames a box, Delete removes it, Enter shows it.</source>
        <translation>F2 重命名，Delete 删除，Enter 在图片上显示。</translation>
    </message>
    <message>
        <source>Filter the boxes by label</source>
        <translation>按标签筛选方框</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>显示所有隐藏的方框</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表的排序</translation>
    </message>
</context>
<context>
    <name>BoxMenu</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Show on the picture</source>
        <translation>在图片上显示</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>就此提问</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>再制</translation>
    </message>
    <message>
        <source>Copy to the next picture</source>
        <translation>复制到下一张图片</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>裁剪为新图片</translation>
    </message>
    <message>
        <source>Ignore the text in it</source>
        <translation>忽略其中的文字</translation>
    </message>
    <message>
        <source>Put onto edges</source>
        <translation>贴到边缘</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Rename “%1” in all pictures…</source>
        <translation>在所有图片中重命名“%1”…</translation>
    </message>
    <message>
        <source>Select all “%1”</source>
        <translation>选中全部“%1”</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show all “%1”</source>
        <translation>显示全部“%1”</translation>
    </message>
    <message>
        <source>Hide all “%1”</source>
        <translation>隐藏全部“%1”</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>显示所有隐藏的方框</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>审核方框…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>BoxOrder</name>
    <message>
        <source>As drawn</source>
        <translation>按绘制顺序</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>按得分</translation>
    </message>
    <message>
        <source>Group by label</source>
        <translation>按标签分组</translation>
    </message>
</context>
<context>
    <name>BoxRows</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Tour · %1 of %2</source>
        <translation>导览 · 第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>CanvasMenus</name>
    <message>
        <source>Correct the line</source>
        <translation>更正此行</translation>
    </message>
    <message>
        <source>Make a box of it</source>
        <translation>用它建立方框</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>就此提问</translation>
    </message>
    <message>
        <source>Make a QR code of it</source>
        <translation>用它生成二维码</translation>
    </message>
    <message>
        <source>Find the same</source>
        <translation>查找相同文字</translation>
    </message>
    <message>
        <source>find “%1”</source>
        <translation>查找“%1”</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message numerus="yes">
        <source>%n box(es) selected</source>
        <translation>
            <numerusform>已选中 %n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Tab steps through the boxes, arrows move the selected one, F2 renames it, Delete removes it, B draws a new one, Control and Tab leave the picture.</source>
        <translation>按 Tab 逐个选择方框，方向键移动选中的方框，F2 重命名，Delete 删除，B 画新方框，Ctrl+Tab 离开图片。</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>已选择：%1</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Choose a region of the screen</source>
        <translation>选择屏幕区域</translation>
    </message>
    <message>
        <source>Drag the handles or press arrow keys · Enter takes it · Esc cancels</source>
        <translation>拖动手柄或按方向键调整 · Enter 确定 · Esc 取消</translation>
    </message>
    <message>
        <source>Click a window · R region · S screen · Esc cancels</source>
        <translation>点击窗口 · R 区域 · S 屏幕 · Esc 取消</translation>
    </message>
    <message>
        <source>Click a screen · R region · W window · Esc cancels</source>
        <translation>点击屏幕 · R 区域 · W 窗口 · Esc 取消</translation>
    </message>
    <message>
        <source>Drag over a region, or click a text · W window · S screen · Enter the whole screen · Esc cancels</source>
        <translation>拖出区域，或点击文字 · W 窗口 · S 屏幕 · Enter 整个屏幕 · Esc 取消</translation>
    </message>
    <message>
        <source>There is no screen to capture.</source>
        <translation>没有可以截取的屏幕。</translation>
    </message>
    <message>
        <source>This region lies on none of the screens that are connected now.</source>
        <translation>此区域不在当前连接的任何屏幕上。</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>What to do with the capture</source>
        <translation>如何处理截屏</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>复制条码内容</translation>
    </message>
    <message>
        <source>Open in Eyebox</source>
        <translation>在 Eyebox 中打开</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>Pin on top</source>
        <translation>钉在最前</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>复制为一行</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>复制为段落</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Give this region a name…</source>
        <translation>为此区域命名…</translation>
    </message>
    <message>
        <source>Join lines and cut words</source>
        <translation>合并行与断词</translation>
    </message>
    <message>
        <source>Trim spaces and empty lines</source>
        <translation>去除首尾空格和空行</translation>
    </message>
    <message>
        <source>Full-width to half-width</source>
        <translation>全角转半角</translation>
    </message>
    <message>
        <source>No spaces inside Chinese text</source>
        <translation>中文之间不留空格</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>CaptureCheck</name>
    <message>
        <source>%1: exact, pixel by pixel.</source>
        <translation>%1：逐像素完全一致。</translation>
    </message>
    <message>
        <source>%1: the marker was not found. Another window may cover it, or the desktop gives a picture that it resampled: give all screens the same scale, and check again.</source>
        <translation>%1：没有找到标记。可能被其他窗口遮住，或桌面给出的是重新采样的图片：请给所有屏幕设置相同的缩放，然后再检查。</translation>
    </message>
    <message>
        <source>%1: the picture is off by %2 and %3 pixels. Set the screen&apos;s scale anew, and check again.</source>
        <translation>%1：图片偏移了 %2 和 %3 像素。请重新设置屏幕缩放，然后再检查。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pixels have another colour. A colour filter or night light changes pictures.</source>
        <translation>%1：%3 个像素中有 %2 个颜色不同。颜色滤镜或夜间模式会改变图片。</translation>
    </message>
</context>
<context>
    <name>Captures</name>
    <message>
        <source>Read a screen capture</source>
        <translation>读取截屏</translation>
    </message>
    <message>
        <source>Capture of %1</source>
        <translation>截屏 %1</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>截屏</translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No text, but a code</source>
        <translation>没有文字，但有条码</translation>
    </message>
    <message>
        <source>No text here</source>
        <translation>这里没有文字</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>截屏</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Name of the region</source>
        <translation>区域名称</translation>
    </message>
    <message>
        <source>`eyebox capture --region NAME` and the tray capture it again.</source>
        <translation>可用 `eyebox capture --region 名称` 和托盘再次截取它。</translation>
    </message>
</context>
<context>
    <name>ChangedPictures</name>
    <message>
        <source>Judge them all the same</source>
        <translation>照常审核</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不予审核</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Changed pictures</source>
        <translation>已更改的图片</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have changed since their boxes were made. Do these still fit?</source>
        <translation>
            <numerusform>自方框生成以来，%n 张图片已更改。这些方框还合适吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <source>removed picture</source>
        <translation>已移除的图片</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>Settings of the chat</source>
        <translation>对话设置</translation>
    </message>
    <message>
        <source>Save the preset %1</source>
        <translation>保存预设 %1</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <translation>删除预设 %1</translation>
    </message>
    <message>
        <source>Preset of new chats</source>
        <translation>新对话的预设</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>新对话的模型</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>Words chosen by chance: temperature %1, seed %2</source>
        <translation>随机选词：温度 %1，种子 %2</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>Chat %1</source>
        <translation>对话 %1</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>The command that fixes it</source>
        <translation>修复命令</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>可以改进</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>有故障</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>CheckpointDetails</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>磁盘上为 %1</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>上下文 %1</translation>
    </message>
    <message>
        <source>Draws a card with shapes, asks for them and measures.</source>
        <translation>画一张带图形的卡片，提问并测量误差。</translation>
    </message>
    <message>
        <source>Checked at %1.</source>
        <translation>检查时的精度：%1。</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Checking where it puts boxes…</source>
        <translation>正在检查方框位置…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check boxes</source>
        <translation>检查方框</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Quantize…</source>
        <translation>量化…</translation>
    </message>
    <message>
        <source>Writes it in 4 bit, in a new folder</source>
        <translation>以 4 位写入新文件夹</translation>
    </message>
    <message>
        <source>Offload what does not fit</source>
        <translation>放不下的部分移出</translation>
    </message>
    <message>
        <source>Layers that find no room live in main memory or on disk. Slower, but it runs.</source>
        <translation>放不下的层留在主内存或磁盘上。较慢，但能运行。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What was read and answered so far is kept.</source>
        <translation>已识别和已回答的内容都会保留。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Keep Eyebox in the tray?</source>
        <translation>让 Eyebox 留在托盘？</translation>
    </message>
    <message>
        <source>A screen capture then begins at once, by its key or from the tray, and jobs go on. It is asked only now; the settings can change it.</source>
        <translation>这样用快捷键或托盘即可立即截屏，任务也会继续进行。只询问这一次，之后可在设置中更改。</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>留在托盘</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Close Eyebox and stop %n job(s)?</source>
        <translation>
            <numerusform>关闭 Eyebox 并停止 %n 项任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this run is on the disk. Export what you need, or close again to give it up.</source>
        <translation>本次运行的内容都不在磁盘上。请导出需要的内容，或再次关闭以放弃。</translation>
    </message>
    <message>
        <source>Not everything is saved yet. Wait a moment, or close again to give it up.</source>
        <translation>还有内容未保存。请稍候，或再次关闭以放弃这些内容。</translation>
    </message>
</context>
<context>
    <name>CodeList</name>
    <message>
        <source>Codes of the picture</source>
        <translation>图片中的码</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>复制条码内容</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>打开链接…</translation>
    </message>
</context>
<context>
    <name>CodeMenu</name>
    <message>
        <source>Copy what the code says</source>
        <translation>复制条码内容</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>打开链接…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of an action</source>
        <translation>输入操作名称</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>找到的操作</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>没有叫这个名字的操作。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How finely the model sees the pictures</source>
        <translation>模型看图片的精细程度</translation>
    </message>
    <message>
        <source>Size of pictures: %1</source>
        <translation>图片大小：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ask next</source>
        <translation>接着提问</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>在所有对话中提问</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>已允许</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>文字识别</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教模型</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>模型库</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Model engine setup</source>
        <translation>安装模型引擎</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>自己的服务器</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>本地 API</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>服务器引擎</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Look-up of a name</source>
        <translation>域名查询</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Network socket</source>
        <translation>网络套接字</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>offline · 0 connections</source>
        <translation>离线 · 0 个连接</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 个连接</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>%1 个连接</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>已拒绝 %1 次</translation>
    </message>
</context>
<context>
    <name>ConnectionsController</name>
    <message>
        <source>Export the connections</source>
        <translation>导出连接记录</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Clear the list of all attempts to connect? It can&apos;t be brought back.</source>
        <translation>清空所有连接尝试的列表？清空后无法恢复。</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Since Eyebox was opened. Attempts that are kept, also from before: %1</source>
        <translation>自 Eyebox 打开以来。保留的记录（含以前的）：%1 条</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Search by process, host or reason</source>
        <translation>按进程、主机或原因搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>已允许</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>所有进程</translation>
    </message>
    <message>
        <source>Attempts to connect</source>
        <translation>连接尝试</translation>
    </message>
    <message>
        <source>No attempt is like this.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the selected attempts, or all that are listed, as a table.</source>
        <translation>将选中的记录（或列出的全部）复制为表格。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing has tried to connect</source>
        <translation>没有任何连接尝试</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Eyebox will connect to %1, and to the file servers it points to.</source>
        <translation>Eyebox 将连接 %1 及其指向的文件服务器。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, and to the file servers it points to.</source>
        <translation>Eyebox 将通过代理 %2 连接 %1 及其指向的文件服务器。</translation>
    </message>
    <message>
        <source>For the model engine: %1.</source>
        <translation>模型引擎来自：%1。</translation>
    </message>
    <message>
        <source>%1 will be downloaded: the model engine (%2) first, then the model (%3).</source>
        <translation>将下载 %1：先是模型引擎（%2），然后是模型（%3）。</translation>
    </message>
    <message>
        <source>%1 will be downloaded, checked, and kept on this machine.</source>
        <translation>将下载 %1，校验后保存在本机。</translation>
    </message>
    <message>
        <source>The hub says how many bytes it is before any file is fetched; free disk space is checked then.</source>
        <translation>获取文件之前，站点会告知总字节数；届时检查剩余磁盘空间。</translation>
    </message>
    <message>
        <source>Nothing is sent but the requests for these files: no picture, no question.</source>
        <translation>除了对这些文件的请求，不发送任何内容：没有图片，没有提问。</translation>
    </message>
    <message>
        <source>Your access token (HF_TOKEN) goes along to %1.</source>
        <translation>您的访问令牌 (HF_TOKEN) 会一并发给 %1。</translation>
    </message>
    <message>
        <source>Download %1?</source>
        <translation>下载 %1？</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Download %1 and the model engine?</source>
        <translation>下载 %1 和模型引擎？</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Its name, like %1</source>
        <translation>模型名称，例如 %1</translation>
    </message>
    <message>
        <source>Name of the model on the hub</source>
        <translation>模型在站点上的名称</translation>
    </message>
    <message>
        <source>Offline mode will be turned off for downloads; everything else stays offline.</source>
        <translation>仅为下载关闭离线模式；其余一切保持离线。</translation>
    </message>
    <message>
        <source>Mirror and proxy</source>
        <translation>镜像与代理</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>%1 % of the model’s context: %2 of %3 tokens</source>
        <translation>已用模型上下文的 %1 %：%3 个 token 中的 %2 个</translation>
    </message>
    <message>
        <source>The context is %1 % full.</source>
        <translation>上下文已用 %1 %。</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>用这些图片新建对话</translation>
    </message>
</context>
<context>
    <name>CopiedMark</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>CopyReport</name>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>复制为一行</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>复制为段落</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Correct a line</source>
        <translation>更正一行</translation>
    </message>
    <message>
        <source>Confirm a word</source>
        <translation>确认一个词</translation>
    </message>
    <message>
        <source>Take back a correction</source>
        <translation>撤回一处更正</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n visual token(s)</source>
        <translation>
            <numerusform>%n 个视觉词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) known from before</source>
        <translation>
            <numerusform>%n 张图片此前已看过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cropping</name>
    <message>
        <source>Part of %1</source>
        <translation>%1 的一部分</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
</context>
<context>
    <name>Crops</name>
    <message>
        <source>The picture was removed.</source>
        <translation>图片已被移除。</translation>
    </message>
</context>
<context>
    <name>DataCheck</name>
    <message>
        <source>Boxes, read back from what the model will learn</source>
        <translation>从模型将学习的内容中读回的方框</translation>
    </message>
    <message>
        <source>They were written in the model&apos;s own numbers and read again. They must be where you left them.</source>
        <translation>这些框以模型自己的数值写出，再读回来。它们应当还在原处。</translation>
    </message>
    <message>
        <source>It learns to prefer the boxes at the right, as you left them, to those at the left. All were written in the model&apos;s own numbers and read again.</source>
        <translation>它学习偏好右侧您保留的框，而不是左侧的框。所有框都以模型自己的数字写出并重新读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 个偏好对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes about %1 of memory; %2 are free.</source>
        <translation>大约需要 %1 内存；可用 %2。</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens of the %2 that fit.</source>
        <translation>最长的有 %1 个词元，上限为 %2。</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens.</source>
        <translation>最长的有 %1 个词元。</translation>
    </message>
    <message>
        <source>One conversation was learned by heart to see that it can: its loss fell from %1 to %2.</source>
        <translation>已试着熟记一个对话以确认可行：损失从 %1 降到 %2。</translation>
    </message>
    <message>
        <source>One pair was learned to see that it can: its loss fell from %1 to %2.</source>
        <translation>已试学一个偏好对以确认可行：其损失从 %1 降到 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 numbers are trained</source>
        <translation>训练 %1 个参数</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are held out, to see what it answers that it did not learn.</source>
        <translation>
            <numerusform>留出 %n 个对话，用来查看它对没学过的内容如何回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held out: how well it does on other pictures will not be seen.</source>
        <translation>没有留出任何内容：将看不到它在其他图片上的表现。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are left out, and why</source>
        <translation>
            <numerusform>%n 个对话被排除，及其原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations that are left out</source>
        <translation>被排除的对话</translation>
    </message>
</context>
<context>
    <name>Decoding</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>DisputeBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n not settled</source>
        <translation>
            <numerusform>%n 个未解决</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to settle.</source>
        <translation>没有需要解决的分歧。</translation>
    </message>
    <message>
        <source>they</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>标签不同</translation>
    </message>
    <message>
        <source>Another place: IoU %1</source>
        <translation>位置不同：IoU %1</translation>
    </message>
    <message>
        <source>Only you have this box</source>
        <translation>只有您有这个方框</translation>
    </message>
    <message>
        <source>Only %1 has this box</source>
        <translation>只有 %1 有这个方框</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>已解决：%1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>no box here</source>
        <translation>这里没有方框</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Leave the disputes; what was settled stays</source>
        <translation>离开分歧；已解决的会保留</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>都不要</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Looking at %1 …</source>
        <translation>正在检查 %1 …</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Card and driver</source>
        <translation>显卡与驱动</translation>
    </message>
    <message>
        <source>%1, driver %2 (CUDA %3)</source>
        <translation>%1，驱动 %2（CUDA %3）</translation>
    </message>
    <message>
        <source>Models run on the processor.</source>
        <translation>模型在处理器上运行。</translation>
    </message>
    <message>
        <source>Eyebox does not use it: models run on the processor.</source>
        <translation>Eyebox 不使用它：模型在处理器上运行。</translation>
    </message>
    <message>
        <source>No NVIDIA card</source>
        <translation>没有 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Inside Windows a card shows only with a current NVIDIA driver in Windows itself.</source>
        <translation>在 Windows 内部的 Linux 中，只有 Windows 本身装有较新的 NVIDIA 驱动时才能看到显卡。</translation>
    </message>
    <message>
        <source>Hidden cards</source>
        <translation>被隐藏的显卡</translation>
    </message>
    <message>
        <source>CUDA_VISIBLE_DEVICES is set to “%1” and hides cards</source>
        <translation>CUDA_VISIBLE_DEVICES 设为“%1”，隐藏了显卡</translation>
    </message>
    <message>
        <source>Models do not run on the cards that are hidden.</source>
        <translation>模型不会在被隐藏的显卡上运行。</translation>
    </message>
    <message>
        <source>Models run on the processor, many times slower than on the card.</source>
        <translation>模型在处理器上运行，比在显卡上慢许多倍。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this container may not use it</source>
        <translation>有 NVIDIA 显卡，但此容器无权使用</translation>
    </message>
    <message>
        <source>Start the container with its cards: docker run --gpus all, with NVIDIA&apos;s toolkit.</source>
        <translation>启动容器时带上显卡：docker run --gpus all，并安装 NVIDIA 的容器工具包。</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is loaded, but does not answer</source>
        <translation>NVIDIA 驱动已加载，但没有响应</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but its driver is not loaded</source>
        <translation>有 NVIDIA 显卡，但驱动没有加载</translation>
    </message>
    <message>
        <source>Secure Boot is on and may refuse it: install the signed driver, and enroll its key when asked at the start.</source>
        <translation>安全启动已开启，可能会拒绝该驱动：请安装已签名的驱动，并在开机询问时登记其密钥。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but the driver nouveau runs it</source>
        <translation>有 NVIDIA 显卡，但正由 nouveau 驱动</translation>
    </message>
    <message>
        <source>Memory of the card</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>%1: %2, of which %3 are free</source>
        <translation>%1：%2，其中 %3 空闲</translation>
    </message>
    <message>
        <source>Most models do not fit on this card.</source>
        <translation>大多数模型放不进这块显卡。</translation>
    </message>
    <message>
        <source>Choose a model of 2 billion parameters or fewer in Int4; others run on the processor.</source>
        <translation>请选择 Int4 精度、不超过 20 亿参数的模型；其他模型在处理器上运行。</translation>
    </message>
    <message>
        <source>Other programs use the card: models that fit may be refused.</source>
        <translation>其他程序正在使用显卡：原本放得下的模型可能会被拒绝。</translation>
    </message>
    <message>
        <source>Close them; this command lists them.</source>
        <translation>请关闭它们；此命令会列出它们。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>%1, inside Windows (WSL)</source>
        <translation>%1，在 Windows 内 (WSL)</translation>
    </message>
    <message>
        <source>%1, in a container</source>
        <translation>%1，在容器中</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>%1, %2 cores: %3</source>
        <translation>%1，%2 核：%3</translation>
    </message>
    <message>
        <source>%1, %2 cores</source>
        <translation>%1，%2 核</translation>
    </message>
    <message>
        <source>%1 has no AVX</source>
        <translation>%1 没有 AVX</translation>
    </message>
    <message>
        <source>Reading and models need this instruction set: they may end at once on this processor.</source>
        <translation>读取和模型需要此指令集：在这个处理器上它们可能立即退出。</translation>
    </message>
    <message>
        <source>Use a computer from 2012 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>请使用 2012 年或之后的电脑。如在虚拟机中，请让它直接使用主机的处理器型号。</translation>
    </message>
    <message>
        <source>%1 has no AVX2</source>
        <translation>%1 没有 AVX2</translation>
    </message>
    <message>
        <source>Reading takes several times as long, and some models do not run on this processor.</source>
        <translation>读取要花几倍的时间，有些模型无法在这个处理器上运行。</translation>
    </message>
    <message>
        <source>Use a computer from 2014 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>请使用 2014 年或之后的电脑。如在虚拟机中，请让它直接使用主机的处理器型号。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1, of which %2 are free</source>
        <translation>%1，其中 %2 空闲</translation>
    </message>
    <message>
        <source>%1 (a limit; the computer has %2), of which %3 are free</source>
        <translation>%1（上限；电脑共有 %2），其中 %3 空闲</translation>
    </message>
    <message>
        <source>This is enough to read pictures, but not for models that look at pictures.</source>
        <translation>这足以读取图片，但不够运行看图的模型。</translation>
    </message>
    <message>
        <source>Give the container or virtual machine more memory.</source>
        <translation>请给容器或虚拟机分配更多内存。</translation>
    </message>
    <message>
        <source>Ask the built-in reader; models need 8 GB or more.</source>
        <translation>请使用内置的阅读器；模型需要 8 GB 或更多内存。</translation>
    </message>
    <message>
        <source>Other programs use nearly all of it: large pictures may not open.</source>
        <translation>其他程序几乎用完了内存：大图片可能打不开。</translation>
    </message>
    <message>
        <source>Close programs that you do not need.</source>
        <translation>请关闭不需要的程序。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Opening pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Reading text</source>
        <translation>读取文字</translation>
    </message>
    <message>
        <source>Finding models</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Pictures do not open.</source>
        <translation>图片打不开。</translation>
    </message>
    <message>
        <source>The text of pictures is not read.</source>
        <translation>无法读取图片中的文字。</translation>
    </message>
    <message>
        <source>Models cannot be chosen or downloaded.</source>
        <translation>无法选择或下载模型。</translation>
    </message>
    <message>
        <source>A picture was opened</source>
        <translation>已成功打开一张图片</translation>
    </message>
    <message>
        <source>A picture was read</source>
        <translation>已成功读取一张图片</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>Install the packages that do this again.</source>
        <translation>请重新安装负责此事的软件包。</translation>
    </message>
    <message>
        <source>The engine started, but did not answer in time</source>
        <translation>引擎已启动，但没有及时响应</translation>
    </message>
    <message>
        <source>Close programs that keep the computer busy, then look once more.</source>
        <translation>请关闭占用电脑的程序，然后重新检查。</translation>
    </message>
    <message>
        <source>Missing on this system: %1</source>
        <translation>此系统缺少：%1</translation>
    </message>
    <message>
        <source>Install these libraries, then start Eyebox again.</source>
        <translation>请安装这些库，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>The processor lacks an instruction that is needed</source>
        <translation>处理器缺少所需的指令</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Opened pictures</source>
        <translation>打开过的图片</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>临时文件</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>ModelScope cache</source>
        <translation>ModelScope 缓存</translation>
    </message>
    <message>
        <source>%1 (%2 free)</source>
        <translation>%1（剩余 %2）</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder</source>
        <translation>%1 是文件，不是文件夹</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>这里无法保存任何内容。</translation>
    </message>
    <message>
        <source>Rename that file, then start Eyebox again.</source>
        <translation>请重命名该文件，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free in %2</source>
        <translation>磁盘已满：%2 中只剩 %1</translation>
    </message>
    <message>
        <source>New work may not be saved, and pictures do not open.</source>
        <translation>新的工作可能无法保存，图片也打不开。</translation>
    </message>
    <message>
        <source>A model takes 4 GB or more: it may not fit on this disk.</source>
        <translation>一个模型要占 4 GB 或更多：这块磁盘可能放不下。</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>磁盘快满了。</translation>
    </message>
    <message>
        <source>%1 does not let programs run (noexec)</source>
        <translation>%1 不允许运行程序 (noexec)</translation>
    </message>
    <message>
        <source>Parts of models that are compiled on the way cannot be started from there.</source>
        <translation>模型中边运行边编译的部分无法从那里启动。</translation>
    </message>
    <message>
        <source>Start Eyebox with another folder for temporary files.</source>
        <translation>请用另一个临时文件夹启动 Eyebox。</translation>
    </message>
    <message>
        <source>Empty the bin, delete models that you do not use, or use a larger disk.</source>
        <translation>请清空回收站、删除不用的模型，或换用更大的磁盘。</translation>
    </message>
    <message>
        <source>%1 is on a disk that is read-only</source>
        <translation>%1 所在的磁盘是只读的</translation>
    </message>
    <message>
        <source>Start Eyebox with a folder on another disk.</source>
        <translation>请用另一块磁盘上的文件夹启动 Eyebox。</translation>
    </message>
    <message>
        <source>%1 may not be written</source>
        <translation>%1 不可写入</translation>
    </message>
    <message>
        <source>Engines that read pictures may not start.</source>
        <translation>读取图片的引擎可能无法启动。</translation>
    </message>
    <message>
        <source>%1 may not be written; it belongs to %2</source>
        <translation>%1 不可写入；它属于 %2</translation>
    </message>
    <message>
        <source>%1 (not there yet)</source>
        <translation>%1（尚不存在）</translation>
    </message>
    <message>
        <source>%1 may not be opened</source>
        <translation>%1 无权打开</translation>
    </message>
    <message>
        <source>Models that other programs downloaded are not found.</source>
        <translation>找不到其他程序下载的模型。</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Install it.</source>
        <translation>请安装。</translation>
    </message>
    <message>
        <source>Models that look at pictures do not run; reading does.</source>
        <translation>看图的模型无法运行；读取不受影响。</translation>
    </message>
    <message>
        <source>The precisions Int8 and Int4 cannot be used; BF16 can.</source>
        <translation>Int8 和 Int4 精度不可用；BF16 可用。</translation>
    </message>
    <message>
        <source>Models stored in GPTQ or AWQ cannot be used; others can.</source>
        <translation>以 GPTQ 或 AWQ 存储的模型不可用；其他模型可用。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>It is only needed for models stored in GPTQ or AWQ.</source>
        <translation>只有以 GPTQ 或 AWQ 存储的模型才需要它。</translation>
    </message>
    <message>
        <source>Install both again, together.</source>
        <translation>请把两者一起重新安装。</translation>
    </message>
    <message>
        <source>Install a newer bitsandbytes, which has it.</source>
        <translation>请安装包含它的较新的 bitsandbytes。</translation>
    </message>
    <message>
        <source>Its native library was not loaded: %1</source>
        <translation>它的本机库没有加载：%1</translation>
    </message>
    <message>
        <source>The library for Int8 (%1) was loaded without its CUDA part</source>
        <translation>Int8 的库 (%1) 加载时缺少 CUDA 部分</translation>
    </message>
    <message>
        <source>Int8 and Int4 fail on the card; BF16 works.</source>
        <translation>Int8 和 Int4 在显卡上会失败；BF16 可用。</translation>
    </message>
    <message>
        <source>Models on the card fail with it; without it they run.</source>
        <translation>有它时，显卡上的模型会失败；没有它反而能运行。</translation>
    </message>
    <message>
        <source>Remove it: torch&apos;s own attention is nearly as fast.</source>
        <translation>请移除它：torch 自带的注意力几乎一样快。</translation>
    </message>
    <message>
        <source>It cannot be loaded: %1</source>
        <translation>无法加载：%1</translation>
    </message>
    <message>
        <source>torch&apos;s own attention is used instead.</source>
        <translation>改用 torch 自带的注意力。</translation>
    </message>
    <message>
        <source>Not installed, not needed: torch&apos;s own attention is used</source>
        <translation>未安装，也不需要：使用 torch 自带的注意力</translation>
    </message>
    <message>
        <source>%1 is too old for it</source>
        <translation>%1 太旧，不支持它</translation>
    </message>
    <message>
        <source>%1, not used without a card</source>
        <translation>%1，没有显卡时不使用</translation>
    </message>
    <message>
        <source>Parallel computing (OpenMP)</source>
        <translation>并行计算 (OpenMP)</translation>
    </message>
    <message>
        <source>They start more threads than there are cores: models are slower.</source>
        <translation>它们启动的线程多于处理器核心：模型会变慢。</translation>
    </message>
    <message>
        <source>%1 OpenMP runtimes in one process: %2</source>
        <translation>一个进程里有 %1 个 OpenMP 运行库：%2</translation>
    </message>
    <message>
        <source>KMP_DUPLICATE_LIB_OK is set</source>
        <translation>设置了 KMP_DUPLICATE_LIB_OK</translation>
    </message>
    <message>
        <source>It hides that two runtimes are loaded: results may then be wrong.</source>
        <translation>它掩盖了加载两个运行库的问题：结果可能出错。</translation>
    </message>
    <message>
        <source>One runtime, of %1</source>
        <translation>一个运行库，来自 %1</translation>
    </message>
    <message>
        <source>No runtime that could be loaded twice</source>
        <translation>没有会被重复加载的运行库</translation>
    </message>
    <message>
        <source>See the check of the processor.</source>
        <translation>请看“处理器”一项的检查结果。</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s driver, then restart the computer.</source>
        <translation>请安装 NVIDIA 驱动，然后重新启动电脑。</translation>
    </message>
    <message>
        <source>If you did not want that, unset the variable and start Eyebox again.</source>
        <translation>如果这不是您想要的，请取消该变量，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>An AMD card</source>
        <translation>AMD 显卡</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Intel 显卡</translation>
    </message>
    <message>
        <source>Usually the driver was updated while the computer was running: restart the computer.</source>
        <translation>通常是因为开机期间更新了驱动：请重新启动电脑。</translation>
    </message>
    <message>
        <source>That driver only shows pictures. Install NVIDIA&apos;s own, then restart the computer.</source>
        <translation>该驱动只能显示画面。请安装 NVIDIA 自己的驱动，然后重新启动电脑。</translation>
    </message>
    <message>
        <source>Make yourself the owner of the folder.</source>
        <translation>请把该文件夹的所有者改为您自己。</translation>
    </message>
    <message>
        <source>Eyebox</source>
        <translation>Eyebox</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Window library</source>
        <translation>窗口库</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Tried: the kernel refuses engines all connections, also native ones and those of children</source>
        <translation>已验证：内核拒绝引擎的一切连接，包括原生代码和子进程的连接</translation>
    </message>
    <message>
        <source>Other scripts</source>
        <translation>其他文种</translation>
    </message>
    <message>
        <source>Text in Cyrillic, Korean, Arabic and other scripts is counted, but not read.</source>
        <translation>西里尔字母、韩文、阿拉伯文等文种的文字只会计数，不会识别。</translation>
    </message>
    <message>
        <source>“Scripts and languages” in the menu Picture says how it is added.</source>
        <translation>“图片”菜单里的“文种与语言”说明如何添加。</translation>
    </message>
    <message>
        <source>All are included</source>
        <translation>均已随程序附带</translation>
    </message>
    <message>
        <source>Tried: a hook in Python refuses engines all connections</source>
        <translation>已验证：Python 中的钩子拒绝引擎的一切连接</translation>
    </message>
    <message>
        <source>This system has no filter in its kernel that Eyebox can use, so native code is not held.</source>
        <translation>此系统的内核没有 Eyebox 可用的过滤器，因此原生代码不受约束。</translation>
    </message>
    <message>
        <source>Language data: %1</source>
        <translation>语言数据：%1</translation>
    </message>
    <message>
        <source>PySide6 %1 on Python %2.%3</source>
        <translation>PySide6 %1，Python %2.%3</translation>
    </message>
    <message>
        <source>This version closes the window by itself after some minutes.</source>
        <translation>此版本会在几分钟后自行关闭窗口。</translation>
    </message>
    <message>
        <source>Install another version of PySide6.</source>
        <translation>请安装另一个版本的 PySide6。</translation>
    </message>
    <message>
        <source>%1 is installed beside Eyebox</source>
        <translation>与 Eyebox 一起安装了 %1</translation>
    </message>
    <message>
        <source>It brings a second Qt, which can keep the window from opening.</source>
        <translation>它带来了第二个 Qt，可能使窗口无法打开。</translation>
    </message>
    <message>
        <source>Use the version without windows instead.</source>
        <translation>请改用不带窗口的版本。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Eyebox %1, installed as a program</source>
        <translation>Eyebox %1，作为程序安装</translation>
    </message>
    <message>
        <source>Eyebox %1 on Python %2 (%3)</source>
        <translation>Eyebox %1，Python %2（%3）</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Install Eyebox again.</source>
        <translation>请重新安装 Eyebox。</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Eyebox needs them to open its window or to read pictures.</source>
        <translation>Eyebox 需要它们才能打开窗口或读取图片。</translation>
    </message>
    <message>
        <source>Parts of Eyebox were changed by another installation.</source>
        <translation>Eyebox 的一些部分被另一次安装改动了。</translation>
    </message>
    <message>
        <source>An engine that needs no network could connect: %1</source>
        <translation>一个不需要网络的引擎能够联网：%1</translation>
    </message>
    <message>
        <source>Nothing of Eyebox connects by itself, but libraries that it uses could.</source>
        <translation>Eyebox 自身不会联网，但它使用的库可能会。</translation>
    </message>
    <message>
        <source>Damaged: %1</source>
        <translation>已损坏：%1</translation>
    </message>
    <message>
        <source>Text in these languages is not read.</source>
        <translation>这些语言的文字不会被识别。</translation>
    </message>
    <message>
        <source>Put these files there again.</source>
        <translation>请重新放入这些文件。</translation>
    </message>
    <message>
        <source>tesserocr is not installed: %1</source>
        <translation>没有安装 tesserocr：%1</translation>
    </message>
    <message>
        <source>There is no language data</source>
        <translation>没有语言数据</translation>
    </message>
    <message>
        <source>Models on the processor take up to twice as long to their first word.</source>
        <translation>在处理器上运行的模型，说出第一个词最多要用两倍的时间。</translation>
    </message>
    <message>
        <source>Kernels on the processor</source>
        <translation>处理器上的计算内核</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones, because %1 is set to %2</source>
        <translation>MKL 的标准内核，因为 %1 设为 %2</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: the fast ones fail here (%1)</source>
        <translation>MKL 的标准内核：快速内核在这里出错（%1）</translation>
    </message>
    <message>
        <source>Those that torch chooses</source>
        <translation>由 torch 自行选择</translation>
    </message>
    <message>
        <source>Only on AMD with Linux others can be faster.</source>
        <translation>只有在 Linux 上的 AMD 处理器上，其他内核才可能更快。</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, because %1 is set to %2</source>
        <translation>MKL 的快速内核，因为 %1 设为 %2</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, not measured yet</source>
        <translation>MKL 的快速内核，尚未测量</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones: attention takes %1 instead of %2 ms</source>
        <translation>MKL 的快速内核：注意力计算用时 %1 毫秒，而不是 %2 毫秒</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones attention takes %1, not %2 ms</source>
        <translation>MKL 的标准内核：用快速内核时注意力计算要 %1 毫秒，而不是 %2 毫秒</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones the process ended</source>
        <translation>MKL 的标准内核：使用快速内核时进程意外结束</translation>
    </message>
    <message>
        <source>Models that look at pictures</source>
        <translation>看图的模型</translation>
    </message>
    <message>
        <source>A product on %1 is wrong or failed: %2</source>
        <translation>%1 上的乘法结果错误或失败：%2</translation>
    </message>
    <message>
        <source>A product in BF16 on %1 is wrong or failed: %2</source>
        <translation>%1 上的 BF16 乘法结果错误或失败：%2</translation>
    </message>
    <message>
        <source>The operator nms on %1 failed: %2</source>
        <translation>%1 上的 nms 算子失败：%2</translation>
    </message>
    <message>
        <source>A tiny model on %1 failed: %2</source>
        <translation>%1 上的微型模型失败：%2</translation>
    </message>
    <message>
        <source>An Int8 product on %1 is wrong or failed: %2</source>
        <translation>%1 上的 Int8 乘法结果错误或失败：%2</translation>
    </message>
    <message>
        <source>An Int4 product on %1 is wrong or failed: %2</source>
        <translation>%1 上的 Int4 乘法结果错误或失败：%2</translation>
    </message>
    <message>
        <source>A GPTQ product on %1 is wrong or failed: %2</source>
        <translation>%1 上的 GPTQ 乘法结果错误或失败：%2</translation>
    </message>
    <message>
        <source>Attention on %1 is wrong or failed: %2</source>
        <translation>%1 上的注意力结果错误或失败：%2</translation>
    </message>
    <message>
        <source>It was loaded, but did not end in time</source>
        <translation>已加载，但没有及时结束</translation>
    </message>
    <message>
        <source>Close programs that use the card or the processor and look again; then install it again.</source>
        <translation>请关闭占用显卡或处理器的程序后重新检查；仍不行则重新安装。</translation>
    </message>
    <message>
        <source>It was ended by the system, usually because memory ran out</source>
        <translation>被系统终止，通常是因为内存不足</translation>
    </message>
    <message>
        <source>Close other programs, then look once more.</source>
        <translation>请关闭其他程序，然后重新检查。</translation>
    </message>
    <message>
        <source>It crashed: %1</source>
        <translation>它崩溃了：%1</translation>
    </message>
    <message>
        <source>Screen and text</source>
        <translation>屏幕与文字</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>The window needs a screen; eyebox read and eyebox ask do not.</source>
        <translation>窗口需要屏幕；eyebox read 和 eyebox ask 不需要。</translation>
    </message>
    <message>
        <source>Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.</source>
        <translation>请在桌面上启动 Eyebox；通过 ssh 时，请用 ssh -X 连接才能看到窗口。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Qt %1 starts (%2)</source>
        <translation>Qt %1 可以启动（%2）</translation>
    </message>
    <message>
        <source>The window does not open; eyebox read and eyebox ask still work.</source>
        <translation>窗口打不开；eyebox read 和 eyebox ask 仍可使用。</translation>
    </message>
    <message>
        <source>Qt does not answer</source>
        <translation>Qt 没有响应</translation>
    </message>
    <message>
        <source>Log out of the desktop and in again, then look once more.</source>
        <translation>请注销桌面并重新登录，然后重新检查。</translation>
    </message>
    <message>
        <source>The display %1 does not answer</source>
        <translation>显示 %1 没有响应</translation>
    </message>
    <message>
        <source>Qt did not start: %1</source>
        <translation>Qt 没有启动：%1</translation>
    </message>
    <message>
        <source>Install the window library again.</source>
        <translation>请重新安装窗口库。</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>截屏</translation>
    </message>
    <message>
        <source>By the desktop&apos;s portal, version %1</source>
        <translation>通过桌面的 portal，版本 %1</translation>
    </message>
    <message>
        <source>Directly from X11</source>
        <translation>直接从 X11</translation>
    </message>
    <message>
        <source>The desktop offers no portal for screenshots</source>
        <translation>桌面没有提供截屏用的 portal</translation>
    </message>
    <message>
        <source>A region of the screen cannot be captured under Wayland.</source>
        <translation>在 Wayland 下无法截取屏幕区域。</translation>
    </message>
    <message>
        <source>Install the portal of your desktop, then log out and in again.</source>
        <translation>请安装您的桌面对应的 portal，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>Chinese text</source>
        <translation>中文文字</translation>
    </message>
    <message>
        <source>Install a font with Chinese characters, then start Eyebox again.</source>
        <translation>请安装含有汉字的字体，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>No font has Chinese characters</source>
        <translation>没有含汉字的字体</translation>
    </message>
    <message>
        <source>Models may end without a message, or hang, in the middle of an answer.</source>
        <translation>模型可能在回答中途无声退出或卡住。</translation>
    </message>
    <message>
        <source>Remove one of them; all packages should come from the same place.</source>
        <translation>请移除其中一个；所有软件包应来自同一来源。</translation>
    </message>
    <message>
        <source>Unset the variable and start Eyebox again.</source>
        <translation>请取消该变量，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2</source>
        <translation>%1 在 %2 上计算正确</translation>
    </message>
    <message>
        <source>Chinese text is read, but shows as empty boxes.</source>
        <translation>中文能读取，但显示为空方块。</translation>
    </message>
    <message>
        <source>No font has Japanese characters</source>
        <translation>没有含日文字符的字体</translation>
    </message>
    <message>
        <source>Japanese text is read, but shows as empty boxes.</source>
        <translation>日文可以读取，但会显示为空方框。</translation>
    </message>
    <message>
        <source>Install a font with Japanese characters, then start Eyebox again.</source>
        <translation>请安装含日文字符的字体，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>Input method</source>
        <translation>输入法</translation>
    </message>
    <message>
        <source>%1 is asked for, but this Qt has no part for it</source>
        <translation>要求使用 %1，但此 Qt 没有对应的组件</translation>
    </message>
    <message>
        <source>Chinese may not be typed in the window.</source>
        <translation>窗口中可能无法输入中文。</translation>
    </message>
    <message>
        <source>Start Eyebox with the part for IBus, which Fcitx understands too.</source>
        <translation>请用 IBus 组件启动 Eyebox，Fcitx 也能识别它。</translation>
    </message>
    <message>
        <source>Icons and translations</source>
        <translation>图标与翻译</translation>
    </message>
    <message>
        <source>Japanese text</source>
        <translation>日文文本</translation>
    </message>
    <message>
        <source>An icon was painted and a text translated</source>
        <translation>已绘制一个图标并翻译一段文字</translation>
    </message>
    <message>
        <source>Icons are not painted</source>
        <translation>图标无法绘制</translation>
    </message>
    <message>
        <source>Translations are not found</source>
        <translation>找不到翻译</translation>
    </message>
    <message>
        <source>Files of the window are missing or broken.</source>
        <translation>窗口的文件缺失或损坏。</translation>
    </message>
    <message>
        <source>torch and the card</source>
        <translation>torch 与显卡</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>模型引擎</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>尚未添加</translation>
    </message>
    <message>
        <source>If you want such models, add what they need (several GB).</source>
        <translation>如果需要这类模型，请添加其所需组件（数 GB）。</translation>
    </message>
    <message>
        <source>Eyebox&apos;s own Python</source>
        <translation>Eyebox 自己的 Python</translation>
    </message>
    <message>
        <source>Came with the program: %1</source>
        <translation>随程序附带：%1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已添加：%1</translation>
    </message>
    <message>
        <source>Packages of models</source>
        <translation>模型的软件包</translation>
    </message>
    <message>
        <source>torch and torchvision are not of the same release: models cannot see pictures.</source>
        <translation>torch 与 torchvision 不属于同一版本：模型看不到图片。</translation>
    </message>
    <message>
        <source>Packages do not fit each other: loading a model may fail in odd ways.</source>
        <translation>软件包互不匹配：加载模型可能出现奇怪的失败。</translation>
    </message>
    <message>
        <source>Install the versions that are asked for.</source>
        <translation>请安装所要求的版本。</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this torch (%1) is for cards of AMD (ROCm)</source>
        <translation>有 NVIDIA 显卡，但此 torch (%1) 用于 AMD 显卡 (ROCm)</translation>
    </message>
    <message>
        <source>A GPU is here, but this torch (%1) is CPU-only</source>
        <translation>有显卡，但此 torch (%1) 只支持处理器</translation>
    </message>
    <message>
        <source>Restart the computer; if that does not help, install torch again.</source>
        <translation>请重新启动电脑；若仍不行，请重新安装 torch。</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2 in FP32 and BF16</source>
        <translation>%1 在 %2 上以 FP32 和 BF16 计算正确</translation>
    </message>
    <message>
        <source>Install the torch that is made for this card.</source>
        <translation>请安装适合这块显卡的 torch。</translation>
    </message>
    <message>
        <source>This torch (%1) has no kernels for %2 (capability %3.%4)</source>
        <translation>此 torch (%1) 没有适用于 %2 的内核（计算能力 %3.%4）</translation>
    </message>
    <message>
        <source>Models fail on this card with an error, or run on the processor.</source>
        <translation>模型在这块显卡上会报错，或改在处理器上运行。</translation>
    </message>
    <message>
        <source>Install a torch that was built for this card.</source>
        <translation>请安装为这块显卡构建的 torch。</translation>
    </message>
    <message>
        <source>torch does not find the card: %1</source>
        <translation>torch 找不到显卡：%1</translation>
    </message>
    <message>
        <source>Models fail on this card, or answer nonsense.</source>
        <translation>模型在这块显卡上会失败，或答非所问。</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install torch again.</source>
        <translation>请更新 NVIDIA 驱动，或重新安装 torch。</translation>
    </message>
    <message>
        <source>The driver is of CUDA %1.%2, this torch of CUDA %3.%4</source>
        <translation>驱动对应 CUDA %1.%2，此 torch 对应 CUDA %3.%4</translation>
    </message>
    <message>
        <source>Products work, but parts that are compiled on the way may fail until the driver is newer.</source>
        <translation>乘法正常，但在更新驱动之前，边运行边编译的部分可能失败。</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install the torch for this one.</source>
        <translation>请更新 NVIDIA 驱动，或安装适合此驱动的 torch。</translation>
    </message>
    <message>
        <source>CUDA %1, computes on %2</source>
        <translation>CUDA %1，在 %2 上计算</translation>
    </message>
    <message>
        <source>The driver %1 is too old: it runs CUDA %2.%3, this torch needs CUDA %4.%5</source>
        <translation>驱动 %1 太旧：它支持 CUDA %2.%3，而此 torch 需要 CUDA %4.%5</translation>
    </message>
    <message>
        <source>Install the torch that fits this driver, or update the driver.</source>
        <translation>请安装适合此驱动的 torch，或更新驱动。</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n thing(s) looked at</source>
        <translation>
            <numerusform>检查了 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better</source>
        <translation>
            <numerusform>%n 项可以改进</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better</source>
        <translation>
            <numerusform>可以使用；%n 项可以改进</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Looking… %1 of about %2</source>
        <translation>正在检查… 第 %1 项，共约 %2 项</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing is changed and nothing is sent. Esc stops.</source>
        <translation>不改动也不发送任何内容。按 Esc 停止。</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n 项需要修复</numerusform>
        </translation>
    </message>
    <message>
        <source>The check could not be finished</source>
        <translation>检查没有完成</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>In English, to be sent to whoever helps. It names no picture and no chat.</source>
        <translation>报告为英文，可发给帮助您的人。其中不含图片和对话。</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文本格式</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>JSON 格式</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop and remove what came</source>
        <translation>停止并删除已下载的部分</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Use “%1” as a model</source>
        <translation>将“%1”用作模型</translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s)</source>
        <translation>
            <numerusform>添加 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the model in this pack</source>
        <translation>添加此模型包中的模型</translation>
    </message>
    <message>
        <source>Compare with the review in this file</source>
        <translation>与此文件中的审核比较</translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures in %n folder(s)</source>
        <translation>
            <numerusform>打开 %n 个文件夹中的图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures and boxes in %n folder(s)</source>
        <translation>
            <numerusform>打开 %n 个文件夹中的图片和方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pages of %n document(s)</source>
        <translation>
            <numerusform>打开 %n 个文档的页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose frames of %n video(s)</source>
        <translation>
            <numerusform>选取 %n 个视频的画面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n picture(s)</source>
        <translation>
            <numerusform>打开 %n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import the boxes of %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件中的方框</numerusform>
        </translation>
    </message>
    <message>
        <source>Only an address: save the picture first, then drop the file</source>
        <translation>这只是一个地址：请先保存图片，再拖入文件</translation>
    </message>
    <message>
        <source>Add this picture to the session</source>
        <translation>把这张图片加入会话</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>That was only an address; Eyebox opens no connection. Save the picture first, then drop the file.</source>
        <translation>这只是一个网址；Eyebox 不会连接网络。请先保存图片，再拖入文件。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or open a file with Ctrl+O.</source>
        <translation>剪贴板中没有图片。请先复制一张图片，或按 Ctrl+O 打开文件。</translation>
    </message>
    <message>
        <source>“%1” holds a model and no picture.</source>
        <translation>“%1”中是模型，没有图片。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>用作模型…</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) of the folder not opened: frames are chosen of one at a time.</source>
        <translation>
            <numerusform>文件夹中有 %n 个视频未打开：画面需逐个视频选取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose frames…</source>
        <translation>选取画面…</translation>
    </message>
    <message>
        <source>No picture came with the drop. Drop it again, or open it with Ctrl+O.</source>
        <translation>拖放的内容中没有图片。请重新拖放，或按 Ctrl+O 打开。</translation>
    </message>
</context>
<context>
    <name>Edges</name>
    <message>
        <source>Look for edges</source>
        <translation>查找边缘</translation>
    </message>
</context>
<context>
    <name>EngineController</name>
    <message>
        <source>The model engine was added: models run now.</source>
        <translation>模型引擎已添加：现在可以运行模型了。</translation>
    </message>
    <message>
        <source>The server engine was added.</source>
        <translation>服务器引擎已添加。</translation>
    </message>
</context>
<context>
    <name>EngineMissing</name>
    <message>
        <source>Models need the model engine</source>
        <translation>模型需要模型引擎</translation>
    </message>
    <message>
        <source>Models need the model engine, %1</source>
        <translation>模型需要模型引擎（%1）</translation>
    </message>
    <message>
        <source>Also needs the model engine</source>
        <translation>还需要模型引擎</translation>
    </message>
    <message>
        <source>Also needs the model engine, %1</source>
        <translation>还需要模型引擎（%1）</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>添加模型引擎…</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet.</source>
        <translation>本机尚无法运行任何模型。</translation>
    </message>
    <message>
        <source>It is added first, then the model follows: one download, one progress.</source>
        <translation>先添加引擎，再下载模型：一次下载，一个进度。</translation>
    </message>
    <message>
        <source>Add it now, or let it come along with the first model that is downloaded.</source>
        <translation>可以现在添加，也可以随下载的第一个模型一起添加。</translation>
    </message>
</context>
<context>
    <name>EngineOffer</name>
    <message>
        <source>Choose a folder of wheels</source>
        <translation>选择存放 wheel 文件的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>Working out what it takes…</source>
        <translation>正在计算所需…</translation>
    </message>
    <message>
        <source>%1 on disk; %2 are free</source>
        <translation>占用磁盘 %1；剩余 %2</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the packages are in the folder.</source>
        <translation>无需下载：软件包都在文件夹里。</translation>
    </message>
    <message>
        <source>%1 of about %2 are here; they are not fetched again.</source>
        <translation>约 %2 中已有 %1，不会重复下载。</translation>
    </message>
    <message>
        <source>About %1 will be downloaded.</source>
        <translation>将下载约 %1。</translation>
    </message>
    <message>
        <source>Eyebox makes no connection for this.</source>
        <translation>为此 Eyebox 不联网。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1, once you press the button.</source>
        <translation>按下按钮后，Eyebox 才会连接 %1。</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, once you press the button.</source>
        <translation>按下按钮后，Eyebox 才会通过代理 %2 连接 %1。</translation>
    </message>
    <message>
        <source>Only the requests for these files are sent: no picture, no question. Offline mode stays as it is for everything else.</source>
        <translation>只发送对这些文件的请求：没有图片，没有提问。其余一切仍按离线模式的设置。</translation>
    </message>
    <message>
        <source>The folder holds no checksums, so its wheels are installed as they are: use one that you trust.</source>
        <translation>该文件夹中没有校验和，其中的 wheel 将原样安装：请只使用您信任的文件夹。</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder.</source>
        <translation>安装前会将 wheel 与文件夹中的校验和进行比对。</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder; %1 of %2 have none.</source>
        <translation>安装前会将 wheel 与文件夹中的校验和进行比对；%2 个中有 %1 个没有校验和。</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>所需资源</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>互联网</translation>
    </message>
    <message>
        <source>A folder of wheels on this machine</source>
        <translation>本机上存放 wheel 文件的文件夹</translation>
    </message>
    <message>
        <source>Addresses and proxy</source>
        <translation>地址与代理</translation>
    </message>
    <message>
        <source>Package index</source>
        <translation>软件包索引</translation>
    </message>
    <message>
        <source>PyTorch&apos;s index</source>
        <translation>PyTorch 索引</translation>
    </message>
    <message>
        <source>Standalone Python</source>
        <translation>独立 Python</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose it, or drop it onto this page.</source>
        <translation>请选择，或把它拖放到此页面。</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Adding the model engine</source>
        <translation>正在添加模型引擎</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>正在移除模型引擎</translation>
    </message>
    <message>
        <source>Update the model engine</source>
        <translation>更新模型引擎</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>模型引擎</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>正在查看现状…</translation>
    </message>
    <message>
        <source>This page may be closed meanwhile: it goes on, and the queue shows it.</source>
        <translation>期间可以关闭此页面：任务会继续，并显示在队列中。</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>需要几秒钟。</translation>
    </message>
    <message>
        <source>It is made anew beside the one that is there, which works until then.</source>
        <translation>会在现有引擎旁边重新建立；完成之前，现有的仍可使用。</translation>
    </message>
    <message>
        <source>Vision-language models run on PyTorch, which this edition of Eyebox does not carry because it is large. It can be added here once; everything it does then happens on this machine.</source>
        <translation>视觉语言模型依靠 PyTorch 运行；它体积很大，所以此版 Eyebox 没有附带。在这里添加一次即可；此后它所做的一切都在本机进行。</translation>
    </message>
    <message>
        <source>It was begun before: %1 are here. It can go on from there, or be started over.</source>
        <translation>之前已开始添加：已有 %1。可以从那里继续，也可以重新开始。</translation>
    </message>
    <message>
        <source>Remove the model engine? %1 become free; models themselves stay.</source>
        <translation>移除模型引擎？将释放 %1；模型本身会保留。</translation>
    </message>
    <message>
        <source>Throw away the %1 that came so far?</source>
        <translation>丢弃已下载的 %1？</translation>
    </message>
    <message>
        <source>Remove the server engine? %1 become free; models themselves stay.</source>
        <translation>移除服务器引擎？将释放 %1；模型本身会保留。</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>正在添加服务器引擎</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>正在移除服务器引擎</translation>
    </message>
    <message>
        <source>Update the server engine</source>
        <translation>更新服务器引擎</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>服务器引擎</translation>
    </message>
    <message>
        <source>vLLM answers many questions at once on an NVIDIA card. It needs other versions of its packages than the model engine, so it has a place of its own, and serves models on this machine only. It is optional.</source>
        <translation>vLLM 在 NVIDIA 显卡上同时回答许多问题。它需要的软件包版本与模型引擎不同，因此有自己的位置，并且只在这台机器上提供模型。它是可选的。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Add it again…</source>
        <translation>重新添加…</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Download and add</source>
        <translation>下载并添加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Server engine (vLLM)…</source>
        <translation>服务器引擎（vLLM）…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>EngineThere</name>
    <message>
        <source>Models run in the Python that Eyebox itself runs in. There is nothing to add.</source>
        <translation>模型在 Eyebox 自己所用的 Python 中运行，无需添加。</translation>
    </message>
    <message>
        <source>It came with Eyebox. There is nothing to add.</source>
        <translation>它随 Eyebox 附带，无需添加。</translation>
    </message>
    <message>
        <source>It was added to Eyebox and runs on this machine only.</source>
        <translation>它已添加到 Eyebox，只在本机运行。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Its Python</source>
        <translation>所用的 Python</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>占用磁盘 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n 个软件包</numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内置阅读器</translation>
    </message>
    <message>
        <source>Accuracy at an IoU of %1</source>
        <translation>IoU 为 %1 时的准确率</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>IoU 为 %1 时的精确率</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>IoU 为 %1 时的召回率</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>IoU 为 %1 时的 F1</translation>
    </message>
    <message>
        <source>AP (COCO, IoU 0.5 to 0.95)</source>
        <translation>AP（COCO，IoU 0.5 至 0.95）</translation>
    </message>
    <message>
        <source>AP at an IoU of 0.5</source>
        <translation>IoU 为 0.5 时的 AP</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>字符错误率</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>Accuracy (VQA)</source>
        <translation>准确率（VQA）</translation>
    </message>
    <message>
        <source>Right choices</source>
        <translation>选对的比例</translation>
    </message>
    <message>
        <source>OCRBench points</source>
        <translation>OCRBench 得分</translation>
    </message>
    <message>
        <source>Accuracy (MME)</source>
        <translation>准确率（MME）</translation>
    </message>
    <message>
        <source>Accuracy+ (MME)</source>
        <translation>准确率+（MME）</translation>
    </message>
    <message>
        <source>Perception (MME)</source>
        <translation>感知（MME）</translation>
    </message>
    <message>
        <source>Cognition (MME)</source>
        <translation>认知（MME）</translation>
    </message>
    <message>
        <source>Accuracy @%1</source>
        <translation>准确率 @%1</translation>
    </message>
    <message>
        <source>Precision @%1</source>
        <translation>精确率 @%1</translation>
    </message>
    <message>
        <source>Recall @%1</source>
        <translation>召回率 @%1</translation>
    </message>
</context>
<context>
    <name>EvaluationController</name>
    <message>
        <source>The evaluation is done.</source>
        <translation>评测完成了。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>内置阅读器</translation>
    </message>
    <message>
        <source>Boxes, texts or questions with answers</source>
        <translation>方框、文字或带答案的问题</translation>
    </message>
    <message>
        <source>A folder of boxes or texts</source>
        <translation>方框或文字的文件夹</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>模型所在的文件夹</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 of %2 questions are answered.</source>
        <translation>已回答 %2 个问题中的 %1 个。</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Paused; what was answered is kept.</source>
        <translation>已暂停；已有的回答都保留着。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were not found and are left out.</source>
        <translation>
            <numerusform>有 %n 张图片没有找到，已略过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about videos left out.</source>
        <translation>
            <numerusform>已略去 %n 个关于视频的问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures come when the models have answered. You can close this and go on working.</source>
        <translation>模型回答完毕后会显示数字。您可以关闭此窗口继续工作。</translation>
    </message>
    <message>
        <source>How well do models do on your own pictures? Choose pictures whose answers are known and one model or several, at one precision or several.</source>
        <translation>模型在您自己的图片上表现如何？请选择已知答案的图片，以及一个或多个模型、一种或多种精度。</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer, counted as wrong.</source>
        <translation>
            <numerusform>有 %n 个问题没有回答，按答错计算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>每秒词元</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>Figures of the models, with intervals of 95 %</source>
        <translation>各模型的数字，附 95 % 区间</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评测</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Chart of</source>
        <translation>图表：</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>复制指标</translation>
    </message>
</context>
<context>
    <name>EvaluationPictures</name>
    <message>
        <source>%1 is better</source>
        <translation>%1 更好</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>两个模型</translation>
    </message>
    <message>
        <source>Pictures on which they differ</source>
        <translation>两者不同的图片</translation>
    </message>
    <message>
        <source>Dashed: what is true</source>
        <translation>虚线：正确答案</translation>
    </message>
    <message>
        <source>They differ on no picture.</source>
        <translation>它们在所有图片上都一致。</translation>
    </message>
    <message>
        <source>Evaluate two models, or one at two precisions, to see where they differ.</source>
        <translation>评测两个模型，或同一模型的两种精度，即可看到它们在哪里不同。</translation>
    </message>
</context>
<context>
    <name>EvaluationSetup</name>
    <message>
        <source>Pictures whose answers are known</source>
        <translation>已知答案的图片</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>提问内容</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a file of boxes or questions</source>
        <translation>选择方框或问题的文件</translation>
    </message>
    <message>
        <source>Choose a folder of boxes or texts</source>
        <translation>选择方框或文字的文件夹</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>模型所在的文件夹…</translation>
    </message>
    <message>
        <source>Answers are made without chance, so that they are the same again. Answers that are there stay.</source>
        <translation>回答不含随机成分，因此每次相同。已有的回答会保留。</translation>
    </message>
    <message>
        <source>Reviewed pictures of this session</source>
        <translation>此会话中已审核的图片</translation>
    </message>
    <message>
        <source>All pictures of this session with boxes</source>
        <translation>此会话中所有带方框的图片</translation>
    </message>
    <message>
        <source>By the file</source>
        <translation>由文件决定</translation>
    </message>
    <message>
        <source>Find the boxes</source>
        <translation>寻找方框</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>读取文字</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>回答问题</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message>
        <source>Evaluation of %1</source>
        <translation>评测 %1</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>Evaluation: counting</source>
        <translation>评测：统计</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Looking at what there is to export…</source>
        <translation>正在查看要导出的内容…</translation>
    </message>
    <message>
        <source>What this format loses:</source>
        <translation>此格式无法保存：</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good.</source>
        <translation>
            <numerusform>已永久涂黑 %n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good, with their text.</source>
        <translation>
            <numerusform>已永久涂黑 %n 处，其文字也已移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Text that is blacked out is written as ████.</source>
        <translation>涂黑的文字写为 ████。</translation>
    </message>
    <message>
        <source>Chats are written as they are.</source>
        <translation>对话按原样写入。</translation>
    </message>
    <message>
        <source>Only boxes are written: in the picture files themselves nothing is blacked out.</source>
        <translation>只写入方框：图片文件本身没有任何涂黑。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture with its boxes (PNG)</source>
        <translation>带方框的图片（PNG）</translation>
    </message>
    <message>
        <source>Blacked out picture (PNG or JPEG)</source>
        <translation>涂黑后的图片（PNG 或 JPEG）</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>整个会话</translation>
    </message>
    <message numerus="yes">
        <source>The selected pictures (%n)</source>
        <translation>
            <numerusform>选中的图片（%n）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EyeboxError</name>
    <message>
        <source>&quot;{build}&quot; is no build of torch: choose one of {builds}.</source>
        <translation>“{build}”不是 torch 的构建版本：请从 {builds} 中选择。</translation>
    </message>
    <message>
        <source>&quot;{device}&quot; is no device; choose auto, cpu, cuda, cuda:N or mps.</source>
        <translation>“{device}”不是设备；请选择 auto、cpu、cuda、cuda:N 或 mps。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no name of a model: names look like Qwen/Qwen2-VL-2B-Instruct.</source>
        <translation>“{name}”不是模型名称：名称形如 Qwen/Qwen2-VL-2B-Instruct。</translation>
    </message>
    <message>
        <source>&quot;{precision}&quot; is no precision; choose one of {precisions}.</source>
        <translation>“{precision}”不是精度；请从 {precisions} 中选择。</translation>
    </message>
    <message>
        <source>&quot;{revision}&quot; is no revision: give a branch, a tag or a commit.</source>
        <translation>“{revision}”不是版本：请给出分支、标签或提交。</translation>
    </message>
    <message>
        <source>&quot;{tensor}&quot; is {shape}, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>“{tensor}”的形状是 {shape}，而 config.json 要求 {wanted}：该配置属于另一个模型；请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>A cluster does not make PDF files, for which all pages of a document have to come together: leave --cluster out.</source>
        <translation>集群不生成 PDF 文件，因为一份文档的所有页面必须放在一起：请去掉 --cluster。</translation>
    </message>
    <message>
        <source>A download from {host}, which was asked for.</source>
        <translation>您要求从 {host} 下载。</translation>
    </message>
    <message>
        <source>A file of boxes has no questions: --task vqa needs lines with image, question and answers.</source>
        <translation>方框文件中没有问题：--task vqa 需要含有 image、question 和 answers 的行。</translation>
    </message>
    <message>
        <source>A file of this format holds one picture: export the session into a folder.</source>
        <translation>这种格式的文件只能包含一张图片：请将会话导出到文件夹。</translation>
    </message>
    <message>
        <source>A file of {folder} is missing or cannot be read ({reason}); download the model again.</source>
        <translation>{folder} 中缺少文件或文件无法读取（{reason}）；请重新下载模型。</translation>
    </message>
    <message>
        <source>A key goes only over https, or to this machine: give an https address, or one of a tunnel (ssh -L).</source>
        <translation>密钥只会通过 https 或发送到本机：请填写 https 地址，或使用隧道（ssh -L）的地址。</translation>
    </message>
    <message>
        <source>A model in {method}</source>
        <translation>{method} 模型</translation>
    </message>
    <message>
        <source>A picture of this evaluation is gone: {file}.</source>
        <translation>这次评测的一张图片不见了：{file}。</translation>
    </message>
    <message>
        <source>A picture of {width:,} x {height:,} pixels is too long and thin for this model; crop it to the part that matters.</source>
        <translation>{width:,} × {height:,} 像素的图片对此模型来说过于狭长；请裁剪出需要的部分。</translation>
    </message>
    <message>
        <source>A redacted picture is a PNG or a JPEG file: give {name} such an ending.</source>
        <translation>涂黑后的图片是 PNG 或 JPEG 文件：请给 {name} 加上这样的扩展名。</translation>
    </message>
    <message>
        <source>A request to the server {host}, which was given.</source>
        <translation>向您指定的服务器 {host} 发出的请求。</translation>
    </message>
    <message>
        <source>A schema needs a vision-language model: choose one, or leave the schema out.</source>
        <translation>使用 Schema 需要视觉语言模型：请选择一个，或去掉 Schema。</translation>
    </message>
    <message>
        <source>A server can&apos;t be called &quot;{name}&quot;: use letters, digits, &quot;.&quot; and &quot;-&quot;.</source>
        <translation>服务器不能命名为“{name}”：请使用字母、数字、“.”和“-”。</translation>
    </message>
    <message>
        <source>A server is asked (--job ask) or takes out fields (--job extract), with a --model.</source>
        <translation>服务器只能回答问题（--job ask）或提取字段（--job extract），并且需要 --model。</translation>
    </message>
    <message>
        <source>A server is asked without an adapter of this machine: take it off.</source>
        <translation>向服务器提问不能使用本机的适配器：请将其移除。</translation>
    </message>
    <message>
        <source>A server is asked without beams: set beams to 1.</source>
        <translation>向服务器提问不能使用束搜索：请把束数设为 1。</translation>
    </message>
    <message>
        <source>A weight file in {folder} holds more than numbers and is not opened; use a safetensors version of the model.</source>
        <translation>{folder} 中的权重文件不只包含数值，因此没有打开；请使用模型的 safetensors 版本。</translation>
    </message>
    <message>
        <source>A weight file in {folder} is cut or broken; download the model again.</source>
        <translation>{folder} 中的权重文件不完整或已损坏；请重新下载模型。</translation>
    </message>
    <message>
        <source>Add pictures, documents or folders first.</source>
        <translation>请先添加图片、文档或文件夹。</translation>
    </message>
    <message>
        <source>Another Eyebox is changing the servers and does not come to an end: try again, or close it.</source>
        <translation>另一个 Eyebox 正在更改服务器列表且迟迟没有结束：请重试，或将其关闭。</translation>
    </message>
    <message>
        <source>Another Eyebox runs the server engine: stop it there first.</source>
        <translation>另一个 Eyebox 正在运行服务器引擎：请先在那里停止它。</translation>
    </message>
    <message>
        <source>Another program is using {name}: close it, then try again.</source>
        <translation>另一个程序正在使用 {name}：请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>Another program is writing to {name}: wait a moment, it is tried again.</source>
        <translation>另一个程序正在写入 {name}：请稍候，将自动重试。</translation>
    </message>
    <message>
        <source>Another user&apos;s program answers at {address} in place of Eyebox; nothing was sent to it. Open the files in Eyebox&apos;s window.</source>
        <translation>在 {address} 应答的不是 Eyebox，而是其他用户的程序；没有向它发送任何内容。请在 Eyebox 窗口中打开文件。</translation>
    </message>
    <message>
        <source>Answers by a JSON schema need the package llguidance: {install}.</source>
        <translation>按 JSON schema 回答需要软件包 llguidance：{install}。</translation>
    </message>
    <message>
        <source>CUDA graphs could not be made here, so answers take longer ({reason}).</source>
        <translation>这里无法创建 CUDA 图，因此回答会更慢（{reason}）。</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Check one server after the other.</source>
        <translation>请逐个检查服务器。</translation>
    </message>
    <message>
        <source>Choose --device cpu</source>
        <translation>请选择 --device cpu</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>请选择更小的模型</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>请选择更小的模型。</translation>
    </message>
    <message>
        <source>Choose int4 and --device cpu</source>
        <translation>请选择 int4 和 --device cpu</translation>
    </message>
    <message>
        <source>Choose int4 and show at most 250,000 pixels a picture</source>
        <translation>请选择 int4，并将每张图片限制在 250,000 像素以内</translation>
    </message>
    <message>
        <source>Choose {precision}</source>
        <translation>请选择 {precision}</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源忙</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不为空</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Downloads need the package huggingface_hub: {install}.</source>
        <translation>下载需要软件包 huggingface_hub：{install}。</translation>
    </message>
    <message>
        <source>Each machine of the cluster needs {count} processors or more: start Ray with --num-cpus={count}.</source>
        <translation>集群中的每台机器至少需要 {count} 个处理器：请用 --num-cpus={count} 启动 Ray。</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>可执行文件格式错误</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t have keys of its own here: bind a key to the command `eyebox capture` in the system&apos;s settings.</source>
        <translation>Eyebox 在这里无法拥有自己的快捷键：请在系统设置中把一个按键绑定到命令 `eyebox capture`。</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: change its permissions, free some space, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyebox 无法写入 {folder}：请更改其权限、腾出一些空间，或将 EYEBOX_HOME 设为您自己的文件夹。</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: {reason}. Change its permissions, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyebox 无法写入 {folder}：{reason}。请更改其权限，或将 EYEBOX_HOME 设为您自己的文件夹。</translation>
    </message>
    <message>
        <source>Eyebox does not know its own packages any more: install Eyebox again.</source>
        <translation>Eyebox 找不到自己的软件包信息：请重新安装 Eyebox。</translation>
    </message>
    <message>
        <source>Eyebox does not know models of the type &quot;{kind}&quot;; choose another model.</source>
        <translation>Eyebox 不认识“{kind}”类型的模型；请选择其他模型。</translation>
    </message>
    <message>
        <source>Eyebox does not know the conversation template &quot;{template}&quot; of this InternVL; choose another version.</source>
        <translation>Eyebox 不认识此 InternVL 的对话模板“{template}”；请选择其他版本。</translation>
    </message>
    <message>
        <source>Eyebox does not run this kind of InternVL&apos;s vision tower; choose another version.</source>
        <translation>Eyebox 不能运行这种 InternVL 视觉塔；请选择其他版本。</translation>
    </message>
    <message>
        <source>Eyebox ended while it worked at this page.</source>
        <translation>处理此页时 Eyebox 退出了。</translation>
    </message>
    <message>
        <source>Eyebox is already running (process {process}) but does not answer: open the files in its window. Where there is none, end that process and start again.</source>
        <translation>Eyebox 已在运行（进程 {process}），但没有应答：请在它的窗口中打开文件。如果没有窗口，请结束该进程后重新启动。</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Files in {path} that can&apos;t be read: {count:,}. The first: {reason}</source>
        <translation>{path} 中无法读取的文件：{count:,} 个。第一个：{reason}</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: no socket can be made at {address}. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>再次启动时打开的文件无法送达此窗口：无法在 {address} 创建套接字。请将 XDG_RUNTIME_DIR 设为只有您能打开的文件夹，然后重新启动。</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: {folder} is not a folder that only you may open. Remove it, or set XDG_RUNTIME_DIR, and start again.</source>
        <translation>再次启动时打开的文件无法送达此窗口：{folder} 不是只有您能打开的文件夹。请将其删除或设置 XDG_RUNTIME_DIR，然后重新启动。</translation>
    </message>
    <message>
        <source>GPTQ can&apos;t quantize {folder}: its layers&apos; widths are no multiples of {group}; choose nf4.</source>
        <translation>GPTQ 无法量化 {folder}：各层宽度不是 {group} 的倍数；请选择 nf4。</translation>
    </message>
    <message>
        <source>Give the address of a server alone, as http://127.0.0.1:8000/v1, and its key by itself.</source>
        <translation>请只填写服务器地址，例如 http://127.0.0.1:8000/v1，密钥请单独填写。</translation>
    </message>
    <message>
        <source>In {folder} nothing was begun that could be gone on with.</source>
        <translation>{folder} 中没有可以继续的训练。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Int8 and Int4</source>
        <translation>Int8 和 Int4</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>It is not signed; its files are as its list says.</source>
        <translation>它没有签名；其中的文件与清单一致。</translation>
    </message>
    <message>
        <source>It is signed, but not verified: the package cryptography is not installed.</source>
        <translation>它有签名，但未经验证：未安装 cryptography 包。</translation>
    </message>
    <message>
        <source>It needs about {needed} and {free} are free: free some space first.</source>
        <translation>约需 {needed}，而可用空间为 {free}：请先腾出一些空间。</translation>
    </message>
    <message>
        <source>It was stopped: {left:,} parts were not looked at.</source>
        <translation>已停止：还有 {left:,} 个部分没有查看。</translation>
    </message>
    <message>
        <source>Its coordinates are fractions of the picture&apos;s sides.</source>
        <translation>它的坐标是图片边长的分数。</translation>
    </message>
    <message>
        <source>Its coordinates are pixels of the picture that it is sent.</source>
        <translation>它的坐标是所发送图片的像素。</translation>
    </message>
    <message>
        <source>Its coordinates are thousandths of the picture&apos;s sides.</source>
        <translation>它的坐标是图片边长的千分之几。</translation>
    </message>
    <message>
        <source>Layer {number} lacks {tensor}; fetch the weights again.</source>
        <translation>第 {number} 层缺少 {tensor}；请重新获取权重。</translation>
    </message>
    <message>
        <source>Layers in {precision} can&apos;t live elsewhere; choose bf16 to offload them.</source>
        <translation>{precision} 的层不能放在别处；如需卸载，请选择 bf16。</translation>
    </message>
    <message>
        <source>Let layers live in memory or on disk (--offload), which is slow, or choose a smaller model.</source>
        <translation>请允许把层放在内存或磁盘中 (--offload)，但速度较慢；或选择更小的模型。</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again in {precision}.</source>
        <translation>内存不足：正在以 {precision} 重新加载模型。</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again with layers in memory or on disk, which is slow.</source>
        <translation>内存不足：正在重新加载模型，部分层放在内存或磁盘中，速度较慢。</translation>
    </message>
    <message>
        <source>Memory ran out: the pictures are shown smaller, as {after:,} visual tokens instead of {before:,}.</source>
        <translation>内存不足：图片已缩小，视觉 token 由 {before:,} 个减为 {after:,} 个。</translation>
    </message>
    <message>
        <source>Memory ran out: what was kept of earlier turns was dropped, and the answer begins anew.</source>
        <translation>内存不足：之前对话的缓存已丢弃，重新开始回答。</translation>
    </message>
    <message>
        <source>Name the fields that are to be read of each page.</source>
        <translation>请填写要从每页读取的字段。</translation>
    </message>
    <message>
        <source>Name what is to be found on each page.</source>
        <translation>请填写要在每页查找的内容。</translation>
    </message>
    <message>
        <source>No NVIDIA card was found, so models run on the processor.</source>
        <translation>没有找到 NVIDIA 显卡，因此模型在处理器上运行。</translation>
    </message>
    <message>
        <source>No family of models can load this folder; choose another model.</source>
        <translation>没有模型系列能加载此文件夹；请选择其他模型。</translation>
    </message>
    <message>
        <source>No file of boxes was found in {path}: choose another folder.</source>
        <translation>在 {path} 中没有找到方框文件：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>No model is called &quot;{model}&quot;, and it is no folder of a model that Eyebox knows.</source>
        <translation>没有名为“{model}”的模型，它也不是 Eyebox 认识的模型文件夹。</translation>
    </message>
    <message>
        <source>No picture has all of its boxes judged yet: go on with the review, then export again.</source>
        <translation>还没有任何图片的方框全部判定完：请继续审核，然后再导出。</translation>
    </message>
    <message>
        <source>No picture of this review is marked complete: mark them in the review, or export all that are judged.</source>
        <translation>此次审核中没有标记为完成的图片：请在审核中标记，或导出所有已判定的图片。</translation>
    </message>
    <message>
        <source>No secure connection to {host} came about: check its address (https or http) and the proxy.</source>
        <translation>无法与 {host} 建立安全连接：请检查其地址（https 或 http）和代理。</translation>
    </message>
    <message>
        <source>No shape was given a box.</source>
        <translation>没有为任何图形画出方框。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>Nobody asked for this.</source>
        <translation>没有人要求这样做。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Nothing was written: boxes of {picture} were read back elsewhere than they were left. Report this, please.</source>
        <translation>没有写入任何内容：{picture} 的方框读回后位置不符。请报告此问题。</translation>
    </message>
    <message>
        <source>Only {found} of {total} shapes were found.</source>
        <translation>{total} 个图形中只找到了 {found} 个。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许该操作</translation>
    </message>
    <message>
        <source>PDF needs PDFium, which is not installed here; add the model engine again.</source>
        <translation>打开 PDF 需要 PDFium，但这里没有安装；请重新添加模型引擎。</translation>
    </message>
    <message>
        <source>Parts of the model live elsewhere ({memory} in memory, {disk} on disk), which is slow.</source>
        <translation>模型的一部分放在别处（内存 {memory} 个，磁盘 {disk} 个），速度较慢。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to {host}.</source>
        <translation>在您允许发送到 {host} 之前，图片只留在本机。</translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be listened at: {reason}.</source>
        <translation>无法监听端口 {port}：{reason}。</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program: end that one, or choose another port with --port.</source>
        <translation>端口 {port} 已被另一个程序占用：请结束那个程序，或用 --port 选择另一个端口。</translation>
    </message>
    <message>
        <source>Python {version} is downloaded from {host}.</source>
        <translation>将从 {host} 下载 Python {version}。</translation>
    </message>
    <message>
        <source>Python {version} is here already.</source>
        <translation>Python {version} 已在本机。</translation>
    </message>
    <message>
        <source>Python {version} of this machine ({program}) is used.</source>
        <translation>使用本机的 Python {version}（{program}）。</translation>
    </message>
    <message>
        <source>Python {version} was downloaded, but is not in {folder}: try again.</source>
        <translation>Python {version} 已下载，但不在 {folder} 中：请重试。</translation>
    </message>
    <message>
        <source>Quantizing to {to} needs {packages}: {install}</source>
        <translation>量化为 {to} 需要 {packages}：{install}</translation>
    </message>
    <message>
        <source>Quantizing {folder} takes about {takes} of memory, and {free} are free; close other programs, or take a smaller model.</source>
        <translation>量化 {folder} 约需 {takes} 内存，而空闲 {free}；请关闭其他程序，或选择更小的模型。</translation>
    </message>
    <message>
        <source>Ray is not installed: pip install &quot;eyebox[cluster]&quot;.</source>
        <translation>未安装 Ray：pip install &quot;eyebox[cluster]&quot;。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Say what is to be asked about each page.</source>
        <translation>请填写对每页提出的问题。</translation>
    </message>
    <message>
        <source>Say where the results go.</source>
        <translation>请填写结果保存到哪里。</translation>
    </message>
    <message>
        <source>Show at most {pixels:,} pixels a picture</source>
        <translation>请将每张图片限制在 {pixels:,} 像素以内</translation>
    </message>
    <message>
        <source>Show at most {tiles} tiles a picture</source>
        <translation>请将每张图片限制在 {tiles} 个图块以内</translation>
    </message>
    <message>
        <source>Signatures need the package cryptography, which is not installed: add it, or leave the key out.</source>
        <translation>签名需要 cryptography 包，但尚未安装：请安装它，或不使用密钥。</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>发生了意外情况（{kind}）。</translation>
    </message>
    <message>
        <source>Something unexpected happened; {log} says more.</source>
        <translation>发生了意外情况；详情见 {log}。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({reason}).</source>
        <translation>发生了意外错误（{reason}）。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong between Eyebox and its engine.</source>
        <translation>Eyebox 与其引擎之间发生了意外错误。</translation>
    </message>
    <message>
        <source>Teaching {name} so takes about {needed}, and {free} are free. {advice}.</source>
        <translation>这样训练 {name} 约需 {needed}，而空闲 {free}。{advice}。</translation>
    </message>
    <message>
        <source>That region is outside of picture {number}, which goes from [0, 0] to [{across}, {down}].</source>
        <translation>该区域在图片 {number} 之外，图片范围为 [0, 0] 到 [{across}, {down}]。</translation>
    </message>
    <message>
        <source>The Python of the model engine is gone ({path}): add the model engine again.</source>
        <translation>模型引擎的 Python 不见了（{path}）：请重新添加模型引擎。</translation>
    </message>
    <message>
        <source>The adapter in {folder} changes nothing; save it again.</source>
        <translation>{folder} 中的适配器没有任何改动；请重新保存。</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds only half of {layer}; save it again.</source>
        <translation>{folder} 中的适配器只有 {layer} 的一半；请重新保存。</translation>
    </message>
    <message>
        <source>The adapter in {folder} replaces {path}, which can&apos;t be done with quantized or offloaded layers; choose bf16, or merge the adapter first.</source>
        <translation>{folder} 中的适配器要替换 {path}，这对量化或卸载的层无法做到；请选择 bf16，或先合并适配器。</translation>
    </message>
    <message>
        <source>The adapter in {folder} uses {features}, which Eyebox does not compute; train it without, or merge it with the program that made it.</source>
        <translation>{folder} 中的适配器使用了 {features}，Eyebox 不能计算；请在训练时不使用它，或用制作它的程序合并。</translation>
    </message>
    <message>
        <source>The adapter in {folder} was made for another model: {reason}.</source>
        <translation>{folder} 中的适配器是为另一个模型制作的：{reason}。</translation>
    </message>
    <message>
        <source>The answer broke off: {why}</source>
        <translation>回答中断：{why}</translation>
    </message>
    <message>
        <source>The answer of {host} has no end and was cut: ask for fewer tokens.</source>
        <translation>{host} 的回答没有结束，已被截断：请减少词元数。</translation>
    </message>
    <message>
        <source>The answer was cut after {tokens:,} tokens and is no whole JSON: allow longer answers, or ask for fewer fields.</source>
        <translation>回答在 {tokens:,} 个 token 后被截断，不是完整的 JSON：请允许更长的回答，或减少所问的字段。</translation>
    </message>
    <message>
        <source>The arguments of the call are no JSON object.</source>
        <translation>调用的参数不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The batch {name} can&apos;t be used ({reason}).</source>
        <translation>批处理 {name} 无法使用（{reason}）。</translation>
    </message>
    <message>
        <source>The batch {name} is under way in another Eyebox: pause it there first.</source>
        <translation>批处理 {name} 正在另一个 Eyebox 中进行：请先在那里暂停。</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of a picture of another size (about {times} times).</source>
        <translation>方框的坐标属于另一种大小的图片（约 {times} 倍）。</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of the resized picture that the model was shown, not of the original.</source>
        <translation>方框的坐标属于给模型看的缩放图片，而不是原图。</translation>
    </message>
    <message>
        <source>The boxes are in thousandths of the picture, but were taken for pixels.</source>
        <translation>方框的坐标是图片的千分比，却被当成了像素。</translation>
    </message>
    <message>
        <source>The boxes are shifted by about {across} pixels {side} and {down} pixels {height}.</source>
        <translation>方框大约{side}偏移 {across} 像素、{height}偏移 {down} 像素。</translation>
    </message>
    <message>
        <source>The build of torch for Apple silicon is used.</source>
        <translation>使用适用于 Apple 芯片的 torch。</translation>
    </message>
    <message>
        <source>The built-in reader is not there where this model runs.</source>
        <translation>此模型运行的环境中没有内置阅读器。</translation>
    </message>
    <message>
        <source>The call is no JSON of the form {example}.</source>
        <translation>该调用不是 {example} 形式的 JSON。</translation>
    </message>
    <message>
        <source>The captured picture could not be written: {reason}.</source>
        <translation>无法写入截取的图片：{reason}。</translation>
    </message>
    <message>
        <source>The certificate of {host} was refused ({reason}): check this machine&apos;s clock, or the proxy in between.</source>
        <translation>{host} 的证书被拒绝（{reason}）：请检查本机的时钟，或中间的代理。</translation>
    </message>
    <message>
        <source>The chat is {prompt_tokens:,} tokens long, but this model&apos;s context is {context:,} tokens: shorten the text, show fewer or smaller pictures, or start a new chat.</source>
        <translation>对话长 {prompt_tokens:,} 个 token，而此模型的上下文为 {context:,} 个 token：请缩短文字、减少或缩小图片，或新建对话。</translation>
    </message>
    <message>
        <source>The chat template of this model has no place for pictures; choose another model.</source>
        <translation>此模型的对话模板中没有图片的位置；请选择其他模型。</translation>
    </message>
    <message>
        <source>The chat template of this model refuses this chat: {reason}</source>
        <translation>此模型的对话模板拒绝了这段对话：{reason}</translation>
    </message>
    <message>
        <source>The chat template of this model takes too much time or memory, so it is not used; choose another model.</source>
        <translation>此模型的对话模板耗费过多时间或内存，因此不予使用；请选择其他模型。</translation>
    </message>
    <message>
        <source>The cluster gave up: start the same command again, it goes on from here.</source>
        <translation>集群中断了：请再次运行同一命令，它会从这里继续。</translation>
    </message>
    <message>
        <source>The cluster {address} can&apos;t be reached: is Ray started there?</source>
        <translation>无法连接集群 {address}：那里启动 Ray 了吗？</translation>
    </message>
    <message>
        <source>The connection to {host} broke off in the middle of {file}.</source>
        <translation>下载 {file} 的途中，与 {host} 的连接断开了。</translation>
    </message>
    <message>
        <source>The connection to {host} broke: check the network, or try again later.</source>
        <translation>与 {host} 的连接断开了：请检查网络，或稍后重试。</translation>
    </message>
    <message>
        <source>The decoded picture is gone or damaged: open the picture again.</source>
        <translation>解码后的图片丢失或损坏：请重新打开图片。</translation>
    </message>
    <message>
        <source>The desktop does not let Eyebox capture the screen. Allow it in the desktop&apos;s settings for privacy or applications, then try again from Eyebox&apos;s window.</source>
        <translation>桌面不允许 Eyebox 截屏。请在桌面的隐私或应用设置中允许，然后从 Eyebox 窗口重试。</translation>
    </message>
    <message>
        <source>The desktop gave Eyebox no keys: bind a key to the command `eyebox capture` in its keyboard settings.</source>
        <translation>桌面没有给 Eyebox 分配按键：请在键盘设置中把一个按键绑定到命令 `eyebox capture`。</translation>
    </message>
    <message>
        <source>The desktop gave a picture of the screen that is none.</source>
        <translation>桌面给出的屏幕图片无法识别。</translation>
    </message>
    <message>
        <source>The desktop takes keys of a program once while it runs: change them in the desktop&apos;s settings, or start Eyebox again.</source>
        <translation>程序运行期间桌面只接受一次按键设置：请在桌面设置中更改，或重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer: is xdg-desktop-portal running? Log out and in again if it stays so.</source>
        <translation>桌面门户没有响应：xdg-desktop-portal 是否在运行？若一直如此，请注销后重新登录。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal has ended before it answered: try again.</source>
        <translation>桌面门户在答复前已退出：请重试。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal refused: {reason}.</source>
        <translation>桌面门户拒绝了请求：{reason}。</translation>
    </message>
    <message>
        <source>The disk is full, nothing more is saved to {name}: free some space.</source>
        <translation>磁盘已满，不再向 {name} 保存内容：请腾出一些空间。</translation>
    </message>
    <message>
        <source>The disk is full, {name} was not written: free some space and try again.</source>
        <translation>磁盘已满，未能写入 {name}：请腾出一些空间后重试。</translation>
    </message>
    <message>
        <source>The disk is too full to open {path}; make {megabytes:,} MB free in {folder}.</source>
        <translation>磁盘空间不足，无法打开 {path}；请在 {folder} 中腾出 {megabytes:,} MB。</translation>
    </message>
    <message>
        <source>The disk is too full: make {megabytes:,} MB free in {folder}.</source>
        <translation>磁盘空间不足：请在 {folder} 中腾出 {megabytes:,} MB。</translation>
    </message>
    <message>
        <source>The disk of {path} is full; what came is kept: free some space and ask for the download again.</source>
        <translation>{path} 所在磁盘已满；已下载的部分会保留：请腾出一些空间，然后重新下载。</translation>
    </message>
    <message>
        <source>The disk of {path} takes no files of this size: choose another folder for models.</source>
        <translation>{path} 所在磁盘不支持这么大的文件：请为模型选择其他文件夹。</translation>
    </message>
    <message>
        <source>The doctor tried whether this is refused.</source>
        <translation>检查程序试了试这是否会被拒绝。</translation>
    </message>
    <message>
        <source>The download is not finished ({file} is there); let it go on.</source>
        <translation>下载尚未完成（存在 {file}）；请让它继续。</translation>
    </message>
    <message>
        <source>The engine did not understand what it was asked to do.</source>
        <translation>引擎不理解收到的请求。</translation>
    </message>
    <message>
        <source>The engine of downloads</source>
        <translation>下载引擎</translation>
    </message>
    <message>
        <source>The engine that asks servers</source>
        <translation>询问服务器的引擎</translation>
    </message>
    <message>
        <source>The engine that sets up the model engine</source>
        <translation>安装模型引擎的引擎</translation>
    </message>
    <message>
        <source>The engine that teaches models</source>
        <translation>训练模型的引擎</translation>
    </message>
    <message>
        <source>The engine that writes documents</source>
        <translation>写文档的引擎</translation>
    </message>
    <message>
        <source>The engine {role}</source>
        <translation>引擎 {role}</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents are refused connections by a hook in Python. Native code is not held by it: {reason}.</source>
        <translation>打开图片、识别文字、回答问题、查看模型和写入文档的引擎会被 Python 中的钩子拒绝联网。原生代码不受其约束：{reason}。</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents can&apos;t connect: the Linux kernel refuses it to them and to all they start (seccomp). What native code is refused there is not listed.</source>
        <translation>打开图片、识别文字、回答问题、查看模型和写入文档的引擎都无法联网：Linux 内核（seccomp）会拒绝它们及其启动的所有程序。原生代码被拒绝的尝试不会列出。</translation>
    </message>
    <message>
        <source>The experts of this model ({share} % of its weights) stay in 16 bit: bitsandbytes cannot quantize them.</source>
        <translation>此模型的专家（占权重的 {share} %）保持 16 位：bitsandbytes 无法将其量化。</translation>
    </message>
    <message>
        <source>The file of this evaluation is damaged; start it again, answers that were kept are used.</source>
        <translation>这次评测的文件已损坏；请重新开始，已保存的回答会继续使用。</translation>
    </message>
    <message>
        <source>The folder holds torch {version}.</source>
        <translation>该文件夹中有 torch {version}。</translation>
    </message>
    <message>
        <source>The folder holds {package} {version}.</source>
        <translation>该文件夹中有 {package} {version}。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made: check the permissions of the one above it.</source>
        <translation>无法创建文件夹 {folder}：请检查上一级文件夹的权限。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be used: check its permissions.</source>
        <translation>无法使用文件夹 {folder}：请检查其权限。</translation>
    </message>
    <message>
        <source>The graphics card reported an error, and what was loaded on it is gone; try again. The doctor in the Help menu (`eyebox doctor`) tells whether the card works.</source>
        <translation>显卡报告了错误，已加载到显卡上的内容已丢失；请重试。“帮助”菜单中的检查程序（`eyebox doctor`）会说明显卡是否正常。</translation>
    </message>
    <message>
        <source>The hub gives no checksum for {file} of {name}: try another mirror.</source>
        <translation>站点没有给出 {name} 的 {file} 的校验和：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, but config.json wants {wanted}: fetch config and preprocessor_config.json of one model.</source>
        <translation>图像处理器的 {name} 为 {value}，而 config.json 要求 {wanted}：请获取同一个模型的配置和 preprocessor_config.json。</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, which is no size; fetch its file again.</source>
        <translation>图像处理器的 {name} 为 {value}，不是有效的大小；请重新获取其文件。</translation>
    </message>
    <message>
        <source>The index gives no checksum for {name}: try another mirror.</source>
        <translation>软件包索引没有给出 {name} 的校验和：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>The index names a file that is no wheel ({name}): try another mirror.</source>
        <translation>软件包索引列出了不是 wheel 的文件（{name}）：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>The index of the weights is missing: fetch {index}.</source>
        <translation>缺少权重索引：请获取 {index}。</translation>
    </message>
    <message>
        <source>The installed gptqmodel needs torch 2.14 or newer: {install}</source>
        <translation>已安装的 gptqmodel 需要 torch 2.14 或更新版本：{install}</translation>
    </message>
    <message>
        <source>The installed torch has no CUDA: install the build for it from pytorch.org, or choose --device cpu.</source>
        <translation>已安装的 torch 不含 CUDA：请从 pytorch.org 安装对应的版本，或选择 --device cpu。</translation>
    </message>
    <message>
        <source>The installed transformers knows no model that answers about pictures for the type &quot;{model_type}&quot;; update transformers or choose another model.</source>
        <translation>已安装的 transformers 不认识类型为“{model_type}”的看图问答模型；请更新 transformers 或选择其他模型。</translation>
    </message>
    <message>
        <source>The job says something that this Eyebox does not know: {name}.</source>
        <translation>任务中有此版本 Eyebox 不认识的内容：{name}。</translation>
    </message>
    <message>
        <source>The job {kind} is done by the built-in reader: leave the model out.</source>
        <translation>任务 {kind} 由内置读取器完成：请不要指定模型。</translation>
    </message>
    <message>
        <source>The key {file} can&apos;t be read: {reason}.</source>
        <translation>无法读取密钥 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The keyring of this system is locked or does not answer: unlock it and try again.</source>
        <translation>此系统的密钥环已锁定或没有应答：请解锁后重试。</translation>
    </message>
    <message>
        <source>The limit of calls is reached, so this one was not done: answer from what you have seen.</source>
        <translation>调用次数已达上限，未执行此次调用：请根据已看到的内容作答。</translation>
    </message>
    <message>
        <source>The local API can&apos;t be started: {reason}.</source>
        <translation>无法启动本地 API：{reason}。</translation>
    </message>
    <message>
        <source>The local API can&apos;t reach its engines: no socket can be made. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>本地 API 无法连接到它的引擎：无法创建套接字。请把 XDG_RUNTIME_DIR 设为只有您能打开的文件夹，然后重新启动。</translation>
    </message>
    <message>
        <source>The local API has ended by itself. Switch it on again.</source>
        <translation>本地 API 已自行结束。请重新启用。</translation>
    </message>
    <message>
        <source>The local API, which programs on this machine alone can reach.</source>
        <translation>本地 API，只有这台计算机上的程序可以访问。</translation>
    </message>
    <message>
        <source>The look was not possible: {reason}.</source>
        <translation>无法检查：{reason}。</translation>
    </message>
    <message>
        <source>The model computed values that are no numbers: its weights are damaged or do not bear this precision; verify its folder, or choose another precision.</source>
        <translation>模型算出了非数值的结果：其权重已损坏，或不适合此精度；请校验其文件夹，或选择其他精度。</translation>
    </message>
    <message>
        <source>The model engine is being added or removed already, by another window or command: wait for that one.</source>
        <translation>另一个窗口或命令正在添加或移除模型引擎：请等它完成。</translation>
    </message>
    <message>
        <source>The model engine is of another version of Eyebox, or damaged: add it again.</source>
        <translation>模型引擎属于另一个版本的 Eyebox，或已损坏：请重新添加。</translation>
    </message>
    <message>
        <source>The model engine was to be added.</source>
        <translation>您要求添加模型引擎。</translation>
    </message>
    <message>
        <source>The model library&apos;s engine</source>
        <translation>模型库引擎</translation>
    </message>
    <message>
        <source>The model runs on the processor, because it needs at least {needed} on {card}, where {free} can be used.</source>
        <translation>模型在处理器上运行，因为它在 {card} 上至少需要 {needed}，而那里只有 {free} 可用。</translation>
    </message>
    <message>
        <source>The model runs on the processor, because {card} can run it in no precision.</source>
        <translation>模型在处理器上运行，因为 {card} 在任何精度下都无法运行它。</translation>
    </message>
    <message>
        <source>The model stays on the processor, as it was chosen before; {precision} fits on {card} by now and can be chosen.</source>
        <translation>模型仍在处理器上运行，与之前的选择一致；{card} 现在已经放得下 {precision}，可以改选。</translation>
    </message>
    <message>
        <source>The model wanted to look again after {count} rounds, which is the limit.</source>
        <translation>模型在 {count} 轮之后还想再看，已达上限。</translation>
    </message>
    <message>
        <source>The model&apos;s engine</source>
        <translation>模型的引擎</translation>
    </message>
    <message>
        <source>The name {name} is too long: choose a shorter one.</source>
        <translation>名称 {name} 过长：请选择更短的名称。</translation>
    </message>
    <message>
        <source>The name {path} is too long for a pack.</source>
        <translation>名称 {path} 对模型包来说太长。</translation>
    </message>
    <message>
        <source>The new model engine does not answer and was not put in place: try again.</source>
        <translation>新的模型引擎没有应答，未予启用：请重试。</translation>
    </message>
    <message>
        <source>The new model engine does not work ({reason}) and was not put in place: try another build or another source.</source>
        <translation>新的模型引擎不能工作（{reason}），未予启用：请换一个构建版本或来源重试。</translation>
    </message>
    <message>
        <source>The packages could not be chosen from {source}: {reason}.</source>
        <translation>无法从 {source} 选定软件包：{reason}。</translation>
    </message>
    <message>
        <source>The packages could not be installed ({reason}): try again, or another source.</source>
        <translation>无法安装软件包（{reason}）：请重试，或换一个来源。</translation>
    </message>
    <message>
        <source>The picture engine</source>
        <translation>图片引擎</translation>
    </message>
    <message>
        <source>The picture of the screen can&apos;t be read: {reason}.</source>
        <translation>无法读取屏幕图片：{reason}。</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts at their full size.</source>
        <translation>图片先作为整体查看，再分成 {count:,} 个互相重叠的部分以原始大小查看。</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts, shown {shrink} times smaller.</source>
        <translation>图片先作为整体查看，再分成 {count:,} 个互相重叠的部分查看，每部分缩小 {shrink} 倍显示。</translation>
    </message>
    <message>
        <source>The pictures were shown in less detail, as this chat is set: {shown:,} visual tokens instead of {whole:,}.</source>
        <translation>按此对话的设置，图片以较少细节显示：{shown:,} 个视觉词元，而不是 {whole:,} 个。</translation>
    </message>
    <message>
        <source>The process that renders chat templates could not be started; install the model engine again.</source>
        <translation>无法启动处理对话模板的进程；请重新安装模型引擎。</translation>
    </message>
    <message>
        <source>The program&apos;s own Python has torch already, and models go on running there.</source>
        <translation>程序自己的 Python 已有 torch，模型仍在其中运行。</translation>
    </message>
    <message>
        <source>The proxy does not let through to {host} ({reason}): check the proxy.</source>
        <translation>代理不允许访问 {host}（{reason}）：请检查代理。</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be used: give an HTTP proxy, as http://host:port.</source>
        <translation>无法使用代理 {proxy}：请给出 HTTP 代理，形如 http://host:port。</translation>
    </message>
    <message>
        <source>The reader finds no text there.</source>
        <translation>阅读器在该处没有找到文字。</translation>
    </message>
    <message>
        <source>The reader&apos;s engine</source>
        <translation>阅读器引擎</translation>
    </message>
    <message>
        <source>The reader&apos;s models are missing; install the package rapidocr again.</source>
        <translation>缺少阅读器的模型；请重新安装软件包 rapidocr。</translation>
    </message>
    <message>
        <source>The report could not be kept in {folder}: {reason}.</source>
        <translation>无法将报告保存到 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The running Eyebox does not understand this: close it and start it again.</source>
        <translation>正在运行的 Eyebox 不理解此请求：请将其关闭后重新启动。</translation>
    </message>
    <message>
        <source>The schema cannot be used ({reason}); fix it and ask again.</source>
        <translation>无法使用此 schema（{reason}）；请改正后重新提问。</translation>
    </message>
    <message>
        <source>The schema has to be a JSON object, such as {{&quot;type&quot;: &quot;object&quot;}}; fix it and ask again.</source>
        <translation>schema 必须是 JSON 对象，例如 {{&quot;type&quot;: &quot;object&quot;}}；请改正后重新提问。</translation>
    </message>
    <message>
        <source>The schema is not JSON ({reason}); fix it and ask again.</source>
        <translation>schema 不是 JSON（{reason}）；请改正后重新提问。</translation>
    </message>
    <message>
        <source>The schema is not JSON: {reason}.</source>
        <translation>Schema 不是 JSON：{reason}。</translation>
    </message>
    <message>
        <source>The script has a step that does not exist: {step}.</source>
        <translation>脚本中有不存在的步骤：{step}。</translation>
    </message>
    <message>
        <source>The script has no answer to &quot;{question}&quot;.</source>
        <translation>脚本中没有对“{question}”的回答。</translation>
    </message>
    <message>
        <source>The script {path} cannot be read: {reason}.</source>
        <translation>无法读取脚本 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The script {path} is not JSON.</source>
        <translation>脚本 {path} 不是 JSON。</translation>
    </message>
    <message>
        <source>The server engine</source>
        <translation>服务器引擎</translation>
    </message>
    <message>
        <source>The server engine does not run ({reason}): see the details, or use the model engine.</source>
        <translation>服务器引擎未能运行（{reason}）：请查看详细信息，或使用模型引擎。</translation>
    </message>
    <message>
        <source>The session file {name} can&apos;t be opened for writing: check its permissions and those of its folder.</source>
        <translation>无法写入会话文件 {name}：请检查该文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>The session file {path} is damaged and was left as it is: put a copy of it in its place, or set it aside and start with an empty one.</source>
        <translation>会话文件 {path} 已损坏，并保持原样：请用其副本替换它，或将其移开并从空文件开始。</translation>
    </message>
    <message>
        <source>The settings cannot be saved to {file} ({reason}); they hold until you close Eyebox.</source>
        <translation>无法将设置保存到 {file}（{reason}）；这些设置在关闭 Eyebox 之前有效。</translation>
    </message>
    <message>
        <source>The settings in {file} are damaged ({reason}); the defaults are used.</source>
        <translation>{file} 中的设置已损坏（{reason}）；将使用默认设置。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read ({reason}); the defaults are used.</source>
        <translation>无法读取 {file} 中的设置（{reason}）；将使用默认设置。</translation>
    </message>
    <message>
        <source>The settings were damaged and are kept as {file}; the defaults are used.</source>
        <translation>设置已损坏，已另存为 {file}；将使用默认设置。</translation>
    </message>
    <message>
        <source>The signature of {file} is wrong, so nothing of it is unpacked.</source>
        <translation>{file} 的签名不正确，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>The small pictures of the boxes are gone: they will be made again.</source>
        <translation>方框的小图已不存在：将重新生成。</translation>
    </message>
    <message>
        <source>The state of the teaching in {folder} can&apos;t be read; begin anew under another name.</source>
        <translation>无法读取 {folder} 中的训练状态；请换一个名称重新开始。</translation>
    </message>
    <message>
        <source>The teaching in {folder} was begun with another model or other data: leave them out, or choose another name.</source>
        <translation>{folder} 中的训练是用另一个模型或其他数据开始的：请不要给出它们，或换一个名称。</translation>
    </message>
    <message>
        <source>The thumbnail {file} could not be written.</source>
        <translation>无法写入缩略图 {file}。</translation>
    </message>
    <message>
        <source>The token can&apos;t be kept in {file}: {reason}.</source>
        <translation>令牌无法保存到 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} knows more tokens than the weights: fetch both of one model.</source>
        <translation>{folder} 中的分词器比权重认识更多的 token：请获取同一个模型的两者。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} writes the places of pictures otherwise than the model: fetch both of one model.</source>
        <translation>{folder} 中的分词器写图片位置的方式与模型不同：请从同一个模型获取两者。</translation>
    </message>
    <message>
        <source>The tokenizer is missing: fetch tokenizer.json and tokenizer_config.json.</source>
        <translation>缺少分词器：请获取 tokenizer.json 和 tokenizer_config.json。</translation>
    </message>
    <message>
        <source>The tokenizer of {folder} has no {token}; download the model again.</source>
        <translation>{folder} 的分词器中没有 {token}；请重新下载模型。</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files disagree about &quot;{text}&quot;; download the model again.</source>
        <translation>分词器的各文件对“{text}”的说明不一致；请重新下载模型。</translation>
    </message>
    <message>
        <source>The vision tower has {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>视觉塔有 {found} 层，而 config.json 要求 {wanted} 层：该配置属于另一个模型；请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>The weights are in the GGUF format, which Eyebox does not run; choose the safetensors version.</source>
        <translation>权重为 GGUF 格式，Eyebox 不能运行；请选择 safetensors 版本。</translation>
    </message>
    <message>
        <source>The weights are missing: there is no model.safetensors; fetch the model again.</source>
        <translation>缺少权重：没有 model.safetensors；请重新获取模型。</translation>
    </message>
    <message>
        <source>The weights are missing: {file} is no model.safetensors; fetch the model again.</source>
        <translation>缺少权重：{file} 不是 model.safetensors；请重新获取模型。</translation>
    </message>
    <message>
        <source>The weights are quantized on disk ({method}): choose {precision}, or the BF16 version of this model.</source>
        <translation>磁盘上的权重已量化 ({method})：请选择 {precision}，或此模型的 BF16 版本。</translation>
    </message>
    <message>
        <source>The weights are stored as {precision}, which Eyebox does not run; choose the BF16 version of this model.</source>
        <translation>权重以 {precision} 存储，Eyebox 不能运行；请选择此模型的 BF16 版本。</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq) and were unpacked to {precision}.</source>
        <translation>权重以 4 位 (gptq) 存储，已解包为 {precision}。</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq), and were unpacked and made int8.</source>
        <translation>权重以 4 位 (gptq) 存储，已解包并转为 int8。</translation>
    </message>
    <message>
        <source>The weights have no input embeddings (embed_tokens); fetch them again.</source>
        <translation>权重中没有输入嵌入 (embed_tokens)；请重新获取权重。</translation>
    </message>
    <message>
        <source>The weights have no output layer (lm_head); fetch them again.</source>
        <translation>权重中没有输出层 (lm_head)；请重新获取权重。</translation>
    </message>
    <message>
        <source>The weights have no vision tower; fetch them again.</source>
        <translation>权重中没有视觉塔；请重新获取权重。</translation>
    </message>
    <message>
        <source>The weights have {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>权重有 {found} 层，而 config.json 要求 {wanted} 层：该配置属于另一个模型；请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not belong to its config.json ({reason}); download the model again.</source>
        <translation>{folder} 中的权重与其 config.json 不符（{reason}）；请重新下载模型。</translation>
    </message>
    <message>
        <source>The weights in {folder} hold numbers that are not finite (in {name}); download the model again.</source>
        <translation>{folder} 中的权重含有非有限数值（在 {name} 中）；请重新下载模型。</translation>
    </message>
    <message>
        <source>The weights lack {name}; fetch them again.</source>
        <translation>权重缺少 {name}；请重新获取权重。</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are missing; fetch them again.</source>
        <translation>缺少第 {layer} 层的权重；请重新获取权重。</translation>
    </message>
    <message>
        <source>The weights were unpacked and made NF4, because no kernel takes them as they are ({reason}).</source>
        <translation>权重已解包并转为 NF4，因为没有内核能直接使用它们（{reason}）。</translation>
    </message>
    <message>
        <source>The window and the command line connect to nobody; a hook in Python refuses it and records it. A display or message bus on another machine, where you set one up, is reached by the system&apos;s own libraries.</source>
        <translation>窗口和命令行不连接任何地址；Python 中的钩子会拒绝并记录这类尝试。如果您设置了位于其他机器上的显示器或消息总线，则由系统自身的库访问。</translation>
    </message>
    <message>
        <source>The {part} has {found} layers in the weights, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>权重中的{part}有 {found} 层，而 config.json 要求 {wanted} 层：该配置属于另一个模型；请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>There are only questions about videos; save frames as pictures and ask about these.</source>
        <translation>这里只有关于视频的问题；请将画面存为图片后再提问。</translation>
    </message>
    <message>
        <source>There is no Apple GPU here; choose --device cpu.</source>
        <translation>这里没有 Apple GPU；请选择 --device cpu。</translation>
    </message>
    <message>
        <source>There is no CUDA card here; choose --device cpu.</source>
        <translation>这里没有 CUDA 显卡；请选择 --device cpu。</translation>
    </message>
    <message>
        <source>There is no Python {version} here for these wheels: install it, or put a standalone one (cpython-*-install_only.tar.gz) into {folder}.</source>
        <translation>本机没有适用于这些 wheel 的 Python {version}：请安装它，或将独立版 (cpython-*-install_only.tar.gz) 放入 {folder}。</translation>
    </message>
    <message>
        <source>There is no X server whose keys could be listened to.</source>
        <translation>没有可以监听按键的 X 服务器。</translation>
    </message>
    <message>
        <source>There is no batch {name}; eyebox batch list shows them.</source>
        <translation>没有名为 {name} 的批处理；eyebox batch list 会列出全部。</translation>
    </message>
    <message>
        <source>There is no card {device} here; choose --device cpu.</source>
        <translation>这里没有显卡 {device}；请选择 --device cpu。</translation>
    </message>
    <message>
        <source>There is no conversation to learn from{first}.</source>
        <translation>没有可供学习的对话{first}。</translation>
    </message>
    <message>
        <source>There is no family {name}: give one as qwen2_5_vl, qwen3_vl or internvl.</source>
        <translation>没有名为 {name} 的系列：请使用 qwen2_5_vl、qwen3_vl 或 internvl 等名称。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>没有文件或文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder of a model.</source>
        <translation>没有文件夹 {folder}：请给出模型的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder that holds a standalone Python.</source>
        <translation>没有文件夹 {folder}：请给出含独立版 Python 的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder with the wheels, or the address of an index.</source>
        <translation>没有文件夹 {folder}：请给出含 wheel 的文件夹，或软件包索引的地址。</translation>
    </message>
    <message>
        <source>There is no job {kind}: choose one of {kinds}.</source>
        <translation>没有名为 {kind} 的任务：请选择 {kinds} 之一。</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; check HF_TOKEN.</source>
        <translation>{host} 上没有模型 {name}：请检查名称和 HF_TOKEN。</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; if it is private or gated, set HF_TOKEN.</source>
        <translation>{host} 上没有模型 {name}：请检查名称；如果它是私有或受限的，请设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>There is no page to write into a PDF file.</source>
        <translation>没有可写入 PDF 文件的页面。</translation>
    </message>
    <message>
        <source>There is no picture {number}: pictures of the chat: {count}.</source>
        <translation>没有图片 {number}：对话中的图片数：{count}。</translation>
    </message>
    <message>
        <source>There is no server called &quot;{name}&quot;: add it (eyebox endpoints add NAME URL), or choose another.</source>
        <translation>没有名为“{name}”的服务器：请添加（eyebox endpoints add NAME URL）或选择其他服务器。</translation>
    </message>
    <message>
        <source>There is no session bus, by which the desktop could be asked: start Eyebox from the desktop.</source>
        <translation>没有会话总线，无法向桌面提出请求：请从桌面启动 Eyebox。</translation>
    </message>
    <message>
        <source>There is no such region yet: capture one first, and give it a name from its bar.</source>
        <translation>还没有这样的区域：请先截取一个，并在其工具条上为它命名。</translation>
    </message>
    <message>
        <source>There is no template of ignored parts called {name} (there are: {known}). Save one in the window.</source>
        <translation>没有名为 {name} 的忽略部分模板（现有：{known}）。请在窗口中保存一个。</translation>
    </message>
    <message>
        <source>There is no tool {name}; there are {tools}.</source>
        <translation>没有工具 {name}；可用的有 {tools}。</translation>
    </message>
    <message>
        <source>There is no torch for Macs with Intel processors any more: the built-in reader still reads here.</source>
        <translation>已不再有适用于 Intel 处理器 Mac 的 torch：内置阅读器仍可使用。</translation>
    </message>
    <message>
        <source>There is no wheel of {package} for this machine: try another source.</source>
        <translation>没有适用于本机的 {package} wheel：请换一个来源重试。</translation>
    </message>
    <message>
        <source>There is not enough memory for this question; ask about fewer or smaller pictures, or choose a smaller model.</source>
        <translation>内存不足以回答此问题；请减少或缩小图片，或选择更小的模型。</translation>
    </message>
    <message>
        <source>There is not enough memory to load {name}; choose int8 or int4, or let layers be offloaded.</source>
        <translation>内存不足，无法加载 {name}；请选择 int8 或 int4，或允许卸载层。</translation>
    </message>
    <message>
        <source>There is not enough memory to open this picture; close other programs, or make it smaller.</source>
        <translation>内存不足，无法打开此图片；请关闭其他程序，或缩小图片。</translation>
    </message>
    <message>
        <source>There is not enough memory to open {path}; close other programs, or make it smaller.</source>
        <translation>内存不足，无法打开 {path}；请关闭其他程序，或缩小图片。</translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>内存不足；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>There is nothing to ask: {missing} of the pictures were not found, and the others have no boxes, or no questions.</source>
        <translation>没有可提问的内容：有 {missing} 张图片没有找到，其余图片没有方框或没有问题。</translation>
    </message>
    <message>
        <source>There is too little memory for the buffers of CUDA graphs.</source>
        <translation>显存不足，无法为 CUDA 图分配缓冲区。</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>This InternVL has a language model of the type &quot;{kind}&quot;, which Eyebox reads only from a version for transformers; choose one whose name ends in &quot;-hf&quot;.</source>
        <translation>此 InternVL 的语言模型类型为“{kind}”，Eyebox 只支持其 transformers 版本；请选择名称以“-hf”结尾的版本。</translation>
    </message>
    <message>
        <source>This InternVL is older than InternVL2, which Eyebox does not run; choose InternVL2 or newer.</source>
        <translation>此 InternVL 早于 InternVL2，Eyebox 不能运行；请选择 InternVL2 或更新版本。</translation>
    </message>
    <message>
        <source>This desktop has no portal for it: install xdg-desktop-portal and the part for your desktop, or bind a key to the command `eyebox capture` and paste screenshots of the system with Ctrl+V.</source>
        <translation>此桌面没有相应的门户：请安装 xdg-desktop-portal 及适合您桌面的部分，或把一个按键绑定到命令 `eyebox capture`，并用 Ctrl+V 粘贴系统截图。</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;qwen&quot;); choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>这是纯文本模型（“qwen”）；请选择 Qwen-VL 或 Qwen-VL-Chat。</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;{kind}&quot;); choose one that looks at pictures.</source>
        <translation>这是纯文本模型（“{kind}”）；请选择能看图的模型。</translation>
    </message>
    <message>
        <source>This is not a picture that Eyebox can open: use a PNG, JPEG, WebP, TIFF, BMP or GIF.</source>
        <translation>这不是 Eyebox 能打开的图片：请使用 PNG、JPEG、WebP、TIFF、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>This is only an adapter (LoRA): load its base model and give this folder as the adapter.</source>
        <translation>这只是适配器 (LoRA)：请加载其基础模型，并将此文件夹指定为适配器。</translation>
    </message>
    <message>
        <source>This is that region of picture {number} at full resolution. Boxes that you give lie on picture {number}.</source>
        <translation>这是图片 {number} 的该区域，为完整分辨率。你给出的框仍位于图片 {number} 上。</translation>
    </message>
    <message>
        <source>This keyboard has no key for {keys}: choose another.</source>
        <translation>这个键盘没有 {keys} 对应的按键，请换一个。</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>此模型</translation>
    </message>
    <message>
        <source>This model (&quot;{kind}&quot;) works only with program code of its own, which Eyebox never runs; choose a version for transformers (often its name ends in &quot;-hf&quot;).</source>
        <translation>此模型（“{kind}”）需要运行自带的程序代码，Eyebox 从不运行这类代码；请选择适用于 transformers 的版本（名称通常以“-hf”结尾）。</translation>
    </message>
    <message>
        <source>This model can&apos;t be shown these pictures: {reason}</source>
        <translation>无法给此模型看这些图片：{reason}</translation>
    </message>
    <message>
        <source>This model cannot run here.</source>
        <translation>此模型无法在这里运行。</translation>
    </message>
    <message>
        <source>This model folder has no chat template, so it can&apos;t be asked anything; choose another.</source>
        <translation>此模型文件夹中没有对话模板，因此无法提问；请选择其他模型。</translation>
    </message>
    <message>
        <source>This model has no token that ends an answer, so it can&apos;t be taught.</source>
        <translation>此模型没有结束回答的词元，因此无法训练。</translation>
    </message>
    <message>
        <source>This model is being evaluated by another Eyebox; wait until that has ended, or pause it.</source>
        <translation>另一个 Eyebox 正在评测这个模型；请等它结束，或先将其暂停。</translation>
    </message>
    <message>
        <source>This model knows no tools, so it answers from what it sees at once.</source>
        <translation>此模型不会使用工具，因此只根据第一眼所见作答。</translation>
    </message>
    <message>
        <source>This model knows no tools: ask it without them, or choose another model.</source>
        <translation>该模型不支持工具：请不带工具提问，或选择其他模型。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer cannot be used with a JSON schema; ask without one.</source>
        <translation>此模型的分词器不能与 JSON schema 一起使用；请不带 schema 提问。</translation>
    </message>
    <message>
        <source>This pack is not signed, but a key was asked for.</source>
        <translation>此模型包没有签名，但要求了密钥。</translation>
    </message>
    <message>
        <source>This pack was signed by {found}, not by {wanted}.</source>
        <translation>此模型包由 {found} 签名，而不是 {wanted}。</translation>
    </message>
    <message>
        <source>This page takes too long to be taken in; save it as a picture in another program first.</source>
        <translation>此页载入时间过长；请先用其他程序把它另存为图片。</translation>
    </message>
    <message>
        <source>This part of Eyebox needs no network.</source>
        <translation>Eyebox 的这一部分不需要网络。</translation>
    </message>
    <message>
        <source>This password does not open {path}; try another one.</source>
        <translation>此密码打不开 {path}；请换一个密码。</translation>
    </message>
    <message>
        <source>This session is gone: open another one from the list of sessions.</source>
        <translation>此会话已不存在：请从会话列表中打开其他会话。</translation>
    </message>
    <message>
        <source>This text has {count:,} characters, and {most:,} of it fit into a QR code. Select less of it.</source>
        <translation>此文字有 {count:,} 个字符，二维码只能容纳其中 {most:,} 个。请少选一些。</translation>
    </message>
    <message>
        <source>This video takes too long to be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>解码此视频耗时过长；请先用其他程序存为 MP4（H.264）。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Videos need OpenCV, which is not installed here.</source>
        <translation>视频需要 OpenCV，此处未安装。</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too long to set up; download the model again, or choose another.</source>
        <translation>按 {folder} 中的文件建立模型耗时过长；请重新下载模型，或选择其他模型。</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too much memory to set up; download the model again, or choose another.</source>
        <translation>按 {folder} 中的文件建立模型占用过多内存；请重新下载模型，或选择其他模型。</translation>
    </message>
    <message>
        <source>Windows keeps the Print Screen key for its own snipping tool: switch that off under Settings, Accessibility, Keyboard, or choose other keys.</source>
        <translation>Windows 把 Print Screen 键留给了自带的截图工具：请在“设置 &gt; 辅助功能 &gt; 键盘”中关闭，或选择其他按键。</translation>
    </message>
    <message>
        <source>You may not read {path}; change its permissions or copy it elsewhere.</source>
        <translation>您无权读取 {path}；请更改其权限，或将其复制到别处。</translation>
    </message>
    <message>
        <source>You opened this link.</source>
        <translation>您打开了此链接。</translation>
    </message>
    <message>
        <source>a box is on a picture that it does not have</source>
        <translation>有方框所在的图片不存在</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>a file is still coming</source>
        <translation>还有文件正在下载</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>a page has over {most:,} lines</source>
        <translation>一页超过 {most:,} 行</translation>
    </message>
    <message>
        <source>a picture has over {most:,} boxes</source>
        <translation>一张图片超过 {most:,} 个方框</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>a tag is far too long</source>
        <translation>某个标签太长</translation>
    </message>
    <message>
        <source>adapter_config.json makes transformers load an adapter over the model; move the adapter&apos;s files into a folder of their own.</source>
        <translation>adapter_config.json 会让 transformers 在模型上加载适配器；请将适配器的文件移到单独的文件夹。</translation>
    </message>
    <message>
        <source>add the model engine (Models, or eyebox models engine add)</source>
        <translation>请添加模型引擎（“模型”页，或 eyebox models engine add）</translation>
    </message>
    <message>
        <source>add the model engine again with them (Models, or eyebox models engine add --wheels FOLDER)</source>
        <translation>请重新添加含有它们的模型引擎（“模型”页，或 eyebox models engine add --wheels FOLDER）</translation>
    </message>
    <message>
        <source>an extension of tar</source>
        <translation>tar 扩展</translation>
    </message>
    <message>
        <source>annotation {annotation} belongs to no image</source>
        <translation>标注 {annotation} 不属于任何图片</translation>
    </message>
    <message>
        <source>another program answers on its port</source>
        <translation>它的端口上响应的是另一个程序</translation>
    </message>
    <message>
        <source>audio_tokenizer_config.json makes transformers load another model; remove it, since Eyebox does not listen.</source>
        <translation>audio_tokenizer_config.json 会让 transformers 加载另一个模型；Eyebox 不处理声音，请将其删除。</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>boxes marked as a crowd</source>
        <translation>标为“人群（crowd）”的方框</translation>
    </message>
    <message>
        <source>boxes marked as difficult</source>
        <translation>标为“困难”的方框</translation>
    </message>
    <message>
        <source>boxes on pictures whose size is not known</source>
        <translation>尺寸未知的图片上的方框</translation>
    </message>
    <message>
        <source>boxes on pictures whose text was read</source>
        <translation>已识别文字的图片上的方框</translation>
    </message>
    <message>
        <source>boxes that are cut at the edge of their picture</source>
        <translation>在图片边缘被裁切的方框</translation>
    </message>
    <message>
        <source>boxes that moved by over a pixel, as the model counts in coarser steps</source>
        <translation>因模型坐标较粗而移动超过一个像素的方框</translation>
    </message>
    <message>
        <source>boxes whose corners can&apos;t be used</source>
        <translation>坐标无法使用的方框</translation>
    </message>
    <message>
        <source>boxes with a description, a group or flags</source>
        <translation>带说明、分组或标记的方框</translation>
    </message>
    <message>
        <source>boxes with attributes</source>
        <translation>带属性的方框</translation>
    </message>
    <message>
        <source>boxes without an area inside of their picture, or written twice</source>
        <translation>在图片内没有面积或重复写出的方框</translation>
    </message>
    <message>
        <source>boxes without width or height</source>
        <translation>没有宽度或高度的方框</translation>
    </message>
    <message>
        <source>changes to fused experts</source>
        <translation>对融合专家的改动</translation>
    </message>
    <message>
        <source>changes to single tokens</source>
        <translation>对单个 token 的改动</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>circles, lines and points</source>
        <translation>圆、线和点</translation>
    </message>
    <message>
        <source>config.json does not say which type of model this is; fetch it again.</source>
        <translation>config.json 没有说明这是哪种模型；请重新获取。</translation>
    </message>
    <message>
        <source>config.json in {folder} describes a model with far more weights than its files hold: config and weights belong to different models; fetch both of one model.</source>
        <translation>{folder} 中的 config.json 描述的模型权重远多于文件中的权重：配置和权重属于不同的模型；请获取同一个模型的两者。</translation>
    </message>
    <message>
        <source>config.json in {folder} has no usable &quot;{key}&quot;; fetch it again.</source>
        <translation>{folder} 中的 config.json 没有可用的“{key}”；请重新获取。</translation>
    </message>
    <message>
        <source>config.json is missing; fetch it again.</source>
        <translation>缺少 config.json；请重新获取。</translation>
    </message>
    <message>
        <source>config.json says &quot;{model_type}&quot;, but the weights are of another kind ({others}): fetch config and weights of one model.</source>
        <translation>config.json 写的是“{model_type}”，但权重属于另一种模型（{others}）：请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>config.json says that &quot;{key}&quot; is {value}, far beyond its weights: config and weights belong to different models; fetch both of one model.</source>
        <translation>config.json 中“{key}”为 {value}，远超其权重：配置和权重属于不同的模型；请获取同一个模型的两者。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出代码 {code}</translation>
    </message>
    <message>
        <source>gptqmodel can&apos;t quantize models of the type {kind}; choose nf4, or a model of a Qwen or InternVL family.</source>
        <translation>gptqmodel 无法量化 {kind} 类型的模型；请选择 nf4，或 Qwen、InternVL 系列的模型。</translation>
    </message>
    <message>
        <source>it begins with &lt;{tag}&gt;, not with &lt;{root}&gt;</source>
        <translation>它以 &lt;{tag}&gt; 开头，而不是 &lt;{root}&gt;</translation>
    </message>
    <message>
        <source>it declares a document type, which is not read</source>
        <translation>它声明了文档类型，不会读取</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>它没有及时响应</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>它已结束</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>它没有任何说明就结束了</translation>
    </message>
    <message>
        <source>it got no better on what was held out</source>
        <translation>在留出的数据上没有再变好</translation>
    </message>
    <message>
        <source>it has boxes that wait for a verdict or are unsure</source>
        <translation>它有等待判定或不确定的方框</translation>
    </message>
    <message>
        <source>it has fewer boxes or names than places for them</source>
        <translation>方框或名称少于为其预留的位置</translation>
    </message>
    <message>
        <source>it has no conversation</source>
        <translation>没有对话</translation>
    </message>
    <message>
        <source>it has no rejected answer</source>
        <translation>没有被拒绝的回答</translation>
    </message>
    <message>
        <source>it holds neither labels nor pictures</source>
        <translation>其中既没有标签也没有图片</translation>
    </message>
    <message>
        <source>it holds no answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>it is about a video; models are taught with pictures here: save its frames as pictures</source>
        <translation>它是关于视频的；这里只能用图片训练模型：请将其各帧保存为图片</translation>
    </message>
    <message>
        <source>it is in {file}</source>
        <translation>它在 {file} 中</translation>
    </message>
    <message>
        <source>it is no review of Eyebox, or one of a newer version</source>
        <translation>它不是 Eyebox 的审核，或来自更新的版本</translation>
    </message>
    <message>
        <source>it is not a sound table ({reason})</source>
        <translation>表格有误（{reason}）</translation>
    </message>
    <message>
        <source>it is not marked complete in the review</source>
        <translation>它在审核中未标为完整</translation>
    </message>
    <message>
        <source>it is not trusted</source>
        <translation>它不受信任</translation>
    </message>
    <message>
        <source>it is of CVAT for video; export it for images</source>
        <translation>这是 CVAT 视频格式；请以图像格式导出</translation>
    </message>
    <message>
        <source>it is {tokens:,} tokens long, and the model&apos;s context is {context:,}</source>
        <translation>长 {tokens:,} 个词元，而模型的上下文为 {context:,}</translation>
    </message>
    <message>
        <source>it knows no {tensor}</source>
        <translation>它没有 {tensor}</translation>
    </message>
    <message>
        <source>it names {marks} pictures and has {count}</source>
        <translation>提到 {marks} 张图片，而实际有 {count} 张</translation>
    </message>
    <message>
        <source>it needs {tensor}</source>
        <translation>它需要 {tensor}</translation>
    </message>
    <message>
        <source>it was ended by hand</source>
        <translation>被手动结束</translation>
    </message>
    <message>
        <source>it writes no text</source>
        <translation>它没有写出任何文字</translation>
    </message>
    <message>
        <source>its boxes are in another family&apos;s form, among other text</source>
        <translation>其方框采用另一系列的形式，夹在其他文字中</translation>
    </message>
    <message>
        <source>its download has not ended</source>
        <translation>下载尚未结束</translation>
    </message>
    <message>
        <source>its encoding is not known</source>
        <translation>其编码无法识别</translation>
    </message>
    <message>
        <source>its first row names no columns picture, what, text, x1, y1, x2, y2</source>
        <translation>第一行没有 picture, what, text, x1, y1, x2, y2 这些列名</translation>
    </message>
    <message>
        <source>its picture {name} was not found</source>
        <translation>找不到其图片 {name}</translation>
    </message>
    <message>
        <source>its size is not known, or models refuse it</source>
        <translation>它的尺寸未知，或模型不接受</translation>
    </message>
    <message>
        <source>its two answers are the same</source>
        <translation>两个回答相同</translation>
    </message>
    <message>
        <source>its weights are missing</source>
        <translation>缺少权重</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <translation>被 {signal} 终止</translation>
    </message>
    <message>
        <source>killed by {signal}, often because memory ran out</source>
        <translation>被 {signal} 终止，通常是因为内存不足</translation>
    </message>
    <message>
        <source>labels of boxes</source>
        <translation>方框的标签</translation>
    </message>
    <message>
        <source>labels with line breaks, or with what models take for markup</source>
        <translation>含换行或模型标记的标签</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>layers that stand twice</source>
        <translation>重复的层</translation>
    </message>
    <message>
        <source>line {line} is no sound XML</source>
        <translation>第 {line} 行不是有效的 XML</translation>
    </message>
    <message>
        <source>line {line} is no sound YAML</source>
        <translation>第 {line} 行不是有效的 YAML</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>line {number} is far too long</source>
        <translation>第 {number} 行太长</translation>
    </message>
    <message>
        <source>macOS does not let Eyebox see the screen: allow it under System Settings, Privacy and Security, Screen Recording, and start Eyebox again.</source>
        <translation>macOS 不允许 Eyebox 查看屏幕：请在“系统设置 &gt; 隐私与安全性 &gt; 屏幕录制”中允许，然后重新启动 Eyebox。</translation>
    </message>
    <message>
        <source>no box that a model proposed on it was corrected</source>
        <translation>其上没有更正过模型提出的框</translation>
    </message>
    <message>
        <source>no file has it</source>
        <translation>没有文件包含它</translation>
    </message>
    <message>
        <source>none of its lines is the number of a class and places</source>
        <translation>没有一行是类别编号和坐标</translation>
    </message>
    <message>
        <source>one of its boxes has no area</source>
        <translation>有一个方框没有面积</translation>
    </message>
    <message>
        <source>one of its boxes reaches out of its picture</source>
        <translation>有一个方框超出图片</translation>
    </message>
    <message>
        <source>one of its turns is neither a question nor an answer</source>
        <translation>有一轮既不是提问也不是回答</translation>
    </message>
    <message>
        <source>only Linux has such a filter</source>
        <translation>只有 Linux 才有这样的过滤器</translation>
    </message>
    <message>
        <source>outlines of boxes that lean or have more corners</source>
        <translation>倾斜或多边形方框的轮廓</translation>
    </message>
    <message>
        <source>pictures that EXIF turns, which some trainers don&apos;t: save those upright before you train</source>
        <translation>由 EXIF 旋转的图片，部分训练程序不会旋转：训练前请另存为正立的图片</translation>
    </message>
    <message>
        <source>pictures that are not marked complete</source>
        <translation>未标记为完成的图片</translation>
    </message>
    <message>
        <source>pictures whose size is not known</source>
        <translation>尺寸未知的图片</translation>
    </message>
    <message>
        <source>pictures whose size is not known, or which the model refuses</source>
        <translation>尺寸未知或模型不接受的图片</translation>
    </message>
    <message>
        <source>pictures with boxes that wait for a verdict or are unsure</source>
        <translation>有方框待判定或不确定的图片</translation>
    </message>
    <message>
        <source>pictures with read text</source>
        <translation>已识别文字的图片</translation>
    </message>
    <message>
        <source>pictures without boxes</source>
        <translation>没有方框的图片</translation>
    </message>
    <message>
        <source>pip install {packages}</source>
        <translation>pip install {packages}</translation>
    </message>
    <message>
        <source>preprocessor_config.json is missing; fetch it again.</source>
        <translation>缺少 preprocessor_config.json；请重新获取。</translation>
    </message>
    <message>
        <source>records about videos, which have no boxes</source>
        <translation>关于视频的记录（没有框）</translation>
    </message>
    <message>
        <source>rotated boxes, shown by their outlines</source>
        <translation>旋转的方框（以轮廓显示）</translation>
    </message>
    <message>
        <source>rotations of boxes, which many programs ignore</source>
        <translation>方框的旋转角度（许多程序会忽略）</translation>
    </message>
    <message>
        <source>scores of boxes</source>
        <translation>方框的分数</translation>
    </message>
    <message>
        <source>shapes of kinds that are only kept</source>
        <translation>仅保留、不显示的形状</translation>
    </message>
    <message>
        <source>task {number}</source>
        <translation>任务 {number}</translation>
    </message>
    <message>
        <source>text of pictures that were not read</source>
        <translation>未读取图片的文字</translation>
    </message>
    <message>
        <source>the id {id} of category {category} is taken twice</source>
        <translation>类别 {category} 的编号 {id} 重复</translation>
    </message>
    <message>
        <source>the id {id} of image {image} is taken twice</source>
        <translation>图片 {image} 的 id {id} 重复</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>这条记录</translation>
    </message>
    <message>
        <source>the {key} of task {number}</source>
        <translation>任务 {number} 的 {key}</translation>
    </message>
    <message>
        <source>their shapes differ</source>
        <translation>形状不一致</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>一段也没有</translation>
    </message>
    <message>
        <source>there is no page (ocr_page)</source>
        <translation>没有页面（ocr_page）</translation>
    </message>
    <message>
        <source>there is no {layer} in this one</source>
        <translation>此模型中没有 {layer}</translation>
    </message>
    <message>
        <source>this kernel offers no seccomp filter</source>
        <translation>此内核不提供 seccomp 过滤器</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>this model has no form of its own for boxes</source>
        <translation>此模型没有自己的方框形式</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>向左</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>tokenizer.json cannot be read: {reason}.</source>
        <translation>无法读取 tokenizer.json：{reason}。</translation>
    </message>
    <message>
        <source>tokenizer.json is damaged or cut short; fetch it again.</source>
        <translation>tokenizer.json 已损坏或不完整；请重新获取。</translation>
    </message>
    <message>
        <source>torch is not installed: {install}</source>
        <translation>未安装 torch：{install}</translation>
    </message>
    <message>
        <source>transformers 5 or newer is needed: {install}</source>
        <translation>需要 transformers 5 或更新版本：{install}</translation>
    </message>
    <message>
        <source>up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>vLLM brings a torch of its own.</source>
        <translation>vLLM 自带一份 torch。</translation>
    </message>
    <message>
        <source>vLLM needs an NVIDIA card, and none was found here.</source>
        <translation>vLLM 需要 NVIDIA 显卡，而这里没有找到。</translation>
    </message>
    <message>
        <source>vision tower</source>
        <translation>视觉塔</translation>
    </message>
    <message>
        <source>what it holds for {layer} is no LoRA of a linear layer</source>
        <translation>其中 {layer} 的内容不是线性层的 LoRA</translation>
    </message>
    <message>
        <source>x and y of the boxes are swapped.</source>
        <translation>方框的 x 和 y 颠倒了。</translation>
    </message>
    <message>
        <source>{address} is no address of a hub: it looks like https://huggingface.co.</source>
        <translation>{address} 不是站点的地址：地址形如 https://huggingface.co。</translation>
    </message>
    <message>
        <source>{address} is no address of packages: it looks like https://pypi.org/simple.</source>
        <translation>{address} 不是软件包的地址：地址形如 https://pypi.org/simple。</translation>
    </message>
    <message>
        <source>{advice} ({size}).</source>
        <translation>{advice}（{size}）。</translation>
    </message>
    <message>
        <source>{before} was kept because it was chosen before; {now} fits into the memory by now and can be chosen.</source>
        <translation>沿用了之前选择的 {before}；现在内存已放得下 {now}，可以选择。</translation>
    </message>
    <message>
        <source>{build} was asked for.</source>
        <translation>已指定 {build}。</translation>
    </message>
    <message>
        <source>{card} does not compute in BF16 itself; fp16 is faster on it.</source>
        <translation>{card} 本身不支持 BF16 计算；在它上面 fp16 更快。</translation>
    </message>
    <message>
        <source>{card} is older than Turing, which only the builds for CUDA 12.6 know.</source>
        <translation>{card} 早于 Turing 架构，只有 CUDA 12.6 的版本支持它。</translation>
    </message>
    <message>
        <source>{card} is too old for CUDA 12: update the driver, or models run on the processor.</source>
        <translation>{card} 对 CUDA 12 来说太旧：请更新驱动，否则模型在处理器上运行。</translation>
    </message>
    <message>
        <source>{card} runs CUDA 12; from driver {driver} on it would be CUDA 13.</source>
        <translation>{card} 支持 CUDA 12；驱动 {driver} 起可支持 CUDA 13。</translation>
    </message>
    <message>
        <source>{card} runs CUDA 13.</source>
        <translation>{card} 支持 CUDA 13。</translation>
    </message>
    <message>
        <source>{card} with driver of unknown version</source>
        <translation>{card}（驱动版本未知）</translation>
    </message>
    <message>
        <source>{card} with driver {driver}</source>
        <translation>{card}（驱动 {driver}）</translation>
    </message>
    <message>
        <source>{count:,} of them could not be looked at: {reason}</source>
        <translation>其中 {count:,} 个部分无法查看：{reason}</translation>
    </message>
    <message>
        <source>{count} layers stay in 16 bit: this processor&apos;s 4-bit kernel does not take their width.</source>
        <translation>有 {count} 层保持 16 位：此处理器的 4 位内核不支持它们的宽度。</translation>
    </message>
    <message>
        <source>{file} and {more} more of {wanted} weight files are missing; fetch them again.</source>
        <translation>{wanted} 个权重文件中缺少 {file} 和另外 {more} 个；请重新获取。</translation>
    </message>
    <message>
        <source>{file} arrived damaged from {host} {attempts} times (its checksum is not the one listed) and was deleted: try again later, or another mirror.</source>
        <translation>{file} 从 {host} 下载了 {attempts} 次均已损坏（校验和与列出的不符），已删除：请稍后重试，或换一个镜像。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as conversations: {reason}.</source>
        <translation>{file} 无法作为对话读取：{reason}。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as templates of ignored parts. Move it away and save them again.</source>
        <translation>无法把 {file} 作为忽略部分的模板读取。请移走它，再重新保存。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be unpacked: {reason}.</source>
        <translation>无法解包 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} could not be read ({reason}): check the disk.</source>
        <translation>无法读取 {file}（{reason}）：请检查磁盘。</translation>
    </message>
    <message>
        <source>{file} has &quot;{key}&quot;, which leads to what is not part of this model; remove it, or choose another model.</source>
        <translation>{file} 中的“{key}”指向不属于此模型的内容；请将其删除，或选择其他模型。</translation>
    </message>
    <message>
        <source>{file} has not the size that it should have</source>
        <translation>{file} 的大小不对</translation>
    </message>
    <message>
        <source>{file} has to end with a message of the user.</source>
        <translation>{file} 必须以用户的消息结尾。</translation>
    </message>
    <message>
        <source>{file} holds more than its list says, so nothing of it is unpacked.</source>
        <translation>{file} 的内容多于其清单，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} holds no chats: it has to be a list of messages, or of chats.</source>
        <translation>{file} 中没有对话：它必须是消息列表或对话列表。</translation>
    </message>
    <message>
        <source>{file} holds the path {path}, which is not allowed, so nothing of it is unpacked.</source>
        <translation>{file} 含有不允许的路径 {path}，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} holds {path} twice, so nothing of it is unpacked.</source>
        <translation>{file} 中 {path} 出现了两次，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is not what its list says comes there, so nothing of it is unpacked.</source>
        <translation>{file} 中的 {path} 与其清单不符，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is {what}, so nothing of it is unpacked.</source>
        <translation>{file} 中的 {path} 是{what}，因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} holds {path}, which no model needs (code and pickled objects are never taken), so nothing of it is unpacked.</source>
        <translation>{file} 含有模型不需要的 {path}（从不接受代码和 pickle 对象），因此不会解包任何内容。</translation>
    </message>
    <message>
        <source>{file} is a folder: choose the files of conversations in it.</source>
        <translation>{file} 是文件夹：请选择其中的对话文件。</translation>
    </message>
    <message>
        <source>{file} is cut off: fetch it again.</source>
        <translation>{file} 不完整：请重新获取。</translation>
    </message>
    <message>
        <source>{file} is damaged (its checksum is not the one that the hub gave): delete {path} and download {name} again.</source>
        <translation>{file} 已损坏（校验和与站点给出的不符）：请删除 {path} 并重新下载 {name}。</translation>
    </message>
    <message>
        <source>{file} is damaged, or no standalone Python: fetch it again.</source>
        <translation>{file} 已损坏，或不是独立版 Python：请重新获取。</translation>
    </message>
    <message>
        <source>{file} is larger than {gigabytes} GB: split it into several files.</source>
        <translation>{file} 大于 {gigabytes} GB：请拆成几个文件。</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>缺少 {file}</translation>
    </message>
    <message>
        <source>{file} is missing: download {name} again.</source>
        <translation>缺少 {file}：请重新下载 {name}。</translation>
    </message>
    <message>
        <source>{file} is missing; fetch it again.</source>
        <translation>缺少 {file}；请重新获取。</translation>
    </message>
    <message>
        <source>{file} is no Ed25519 key without a password, in PEM form.</source>
        <translation>{file} 不是无密码的 PEM 格式 Ed25519 密钥。</translation>
    </message>
    <message>
        <source>{file} is no chat: it has to be a list of messages.</source>
        <translation>{file} 不是对话：它必须是消息列表。</translation>
    </message>
    <message>
        <source>{file} is no list of files.</source>
        <translation>{file} 不是文件列表。</translation>
    </message>
    <message>
        <source>{file} is no model pack, or it is damaged: fetch it again.</source>
        <translation>{file} 不是模型包，或已损坏：请重新获取。</translation>
    </message>
    <message>
        <source>{file} is not JSON: {reason}.</source>
        <translation>{file} 不是 JSON：{reason}。</translation>
    </message>
    <message>
        <source>{file} is not what the checksums beside it say, so nothing of it is used: fetch it again from where it came from.</source>
        <translation>{file} 与旁边的校验和不符，因此完全不予使用：请从原来源重新获取。</translation>
    </message>
    <message>
        <source>{file} is not what {title} looks like: {reason}.</source>
        <translation>{file} 不是 {title} 的格式：{reason}。</translation>
    </message>
    <message>
        <source>{file} is still coming</source>
        <translation>{file} 正在下载</translation>
    </message>
    <message>
        <source>{file} is unpacked.</source>
        <translation>将解压 {file}。</translation>
    </message>
    <message>
        <source>{file} of {wanted} weight files is missing; fetch it again.</source>
        <translation>{wanted} 个权重文件中缺少 {file}；请重新获取。</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no sensible number; fetch it again.</source>
        <translation>{file} 中“{key}”为 {value}，不是合理的数值；请重新获取。</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no size; fetch it again.</source>
        <translation>{file} 中“{key}”为 {value}，不是有效的大小；请重新获取。</translation>
    </message>
    <message>
        <source>{file} was made by another version of Eyebox: update Eyebox first.</source>
        <translation>{file} 由其他版本的 Eyebox 生成：请先更新 Eyebox。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be packed: {reason}.</source>
        <translation>无法打包 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be looked at ({reason}): check the folder.</source>
        <translation>无法查看 {folder}（{reason}）：请检查该文件夹。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened; choose another folder.</source>
        <translation>无法打开 {folder}；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({reason}); check it.</source>
        <translation>无法写入 {folder}（{reason}）；请检查该文件夹。</translation>
    </message>
    <message>
        <source>{folder} could not be loaded ({kind}: {reason}); choose another model.</source>
        <translation>无法加载 {folder}（{kind}：{reason}）；请选择其他模型。</translation>
    </message>
    <message>
        <source>{folder} does not exist; choose the folder of a model.</source>
        <translation>{folder} 不存在；请选择模型的文件夹。</translation>
    </message>
    <message>
        <source>{folder} does not exist; make that folder first, or choose another.</source>
        <translation>{folder} 不存在；请先创建该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{host} takes no tools: “{reason}”.</source>
        <translation>{host} 不接受工具：“{reason}”。</translation>
    </message>
    <message>
        <source>{name} has weights that can&apos;t be written back into its own files; choose a LoRA (--method lora).</source>
        <translation>{name} 有无法写回其自身文件的权重；请选择 LoRA（--method lora）。</translation>
    </message>
    <message>
        <source>{name} is quantized; choose the model in 16 bit, and QLoRA (--method qlora) to quantize it while it is taught.</source>
        <translation>{name} 已量化；请选择 16 位的模型，并用 QLoRA（--method qlora）在训练时量化。</translation>
    </message>
    <message>
        <source>{folder} has no tokenizer that can be read; download the model again.</source>
        <translation>{folder} 中没有可读取的分词器；请重新下载模型。</translation>
    </message>
    <message>
        <source>{folder} holds a model that is being taught: --resume goes on with it, another name begins anew.</source>
        <translation>{folder} 中有一个正在训练的模型：--resume 继续训练，换一个名称则重新开始。</translation>
    </message>
    <message>
        <source>{folder} holds no adapter that can be read; choose another folder.</source>
        <translation>{folder} 中没有可读取的适配器；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no adapter: it has no {config} that can be read; choose the folder with that file.</source>
        <translation>{folder} 中没有适配器：其中没有可读取的 {config}；请选择含该文件的文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no pictures; choose another folder.</source>
        <translation>{folder} 中没有图片；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no torch of the build {build} (but {held}): leave the build out.</source>
        <translation>{folder} 中没有 {build} 版本的 torch（只有 {held}）：请不要指定版本。</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of uv for this machine, which installs the others: download uv into it too.</source>
        <translation>{folder} 中没有适用于本机的 uv wheel，而其他软件包要由它安装：请也将 uv 下载到其中。</translation>
    </message>
    <message>
        <source>{folder} holds results of another job: choose another folder.</source>
        <translation>{folder} 中已有另一项任务的结果：请另选文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a Qwen model for text alone; choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>{folder} 是纯文本的 Qwen 模型；请选择 Qwen-VL 或 Qwen-VL-Chat。</translation>
    </message>
    <message>
        <source>{folder} is a file; choose the folder of a model.</source>
        <translation>{folder} 是文件；请选择模型的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is no LoRA, and other adapters can&apos;t be used; choose a LoRA.</source>
        <translation>{folder} 不是 LoRA，其他适配器无法使用；请选择 LoRA。</translation>
    </message>
    <message>
        <source>{folder} is no folder of a model; choose one.</source>
        <translation>{folder} 不是模型的文件夹；请选择模型的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is no model in an original layout that can be converted; it is used as it is.</source>
        <translation>{folder} 不是可转换的原始格式模型；可直接使用。</translation>
    </message>
    <message>
        <source>{folder} is quantized already; choose the model in 16 bit.</source>
        <translation>{folder} 已经量化；请选择 16 位的模型。</translation>
    </message>
    <message>
        <source>{folder} is quantized, and nothing can be merged into quantized weights; choose the model in 16 bit.</source>
        <translation>{folder} 已量化，无法向量化权重合并内容；请选择 16 位的模型。</translation>
    </message>
    <message>
        <source>{folder} lacks the files of its processor (preprocessor_config.json, tokenizer.json); download the model again.</source>
        <translation>{folder} 缺少处理器的文件 (preprocessor_config.json, tokenizer.json)；请重新下载模型。</translation>
    </message>
    <message>
        <source>{folder} lacks {weights}; save the adapter again.</source>
        <translation>{folder} 缺少 {weights}；请重新保存适配器。</translation>
    </message>
    <message>
        <source>{folder} needs a package that is not installed ({reason}).</source>
        <translation>{folder} 需要未安装的软件包（{reason}）。</translation>
    </message>
    <message>
        <source>{folder} only works with code of its own, which Eyebox never runs; choose a model that transformers knows.</source>
        <translation>{folder} 需要运行自带的代码，Eyebox 从不运行这类代码；请选择 transformers 支持的模型。</translation>
    </message>
    <message>
        <source>{folder} turns only a part of each head (rotary_pct), which Eyebox does not compute; choose Qwen-VL or Qwen-VL-Chat as they were published.</source>
        <translation>{folder} 只对每个头的一部分做旋转 (rotary_pct)，Eyebox 不能计算；请选择官方发布的 Qwen-VL 或 Qwen-VL-Chat。</translation>
    </message>
    <message>
        <source>{folder}/{file} is no file; remove it and fetch the model again.</source>
        <translation>{folder}/{file} 不是文件；请将其删除并重新获取模型。</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, and half of the boxes are off by {pixels} pixels or more.</source>
        <translation>{total} 个图形中找到了 {found} 个，半数方框的误差达 {pixels} 像素或更多。</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, half of them within {pixels} pixels.</source>
        <translation>{total} 个图形中找到了 {found} 个，半数误差在 {pixels} 像素以内。</translation>
    </message>
    <message>
        <source>{host} does not answer as ModelScope does: check the mirror&apos;s address.</source>
        <translation>{host} 的应答不像 ModelScope：请检查镜像的地址。</translation>
    </message>
    <message>
        <source>{host} does not answer as a hub does: check the mirror&apos;s address.</source>
        <translation>{host} 的应答不像站点：请检查镜像的地址。</translation>
    </message>
    <message>
        <source>{host} does not answer as a package index does: check its address.</source>
        <translation>{host} 的应答不像软件包索引：请检查其地址。</translation>
    </message>
    <message>
        <source>{host} does not answer: check the network connection, or try again later.</source>
        <translation>{host} 没有应答：请检查网络连接，或稍后重试。</translation>
    </message>
    <message>
        <source>{host} does not give {file} (status {status}): try again later, or another mirror.</source>
        <translation>{host} 没有给出 {file}（状态 {status}）：请稍后重试，或换一个镜像。</translation>
    </message>
    <message>
        <source>{host} does not give {what} without permission (status {status}): accept the model&apos;s licence there and set HF_TOKEN.</source>
        <translation>没有权限，{host} 不提供 {what}（状态 {status}）：请在该站接受模型的许可协议，并设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>{host} does not list {name} (status {status}): try another mirror.</source>
        <translation>{host} 没有列出 {name}（状态 {status}）：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>{host} does not say how large {file} is: try another mirror.</source>
        <translation>{host} 没有说明 {file} 的大小：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>{host} gives no checksum for {file}: try another index.</source>
        <translation>{host} 没有给出 {file} 的校验和：请换一个软件包索引重试。</translation>
    </message>
    <message>
        <source>{host} gives no commit for {name}: try another mirror.</source>
        <translation>{host} 没有给出 {name} 的提交：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>{host} has no uv for this machine: try another index, or a folder of wheels.</source>
        <translation>{host} 没有适用于本机的 uv：请换一个软件包索引，或使用含 wheel 的文件夹。</translation>
    </message>
    <message>
        <source>{host} is busy and asks to come back in {minutes} minutes: try again then.</source>
        <translation>{host} 繁忙，要求 {minutes} 分钟后再试：请届时重试。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds whole numbers ({dtype}), and config.json names no quantization; fetch config and weights of one model.</source>
        <translation>“{name}”中是整数 ({dtype})，但 config.json 没有提到量化；请获取同一个模型的配置和权重。</translation>
    </message>
    <message>
        <source>&quot;box&quot; has to be four numbers [x1, y1, x2, y2], not {value}.</source>
        <translation>“box”必须是四个数字 [x1, y1, x2, y2]，而不是 {value}。</translation>
    </message>
    <message>
        <source>&quot;image&quot; has to be the number of a picture, from 1, not {value}.</source>
        <translation>“image”必须是图片的编号（从 1 开始），而不是 {value}。</translation>
    </message>
    <message>
        <source>A stop text ended the answer before it was whole JSON: take the stop text away, or ask without a schema.</source>
        <translation>停止文本使回答在成为完整 JSON 之前就结束了：请去掉停止文本，或不用模式提问。</translation>
    </message>
    <message>
        <source>Choose QLoRA (--method qlora)</source>
        <translation>请选择 QLoRA（--method qlora）</translation>
    </message>
    <message>
        <source>Choose a LoRA (--method lora)</source>
        <translation>请选择 LoRA（--method lora）</translation>
    </message>
    <message>
        <source>Choose one conversation at once (--batch 1)</source>
        <translation>请选择每次一个对话（--batch 1）</translation>
    </message>
    <message>
        <source>Choose pictures of {pixels:,} pixels at most (--max-pixels {pixels})</source>
        <translation>请将图片限制为最多 {pixels:,} 像素（--max-pixels {pixels}）</translation>
    </message>
    <message>
        <source>Choose to leave what looks at pictures as it is (--freeze-vision)</source>
        <translation>请选择让视觉部分保持不变（--freeze-vision）</translation>
    </message>
    <message>
        <source>Downloads, servers that you added, and adding the model engine are processes of their own. They run when you ask for them, reach what you asked for, and each connection is listed here.</source>
        <translation>下载、您添加的服务器和添加模型引擎各在独立的进程中进行，仅在您要求时运行，只访问您要求的地址，每个连接都会列在此处。</translation>
    </message>
    <message>
        <source>It lacks {packages} and {last}: what needs them will not work.</source>
        <translation>其中缺少 {packages} 和 {last}：需要它们的功能无法使用。</translation>
    </message>
    <message>
        <source>It lacks {package}: what needs it will not work.</source>
        <translation>其中缺少 {package}：需要它的功能无法使用。</translation>
    </message>
    <message>
        <source>Nothing of this model can be trained so; choose all linear layers (--targets all).</source>
        <translation>这样无法训练此模型的任何部分；请选择所有线性层（--targets all）。</translation>
    </message>
    <message>
        <source>Python {version} could not be downloaded ({reason}): install Python {version} on this machine, or give a folder or an address with a standalone one.</source>
        <translation>无法下载 Python {version}（{reason}）：请在本机安装 Python {version}，或给出含独立版 Python 的文件夹或地址。</translation>
    </message>
    <message>
        <source>The loss is no number any more after {step:,} steps; begin anew with a smaller learning rate (--lr).</source>
        <translation>{step:,} 步之后损失不再是数字；请用更小的学习率（--lr）重新开始。</translation>
    </message>
    <message>
        <source>The model does not even learn {name} by heart (its loss went from {first} to {last}), so nothing was begun; choose another learning rate (--lr), or all linear layers (--targets all).</source>
        <translation>模型连 {name} 都记不住（损失从 {first} 变为 {last}），因此没有开始；请换一个学习率（--lr），或选择所有线性层（--targets all）。</translation>
    </message>
    <message>
        <source>The model engine</source>
        <translation>模型引擎</translation>
    </message>
    <message>
        <source>The server engine was not added: add it first (eyebox models engine add --server).</source>
        <translation>尚未添加服务器引擎：请先添加（eyebox models engine add --server）。</translation>
    </message>
    <message>
        <source>The shortcuts could not be written to {file}: {reason}.</source>
        <translation>无法将快捷键写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The weights in {folder} are quantized or pickled; only plain safetensors are converted.</source>
        <translation>{folder} 中的权重经过量化或以 pickle 保存；只能转换普通的 safetensors。</translation>
    </message>
    <message>
        <source>There is nothing to learn from. Conversations left out: {count:,}; the first: {reason}</source>
        <translation>没有可学习的内容。被略去的对话：{count:,}；第一个：{reason}</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>标注 {number}</translation>
    </message>
    <message>
        <source>category {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <source>fields of {format} alone</source>
        <translation>仅 {format} 拥有的字段</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>图片 {number}</translation>
    </message>
    <message>
        <source>shape {number}</source>
        <translation>形状 {number}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the {key} of annotation {number}</source>
        <translation>标注 {number} 的 {key}</translation>
    </message>
    <message>
        <source>the {key} of category {number}</source>
        <translation>类别 {number} 的 {key}</translation>
    </message>
    <message>
        <source>the {key} of image {number}</source>
        <translation>图片 {number} 的 {key}</translation>
    </message>
    <message>
        <source>the {key} of shape {number}</source>
        <translation>形状 {number} 的 {key}</translation>
    </message>
    <message>
        <source>{config} in {folder} has no usable lora_alpha; save the adapter again.</source>
        <translation>{folder} 中的 {config} 没有可用的 lora_alpha；请重新保存适配器。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Free some space.</source>
        <translation>无法写入 {file}：{reason}。请腾出一些空间。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} is damaged: its header gives nonsense for the tensor &quot;{tensor}&quot;; fetch it again.</source>
        <translation>{file} 已损坏：文件头中张量“{tensor}”的信息无效；请重新获取。</translation>
    </message>
    <message>
        <source>{file} is no file of shortcuts. Choose one that Eyebox exported.</source>
        <translation>{file} 不是快捷键文件。请选择由 Eyebox 导出的文件。</translation>
    </message>
    <message>
        <source>{folder} has an original layout, which can&apos;t be quantized: choose the model in the layout of transformers, which “eyebox models convert” writes for families that can be; or load this one with the precision Int4.</source>
        <translation>{folder} 使用原始结构，无法量化：请选择 transformers 结构的模型（“eyebox models convert”可为支持的系列生成），或以 Int4 精度加载此模型。</translation>
    </message>
    <message>
        <source>{folder} has norms in its vision tower that a converted model can&apos;t have; use it as it is.</source>
        <translation>{folder} 的视觉塔中有转换后的模型无法表示的归一化；请按原样使用。</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of {package} for this machine: download {package} and the others into it, or choose another folder.</source>
        <translation>{folder} 中没有适用于这台机器的 {package} 安装包（wheel）：请将 {package} 及其他安装包下载到该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} shows no small whole picture beside its tiles, which a converted model can&apos;t do; use it as it is.</source>
        <translation>{folder} 在图块之外不附整图缩略图，转换后的模型做不到这一点；请按原样使用。</translation>
    </message>
    <message>
        <source>{host} gave something else than an answer: look at its address, which usually ends with /v1.</source>
        <translation>{host} 返回的不是回答：请检查地址，它通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>{host} has a problem (status {status}): try again later.</source>
        <translation>{host} 出现故障（状态 {status}）：请稍后重试。</translation>
    </message>
    <message>
        <source>{host} has no model.</source>
        <translation>{host} 没有模型。</translation>
    </message>
    <message>
        <source>{host} is busy or has an error ({status}): try again later.</source>
        <translation>{host} 正忙或出错（{status}）：请稍后再试。</translation>
    </message>
    <message>
        <source>{host} refuses the connection: check the network, the address and the proxy.</source>
        <translation>{host} 拒绝连接：请检查网络、地址和代理。</translation>
    </message>
    <message>
        <source>{host} refuses the request ({status}): look at its address, its key and the model&apos;s name.</source>
        <translation>{host} 拒绝了请求（{status}）：请检查地址、密钥和模型名称。</translation>
    </message>
    <message>
        <source>{host} says: {reason}</source>
        <translation>{host} 说：{reason}</translation>
    </message>
    <message>
        <source>{host} sends requests on to another address, which is not followed: give that address.</source>
        <translation>{host} 把请求转到另一个地址，Eyebox 不会跟随：请填写那个地址。</translation>
    </message>
    <message>
        <source>{host} sent another part of {file} than it was asked for: try another mirror.</source>
        <translation>{host} 发来的 {file} 部分与所请求的不符：请换一个镜像重试。</translation>
    </message>
    <message>
        <source>{host} was not found: check the network connection, the address and the proxy.</source>
        <translation>找不到 {host}：请检查网络连接、地址和代理。</translation>
    </message>
    <message>
        <source>{index} is damaged: it does not say where the weights are; fetch it again.</source>
        <translation>{index} 已损坏：没有说明权重在哪里；请重新获取。</translation>
    </message>
    <message>
        <source>{index} is wrong: &quot;{tensor}&quot; is not in {file} ({where}); fetch index and weights again.</source>
        <translation>{index} 有误：“{tensor}”不在 {file} 中（{where}）；请重新获取索引和权重。</translation>
    </message>
    <message>
        <source>{index} is wrong: it leaves out &quot;{tensor}&quot;; fetch index and weights again.</source>
        <translation>{index} 有误：漏掉了“{tensor}”；请重新获取索引和权重。</translation>
    </message>
    <message>
        <source>{index} names a file outside of the folder ({file}); fetch the model again.</source>
        <translation>{index} 列出了文件夹之外的文件（{file}）；请重新获取模型。</translation>
    </message>
    <message>
        <source>{keys} belongs to another program, or to the desktop: choose other keys, or free it there.</source>
        <translation>{keys} 已被其他程序或桌面占用：请换别的按键，或在那里释放它。</translation>
    </message>
    <message>
        <source>{layer} has another size</source>
        <translation>{layer} 的大小不同</translation>
    </message>
    <message>
        <source>{layer} has other sizes</source>
        <translation>{layer} 的大小不同</translation>
    </message>
    <message>
        <source>{layer} is no linear layer in this one</source>
        <translation>在此模型中 {layer} 不是线性层</translation>
    </message>
    <message>
        <source>{model} has no layers that could be quantized; choose bf16 or fp32.</source>
        <translation>{model} 没有可量化的层；请选择 bf16 或 fp32。</translation>
    </message>
    <message>
        <source>{name} belongs to another version of Eyebox; install Eyebox again.</source>
        <translation>{name}属于另一个版本的 Eyebox；请重新安装 Eyebox。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read as a review: {reason}; choose a file that Eyebox has written.</source>
        <translation>无法将 {name} 作为审核读取：{reason}；请选择由 Eyebox 写出的文件。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read or written: check the disk that it lies on.</source>
        <translation>无法读写 {name}：请检查它所在的磁盘。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: check that it is there and may be read.</source>
        <translation>无法读取 {name}：请检查它是否存在、是否有读取权限。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be taught; choose a model in a folder.</source>
        <translation>无法训练 {name}；请选择文件夹中的模型。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} changes its size: choose frames of one size.</source>
        <translation>{name} 的画面大小有变化：请选择同样大小的画面。</translation>
    </message>
    <message>
        <source>{name} could not be started: {reason}.</source>
        <translation>无法启动{name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} ended unexpectedly ({how}); try again.</source>
        <translation>{name}意外结束（{how}）；请重试。</translation>
    </message>
    <message>
        <source>{name} gave an answer that was not understood.</source>
        <translation>无法理解{name}的应答。</translation>
    </message>
    <message>
        <source>{name} has no revision &quot;{revision}&quot; on {host}: leave it out, or check it.</source>
        <translation>{host} 上的 {name} 没有版本“{revision}”：请不要指定，或检查该版本。</translation>
    </message>
    <message>
        <source>{name} has no weights that Eyebox reads (safetensors): choose another model.</source>
        <translation>{name} 没有 Eyebox 能读取的权重 (safetensors)：请选择其他模型。</translation>
    </message>
    <message>
        <source>{name} holds no names of labels.</source>
        <translation>{name} 中没有标签名称。</translation>
    </message>
    <message>
        <source>{name} holds no weights; fetch it again.</source>
        <translation>{name} 中没有权重；请重新获取。</translation>
    </message>
    <message>
        <source>{name} holds over {most:,} values: split it into several files.</source>
        <translation>{name} 中的值超过 {most:,} 个：请拆分成多个文件。</translation>
    </message>
    <message>
        <source>{name} in {precision} needs {needed}, and {place} has {free} free. {advice}</source>
        <translation>以 {precision} 运行 {name} 需要 {needed}，而 {place} 可用 {free}。{advice}</translation>
    </message>
    <message>
        <source>{name} is a file, where a folder is needed: choose another name.</source>
        <translation>{name} 是文件，而这里需要文件夹：请换一个名称。</translation>
    </message>
    <message>
        <source>{name} is a folder: choose another name.</source>
        <translation>{name} 是文件夹：请选择其他名称。</translation>
    </message>
    <message>
        <source>{name} is a link that cannot be followed: {reason}.</source>
        <translation>{name} 是无法跟随的链接：{reason}。</translation>
    </message>
    <message>
        <source>{name} is a link that leads out of the cache of this model; fetch it again.</source>
        <translation>{name} 是指向此模型缓存之外的链接；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is a link to a file that is not there; fetch it again.</source>
        <translation>{name} 链接到的文件不存在；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is a link to something that is no file; fetch it again.</source>
        <translation>{name} 链接到的不是文件；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is a pipe or a device and no file; remove it and fetch the model again.</source>
        <translation>{name} 是管道或设备，不是文件；请将其删除并重新获取模型。</translation>
    </message>
    <message>
        <source>{name} is being downloaded already, by another window or command: wait for that one.</source>
        <translation>另一个窗口或命令正在下载 {name}：请等它完成。</translation>
    </message>
    <message>
        <source>{name} is cut short or damaged; fetch it again.</source>
        <translation>{name} 不完整或已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is cut short within its header; fetch it again.</source>
        <translation>{name} 的文件头不完整；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is cut short: it has only {size} bytes; fetch it again.</source>
        <translation>{name} 不完整：只有 {size} 字节；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is cut short: {bytes:,} bytes are missing at its end; fetch it again.</source>
        <translation>{name} 不完整：末尾缺少 {bytes:,} 字节；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: it does not begin as a safetensors file; fetch it again.</source>
        <translation>{name} 已损坏：开头不是 safetensors 文件；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: it holds no JSON object; fetch it again.</source>
        <translation>{name} 已损坏：其中没有 JSON 对象；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: it is no JSON; fetch it again.</source>
        <translation>{name} 已损坏：不是 JSON；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: its header cannot be read; fetch it again.</source>
        <translation>{name} 已损坏：无法读取文件头；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: its header is no table of tensors; fetch it again.</source>
        <translation>{name} 已损坏：文件头不是张量表；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: its tensors overlap or leave gaps; fetch it again.</source>
        <translation>{name} 已损坏：张量有重叠或空隙；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: {bytes:,} bytes at its end belong to no tensor; fetch it again.</source>
        <translation>{name} 已损坏：末尾有 {bytes:,} 字节不属于任何张量；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is far too large to be a config; fetch it again.</source>
        <translation>{name} 太大，不可能是配置文件；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is far too large to belong to a model; fetch it again.</source>
        <translation>{name} 太大，不可能属于模型；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB: split it into several files.</source>
        <translation>{name} 大于 {megabytes} MB：请拆分成多个文件。</translation>
    </message>
    <message>
        <source>{name} is missing; fetch it again.</source>
        <translation>缺少 {name}；请重新获取。</translation>
    </message>
    <message>
        <source>{name} is no batch that this Eyebox knows; it was left as it is.</source>
        <translation>{name} 不是此版本 Eyebox 认识的批处理；已保持原样。</translation>
    </message>
    <message>
        <source>{name} is no job file of Eyebox.</source>
        <translation>{name} 不是 Eyebox 的任务文件。</translation>
    </message>
    <message>
        <source>{name} is no regular file: choose a file of boxes.</source>
        <translation>{name} 不是普通文件：请选择方框文件。</translation>
    </message>
    <message>
        <source>{name} is not a sound JSON file: save it anew and try again.</source>
        <translation>{name} 不是有效的 JSON 文件：请重新保存后重试。</translation>
    </message>
    <message>
        <source>{name} is not as large any more as when it was read: read it again.</source>
        <translation>{name} 的大小与读取时不同：请重新读取。</translation>
    </message>
    <message>
        <source>{name} is not whole, so it is not packed: download it to its end first.</source>
        <translation>{name} 不完整，因此未打包：请先完成下载。</translation>
    </message>
    <message>
        <source>{name} is only a pointer to a large file that was not fetched: run git lfs pull in the folder.</source>
        <translation>{name} 只是指向尚未获取的大文件的指针：请在该文件夹中运行 git lfs pull。</translation>
    </message>
    <message>
        <source>{name} is only given to those who accepted its licence: accept it on {endpoint}/{name}, make a token there and set HF_TOKEN.</source>
        <translation>只有接受许可协议后才能获取 {name}：请在 {endpoint}/{name} 接受协议，在该站创建令牌并设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download it again.</source>
        <translation>{name} 不完整（{reason}）：请重新下载。</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download {name} again to go on.</source>
        <translation>{name} 不完整（{reason}）：请重新下载 {name} 以继续。</translation>
    </message>
    <message>
        <source>{name} may not be written: choose another folder or ask for the right to write there.</source>
        <translation>无权写入 {name}：请选择其他文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>{name} needs {needed} more and {free} are free on the disk of {folder}: free {missing_space} first.</source>
        <translation>{name} 还需要 {needed}，而 {folder} 所在磁盘可用空间为 {free}：请先腾出 {missing_space}。</translation>
    </message>
    <message>
        <source>{name} only goes on with a text and has no place for a system prompt: leave it out, or put it into the question.</source>
        <translation>{name} 只会续写文字，没有放系统提示词的位置：请去掉它，或把它写进问题里。</translation>
    </message>
    <message>
        <source>{name} was not written ({reason}): choose another place and try again.</source>
        <translation>未能写入 {name}（{reason}）：请选择其他位置后重试。</translation>
    </message>
    <message>
        <source>{name} was not written because its folder does not exist: choose another folder.</source>
        <translation>未能写入 {name}，因为其文件夹不存在：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Eyebox: update Eyebox.</source>
        <translation>{name} 由较新的 Eyebox 写入：请更新 Eyebox。</translation>
    </message>
    <message>
        <source>{needs}; close other programs, or make it smaller.</source>
        <translation>{needs}；请关闭其他程序，或缩小图片。</translation>
    </message>
    <message>
        <source>{needs}; make it smaller, or save it as PNG or JPEG.</source>
        <translation>{needs}；请缩小图片，或将其存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, cannot run here any more.</source>
        <translation>选择了 {now}，因为之前选择的 {before} 已无法在这里运行。</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, does not fit into the memory any more.</source>
        <translation>选择了 {now}，因为内存已放不下之前选择的 {before}。</translation>
    </message>
    <message>
        <source>{packages} and {last} are not installed: {install}</source>
        <translation>未安装 {packages} 和 {last}：{install}</translation>
    </message>
    <message>
        <source>{package} is not installed: {install}</source>
        <translation>未安装 {package}：{install}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as {format}: {reason}; correct the file or choose another.</source>
        <translation>无法将 {path} 作为 {format} 读取：{reason}；请改正该文件，或选择其他文件。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be renamed: check the permissions of its folder.</source>
        <translation>无法重命名 {path}：请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>{path} cannot be opened, {folder} cannot be written to ({reason}); check that folder.</source>
        <translation>无法打开 {path}，因为无法写入 {folder}（{reason}）；请检查该文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); copy it to another place and try again.</source>
        <translation>无法读取 {path}（{reason}）；请将其复制到别处后重试。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); fetch it again.</source>
        <translation>无法读取 {path}（{reason}）；请重新获取。</translation>
    </message>
    <message>
        <source>{path} cannot be read; fetch it again.</source>
        <translation>无法读取 {path}；请重新获取。</translation>
    </message>
    <message>
        <source>{path} changed while it was packed: pack it again.</source>
        <translation>{path} 在打包时发生了变化：请重新打包。</translation>
    </message>
    <message>
        <source>{path} could not be removed: close what uses the model engine, or take the right to delete it.</source>
        <translation>无法删除 {path}：请关闭正在使用模型引擎的程序，或取得删除权限。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): check the disk and ask for the download again.</source>
        <translation>无法写入 {path}（{reason}）：请检查磁盘，然后重新下载。</translation>
    </message>
    <message>
        <source>{path} does not exist; check its name, or whether it was moved.</source>
        <translation>{path} 不存在；请检查名称，或是否已移动。</translation>
    </message>
    <message>
        <source>{path} has changed while it was being looked at; ask again.</source>
        <translation>{path} 在查看期间发生了变化；请重新提问。</translation>
    </message>
    <message>
        <source>{path} has no frame at {seconds} s; it ends at {end} s.</source>
        <translation>{path} 在 {seconds} 秒处没有画面；它到 {end} 秒结束。</translation>
    </message>
    <message>
        <source>{path} has no frames that can be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>{path} 没有可解码的画面；请先用其他程序存为 MP4（H.264）。</translation>
    </message>
    <message>
        <source>{path} has no page {page:,}; it has {count:,}.</source>
        <translation>{path} 没有第 {page:,} 页；它共有 {count:,} 页。</translation>
    </message>
    <message>
        <source>{path} has no pages.</source>
        <translation>{path} 没有页面。</translation>
    </message>
    <message>
        <source>{path} has {channels:,} channels of colour; save it as a picture in RGB first.</source>
        <translation>{path} 有 {channels:,} 个颜色通道；请先将其存为 RGB 图片。</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened.</source>
        <translation>{path} 不只包含数值，因此没有打开。</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened; save the adapter as safetensors.</source>
        <translation>{path} 不只包含数值，因此没有打开；请将适配器存为 safetensors。</translation>
    </message>
    <message>
        <source>{path} holds no video that can be opened: it is cut off, damaged, or sound alone.</source>
        <translation>{path} 中没有可打开的视频：文件可能不完整、已损坏，或只有声音。</translation>
    </message>
    <message>
        <source>{path} holds no weights of an adapter; save it as safetensors.</source>
        <translation>{path} 中没有适配器的权重；请将其存为 safetensors。</translation>
    </message>
    <message>
        <source>{path} in {file} is damaged (its checksum is another one): fetch it again.</source>
        <translation>{file} 中的 {path} 已损坏（校验和不符）：请重新获取。</translation>
    </message>
    <message>
        <source>{path} is a HEIC picture, which cannot be opened here; save it as JPEG or PNG first.</source>
        <translation>{path} 是 HEIC 图片，这里无法打开；请先将其存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the pictures inside it.</source>
        <translation>{path} 是文件夹；请选择其中的图片。</translation>
    </message>
    <message>
        <source>{path} is cut or broken; fetch it again.</source>
        <translation>{path} 不完整或已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>{path} is damaged or cut off; get the file again from its source.</source>
        <translation>{path} 已损坏或不完整；请从来源重新获取该文件。</translation>
    </message>
    <message>
        <source>{path} is damaged or no tokenizer; fetch it again.</source>
        <translation>{path} 已损坏或不是分词器；请重新获取。</translation>
    </message>
    <message>
        <source>{path} is damaged: it is no list of tokens; fetch it again.</source>
        <translation>{path} 已损坏：不是 token 列表；请重新获取。</translation>
    </message>
    <message>
        <source>{path} is damaged; fetch it again.</source>
        <translation>{path} 已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} 是空文件；请从原来源重新复制。</translation>
    </message>
    <message>
        <source>{path} is encrypted in a way that is not known here; save it without protection first.</source>
        <translation>{path} 的加密方式不受支持；请先另存为不加密的文件。</translation>
    </message>
    <message>
        <source>{path} is no BPE tokenizer, and no other kind is read; choose another model.</source>
        <translation>{path} 不是 BPE 分词器，而其他类型无法读取；请选择其他模型。</translation>
    </message>
    <message>
        <source>{path} is no model folder: it has no config.json; choose the folder with that file.</source>
        <translation>{path} 不是模型文件夹：其中没有 config.json；请选择含该文件的文件夹。</translation>
    </message>
    <message>
        <source>{path} is no name for a file: choose another one.</source>
        <translation>{path} 不能作为文件名：请选择其他名称。</translation>
    </message>
    <message>
        <source>{path} is not a file; choose a picture file.</source>
        <translation>{path} 不是文件；请选择图片文件。</translation>
    </message>
    <message>
        <source>{path} is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.</source>
        <translation>{path} 不是能打开的图片；请将其存为 PNG、JPEG、WebP、TIFF、GIF 或 BMP。</translation>
    </message>
    <message>
        <source>{path} is not a session file of Eyebox and was left as it is: choose another one.</source>
        <translation>{path} 不是 Eyebox 的会话文件，并保持原样：请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is not a video that can be opened; save it as MP4, WebM, MKV, MOV or AVI.</source>
        <translation>无法打开 {path}，它不是可读的视频；请存为 MP4、WebM、MKV、MOV 或 AVI。</translation>
    </message>
    <message>
        <source>{path} is not a video, so it has no frames.</source>
        <translation>{path} 不是视频，没有画面。</translation>
    </message>
    <message>
        <source>{path} is protected by a password; its pages open with it.</source>
        <translation>{path} 受密码保护；输入密码即可打开其页面。</translation>
    </message>
    <message>
        <source>{path} is too large, {width:,} × {height:,} pixels; make it smaller, up to {millions} million pixels and {side:,} a side.</source>
        <translation>{path} 太大，为 {width:,} × {height:,} 像素；请将其缩小到 {millions} 百万像素以内，且每边不超过 {side:,}。</translation>
    </message>
    <message>
        <source>{path} may not be written: choose another folder, or ask for the right to write there.</source>
        <translation>无权写入 {path}：请选择其他文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>{path} needs {needed} GB of memory to be opened, and {free} GB are free for it</source>
        <translation>打开 {path} 需要 {needed} GB 内存，而可用内存为 {free} GB</translation>
    </message>
    <message>
        <source>{path} takes too long to be drawn; save it as a picture in another program first.</source>
        <translation>{path} 绘制时间过长；请先用其他程序把它另存为图片。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Eyebox (format {version}, this one knows {newest}): update Eyebox; the file was left as it is.</source>
        <translation>{path} 由更新版本的 Eyebox 写入（格式 {version}，此版本支持 {newest}）：请更新 Eyebox；该文件保持原样。</translation>
    </message>
    <message>
        <source>{place} belongs to somebody else; remove it first.</source>
        <translation>{place} 属于其他人，请先将其删除。</translation>
    </message>
    <message>
        <source>{place} could not be written ({reason}).</source>
        <translation>无法写入 {place}（{reason}）。</translation>
    </message>
    <message>
        <source>{place} has appeared meanwhile and is not overwritten; choose another name.</source>
        <translation>{place} 在此期间已出现，不会被覆盖；请选择其他名称。</translation>
    </message>
    <message>
        <source>{place} is being written by another window or command.</source>
        <translation>{place} 正由另一个窗口或命令写入。</translation>
    </message>
    <message>
        <source>{place} is there already and is not overwritten; choose another name.</source>
        <translation>{place} 已存在，不会被覆盖；请选择其他名称。</translation>
    </message>
    <message>
        <source>{precision} answered {times} times as fast on this machine and can be chosen.</source>
        <translation>在本机上 {precision} 的回答速度是 {times} 倍，可以选择。</translation>
    </message>
    <message>
        <source>{precision} needs a CUDA card or the CPU; choose bf16, or --device cpu.</source>
        <translation>{precision} 需要 CUDA 显卡或 CPU；请选择 bf16 或 --device cpu。</translation>
    </message>
    <message>
        <source>{precision} was chosen because {first} does not fit into the memory.</source>
        <translation>选择了 {precision}，因为内存放不下 {first}。</translation>
    </message>
    <message>
        <source>{program} could not be started ({reason}): add the model engine again.</source>
        <translation>无法启动 {program}（{reason}）：请重新添加模型引擎。</translation>
    </message>
    <message>
        <source>{reason} What came is kept; the same download goes on from there.</source>
        <translation>{reason}已下载的部分会保留；再次下载时从那里继续。</translation>
    </message>
    <message>
        <source>{shard} is of a checkpoint that was saved in ranks; save it as model.safetensors.</source>
        <translation>{shard} 属于按 rank 分片保存的检查点；请将其存为 model.safetensors。</translation>
    </message>
    <message>
        <source>{target} cannot be written because its folder does not exist.</source>
        <translation>无法写入 {target}，因为它所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>{target} is no folder: results go into a folder, or a file that ends with {endings}.</source>
        <translation>{target} 不是文件夹：结果应写入文件夹，或以 {endings} 结尾的文件。</translation>
    </message>
    <message>
        <source>{title} can only be evaluated as {task}: choose that, or leave the choice to the file.</source>
        <translation>{title} 只能以 {task} 方式评测：请选择该方式，或由文件决定。</translation>
    </message>
    <message>
        <source>{what} does not have four numbers</source>
        <translation>{what} 不是四个数字</translation>
    </message>
    <message>
        <source>{what} has a box that can&apos;t be read</source>
        <translation>{what} 中有无法读取的方框</translation>
    </message>
    <message>
        <source>{what} has a negative size</source>
        <translation>{what} 的大小为负</translation>
    </message>
    <message>
        <source>{what} has a verdict on no box</source>
        <translation>{what} 的判定没有对应的方框</translation>
    </message>
    <message>
        <source>{what} has half a point</source>
        <translation>{what} 中有半个点</translation>
    </message>
    <message>
        <source>{what} has no points</source>
        <translation>{what} 没有点</translation>
    </message>
    <message>
        <source>{what} has no tab</source>
        <translation>{what}没有制表符</translation>
    </message>
    <message>
        <source>{what} has over {most:,} entries</source>
        <translation>{what} 的条目超过 {most:,} 个</translation>
    </message>
    <message>
        <source>{what} has the verdict {verdict}, which is none</source>
        <translation>{what} 的判定是 {verdict}，这不是判定</translation>
    </message>
    <message>
        <source>{what} holds a number that is too large</source>
        <translation>{what} 中有过大的数字</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>缺少 {what}</translation>
    </message>
    <message>
        <source>{what} is nested too deep</source>
        <translation>{what} 嵌套过深</translation>
    </message>
    <message>
        <source>{what} is not a list</source>
        <translation>{what} 不是列表</translation>
    </message>
    <message>
        <source>{what} is not a point</source>
        <translation>{what} 不是点</translation>
    </message>
    <message>
        <source>{what} is not a size</source>
        <translation>{what} 不是大小</translation>
    </message>
    <message>
        <source>{what} is not a text</source>
        <translation>{what} 不是文本</translation>
    </message>
    <message>
        <source>{what} is not a usable number</source>
        <translation>{what} 不是可用的数字</translation>
    </message>
    <message>
        <source>{what} is not an object</source>
        <translation>{what} 不是对象</translation>
    </message>
    <message>
        <source>{what} is not between 0 and 1</source>
        <translation>{what} 不在 0 和 1 之间</translation>
    </message>
    <message>
        <source>{what} is not on {host} (status {status}): check the name, or try another mirror.</source>
        <translation>{host} 上没有 {what}（状态 {status}）：请检查名称，或换一个镜像。</translation>
    </message>
    <message>
        <source>{what} is not sound JSON</source>
        <translation>{what} 不是正确的 JSON</translation>
    </message>
    <message>
        <source>{what} needs the package {package}: {install}</source>
        <translation>{what}需要软件包 {package}：{install}</translation>
    </message>
    <message>
        <source>{what} refers to parts of itself</source>
        <translation>{what} 引用了自身的一部分</translation>
    </message>
    <message>
        <source>{what}: {count:,}</source>
        <translation>{what}：{count:,}</translation>
    </message>
    <message>
        <source>{wheel} is damaged, or no wheel of uv: fetch it again.</source>
        <translation>{wheel} 已损坏，或不是 uv 的 wheel：请重新获取。</translation>
    </message>
    <message>
        <source>{wheel} is damaged: fetch it again.</source>
        <translation>{wheel} 已损坏：请重新获取。</translation>
    </message>
    <message>
        <source>{where} has a part that is neither of type &quot;text&quot;, with a text, nor &quot;image&quot;, with a path, nor &quot;video&quot;, with a path and times.</source>
        <translation>{where} 有一部分既不是带文本的 &quot;text&quot;，也不是带路径的 &quot;image&quot;，也不是带路径和时间的 &quot;video&quot;。</translation>
    </message>
    <message>
        <source>{where} has to be an object with the role &quot;system&quot;, &quot;user&quot; or &quot;assistant&quot;.</source>
        <translation>{where} 必须是角色为“system”“user”或“assistant”的对象。</translation>
    </message>
    <message>
        <source>{where} needs &quot;content&quot;: a text, or a list of texts and images.</source>
        <translation>{where} 需要“content”：一段文字，或文字与图片的列表。</translation>
    </message>
    <message>
        <source>{why} The model answers from what it sees at once.</source>
        <translation>{why}模型因此只根据第一眼所见作答。</translation>
    </message>
    <message>
        <source>A good first choice: boxes, reading in many languages, small enough for a processor without a graphics card.</source>
        <translation>首选之一：能画方框、读多种语言，小到没有显卡也能在处理器上运行。</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Documents, forms and tables, with boxes as JSON. Not for commercial use.</source>
        <translation>文档、表单和表格，方框以 JSON 给出。不可商用。</translation>
    </message>
    <message>
        <source>Key information from forms and invoices, with boxes as JSON.</source>
        <translation>提取表单和发票的关键信息，方框以 JSON 给出。</translation>
    </message>
    <message>
        <source>MIT, with the Qwen licence for its language model</source>
        <translation>MIT，其语言模型适用 Qwen 许可协议</translation>
    </message>
    <message>
        <source>Quantized by its makers: a small download and little memory. Needs the extra gptq.</source>
        <translation>由制作者量化：下载小、占内存少。需要附加组件 gptq。</translation>
    </message>
    <message>
        <source>Qwen Research License</source>
        <translation>Qwen 研究许可协议</translation>
    </message>
    <message>
        <source>Reasoning about charts, documents and several pictures at once.</source>
        <translation>对图表、文档以及多张图片进行推理。</translation>
    </message>
    <message>
        <source>Small and well tried: questions about pictures, text in them, boxes.</source>
        <translation>小巧而久经考验：图片问答、图中文字、方框。</translation>
    </message>
    <message>
        <source>Small, good at documents and charts; pictures go in as tiles.</source>
        <translation>小巧，擅长文档和图表；图片以图块输入。</translation>
    </message>
    <message>
        <source>Strong at documents, charts and comparing pictures.</source>
        <translation>擅长文档、图表和图片对比。</translation>
    </message>
    <message>
        <source>The best balance: precise boxes, long documents, handwriting, for graphics cards of 8 to 12 GB.</source>
        <translation>最均衡：方框精确，能处理长文档和手写，适合 8 至 12 GB 的显卡。</translation>
    </message>
    <message>
        <source>The most capable of the list: boxes, small text, long documents; for 16 GB and more.</source>
        <translation>列表中能力最强：方框、小字、长文档；适合 16 GB 及以上。</translation>
    </message>
    <message>
        <source>The smallest: short answers about simple pictures, on almost any machine.</source>
        <translation>最小：简短回答关于简单图片的问题，几乎任何电脑都能运行。</translation>
    </message>
    <message>
        <source>Well tried in its size: details, dense text, boxes.</source>
        <translation>同等大小中久经考验：细节、密集文字、方框。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>FailureNotice</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
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
        <translation>Excel 表格（%2）</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>第 %1 张，共 %2 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>作为 Markdown</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>作为表格（CSV）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>查找标签</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>屏幕截图</translation>
    </message>
    <message>
        <source>Files of boxes</source>
        <translation>方框文件</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>导入方框</translation>
    </message>
    <message>
        <source>Import the boxes of a folder</source>
        <translation>导入文件夹中的方框</translation>
    </message>
    <message>
        <source>The picture is still being opened; export it again in a moment.</source>
        <translation>图片仍在打开；请稍后再导出。</translation>
    </message>
    <message>
        <source>No picture of this session has been reviewed to its end yet: review its boxes first.</source>
        <translation>此会话中还没有审核完的图片：请先审核方框。</translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation>选择存放文件的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in this folder already.</source>
        <translation>
            <numerusform>此文件夹中已有 %n 个同名文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep them, write the others</source>
        <translation>保留已有文件，只写其余的</translation>
    </message>
</context>
<context>
    <name>FileNotices</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n training sample(s) written to %1.</source>
        <translation>
            <numerusform>%n 个训练样本已写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preference pair(s) beside it.</source>
        <translation>
            <numerusform>旁边有 %n 个偏好对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) read back, at most %1 px from where you left them.</source>
        <translation>
            <numerusform>读回了 %n 个方框，与您留下的位置最多相差 %1 像素。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1.</source>
        <translation>注意：%1。</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>所有内容均已保存。</translation>
    </message>
    <message>
        <source>Something could not be saved. It is kept in %1.</source>
        <translation>有内容无法保存。它保留在 %1 中。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Drop JSON or JSONL files here</source>
        <translation>将 JSON 或 JSONL 文件拖到这里</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pictures of the session</source>
        <translation>会话中的图片</translation>
    </message>
    <message>
        <source>Pictures you open line up here.</source>
        <translation>打开的图片会排列在这里。</translation>
    </message>
    <message>
        <source>Remove from the session</source>
        <translation>从会话中移除</translation>
    </message>
</context>
<context>
    <name>FilmstripModel</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件不见了</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Find text in the picture</source>
        <translation>在图片中查找文字</translation>
    </message>
    <message>
        <source>Number of the hit</source>
        <translation>当前是第几处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>涂黑所有查找结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>COCO boxes</source>
        <translation>COCO 方框</translation>
    </message>
    <message>
        <source>CVAT for images</source>
        <translation>CVAT（图像）</translation>
    </message>
    <message>
        <source>Read text with its places (hOCR)</source>
        <translation>带位置的识别文字 (hOCR)</translation>
    </message>
    <message>
        <source>InternVL training data (JSONL)</source>
        <translation>InternVL 训练数据（JSONL）</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studio 任务</translation>
    </message>
    <message>
        <source>labelme boxes</source>
        <translation>labelme 方框</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Searchable PDF</source>
        <translation>可搜索的 PDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>PP-OCR labels</source>
        <translation>PP-OCR 标注</translation>
    </message>
    <message>
        <source>Qwen-VL training data (JSON)</source>
        <translation>Qwen-VL 训练数据（JSON）</translation>
    </message>
    <message>
        <source>JSON with text, boxes and chats</source>
        <translation>JSON（文字、方框与对话）</translation>
    </message>
    <message>
        <source>ms-swift training data (JSONL)</source>
        <translation>ms-swift 训练数据（JSONL）</translation>
    </message>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation>Excel 表格（CSV）</translation>
    </message>
    <message>
        <source>Table of the read lines (TSV)</source>
        <translation>文字行表格 (TSV)</translation>
    </message>
    <message>
        <source>Workbook of tables (XLSX)</source>
        <translation>表格工作簿 (XLSX)</translation>
    </message>
    <message>
        <source>Pascal VOC boxes</source>
        <translation>Pascal VOC 方框</translation>
    </message>
    <message>
        <source>X-AnyLabeling boxes</source>
        <translation>X-AnyLabeling 方框</translation>
    </message>
    <message>
        <source>YOLO dataset</source>
        <translation>YOLO 数据集</translation>
    </message>
</context>
<context>
    <name>FrameChooser</name>
    <message>
        <source>Frames of %1</source>
        <translation>%1 的画面</translation>
    </message>
    <message>
        <source>Spread over its time</source>
        <translation>按时间均匀选取</translation>
    </message>
    <message>
        <source>Where the picture changes</source>
        <translation>画面变化处</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Which frames are offered</source>
        <translation>提供哪些画面</translation>
    </message>
    <message>
        <source>How many frames are offered</source>
        <translation>提供多少帧</translation>
    </message>
    <message>
        <source>Frames of the video</source>
        <translation>视频的画面</translation>
    </message>
    <message>
        <source>What you take becomes pictures. Attached together, a model sees them as one video.</source>
        <translation>选中的画面会成为图片。一起附上时，模型把它们看作一段视频。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking into the video…</source>
        <translation>正在查看视频…</translation>
    </message>
    <message>
        <source>The file is cut off: what can be seen of it ends at %1.</source>
        <translation>文件不完整：可见内容到 %1 为止。</translation>
    </message>
    <message numerus="yes">
        <source>Take %n frame(s)</source>
        <translation>
            <numerusform>选取 %n 帧</numerusform>
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
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Longest answer (tokens)</source>
        <translation>回答上限（token）</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>束搜索数</translation>
    </message>
    <message>
        <source>Detail of pictures</source>
        <translation>图片细节</translation>
    </message>
    <message>
        <source>Very large pictures</source>
        <translation>特大图片</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>停止文本</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>May look again</source>
        <translation>可以再看一遍</translation>
    </message>
    <message>
        <source>Adapter (LoRA)</source>
        <translation>适配器 (LoRA)</translation>
    </message>
    <message>
        <source>A number from 0 to 5.</source>
        <translation>0 到 5 之间的数。</translation>
    </message>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation>大于 0 且不超过 1 的数。</translation>
    </message>
    <message>
        <source>A number above 0, at most 10.</source>
        <translation>大于 0 且不超过 10 的数。</translation>
    </message>
    <message>
        <source>A whole number of at most 64 bits.</source>
        <translation>不超过 64 位的整数。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000.</source>
        <translation>1 到 1,000,000 之间的整数。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 16.</source>
        <translation>1 到 16 之间的整数。</translation>
    </message>
    <message>
        <source>As the model wants</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>Less (faster)</source>
        <translation>较少（更快）</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>整体查看</translation>
    </message>
    <message>
        <source>Also in parts (slower)</source>
        <translation>同时分块查看（较慢）</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>At regions, by tools</source>
        <translation>用工具查看局部</translation>
    </message>
</context>
<context>
    <name>GenerationController</name>
    <message>
        <source>It was made for another model: its layers have other sizes.</source>
        <translation>它是为其他模型制作的：各层尺寸不同。</translation>
    </message>
    <message>
        <source>It was made for %1 and may not fit this model.</source>
        <translation>它是为 %1 制作的，可能不适合此模型。</translation>
    </message>
    <message>
        <source>Choose the folder of an adapter</source>
        <translation>选择适配器所在的文件夹</translation>
    </message>
</context>
<context>
    <name>GenerationPopover</name>
    <message>
        <source>Settings of this chat</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>The built-in reader has no settings. Choose a model to have them.</source>
        <translation>内置阅读器没有这些设置。选择一个模型后即可使用。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>%1 only goes on with a text: it has no place for a system prompt.</source>
        <translation>%1 只会续写文字，没有放系统提示词的位置。</translation>
    </message>
    <message>
        <source>With beams the answer is shown only at its end.</source>
        <translation>使用束搜索时，回答只在结束时显示。</translation>
    </message>
    <message>
        <source>The picture, then overlapping parts of it; boxes are joined across their seams.</source>
        <translation>先看整张图片，再看互相重叠的部分；跨越接缝的框会合并。</translation>
    </message>
    <message>
        <source>One a line; \n is a line break. The answer ends right before it.</source>
        <translation>每行一个；\n 表示换行。回答在它之前结束。</translation>
    </message>
    <message>
        <source>A stop text may end the answer before its JSON is whole.</source>
        <translation>停止文本可能使回答在 JSON 完整之前结束。</translation>
    </message>
    <message>
        <source>0: always the likeliest</source>
        <translation>0：总取最可能的</translation>
    </message>
    <message>
        <source>1: all tokens</source>
        <translation>1：所有 token</translation>
    </message>
    <message>
        <source>needs a temperature</source>
        <translation>需先设温度</translation>
    </message>
    <message>
        <source>another each time</source>
        <translation>每次不同</translation>
    </message>
    <message>
        <source>1: none, it streams</source>
        <translation>1：不用，逐字显示</translation>
    </message>
    <message>
        <source>The chat template of %1 has no place for tools.</source>
        <translation>%1 的聊天模板不支持工具。</translation>
    </message>
    <message>
        <source>Not where very large pictures are looked at in parts.</source>
        <translation>分块查看超大图片时不可用。</translation>
    </message>
    <message>
        <source>%1 is shown all pictures at one size.</source>
        <translation>%1 总以同一尺寸查看图片。</translation>
    </message>
    <message>
        <source>Fewer visual tokens for captions and classes; never for boxes or text.</source>
        <translation>描述和分类时使用较少的视觉词元；涉及方框或文字时从不减少。</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s own</source>
        <translation>模型自带的</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: the checkpoint&apos;s</source>
        <translation>%1：模型自带</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>截屏</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Eyebox opens no connection. Pictures and chats stay on this machine.</source>
        <translation>Eyebox 不联网。图片和对话都留在这台电脑上。</translation>
    </message>
    <message>
        <source>%1 is in memory. Click to unload it.</source>
        <translation>%1 已在内存中。单击可卸载。</translation>
    </message>
    <message>
        <source>A model or its engine is being downloaded, as you asked. Pictures and chats stay on this machine.</source>
        <translation>正在按您的要求下载模型或其引擎。图片和对话不会离开本机。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>按住空格拖动</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>中键</translation>
    </message>
    <message>
        <source>Move the selected boxes by 1 or 10 pixels</source>
        <translation>将选中的方框移动 1 或 10 像素</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Move a box that is not selected</source>
        <translation>移动未选中的方框</translation>
    </message>
    <message>
        <source>Drag its edge or label</source>
        <translation>拖动其边框或标签</translation>
    </message>
    <message>
        <source>Select the text in a box</source>
        <translation>选择方框内的文字</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Alt and drag where it is selected</source>
        <translation>方框已选中时按住 Alt 拖动</translation>
    </message>
    <message>
        <source>Next and previous box</source>
        <translation>下一个和上一个方框</translation>
    </message>
    <message>
        <source>Select all boxes rather than the text: with a box selected, in the list of boxes, while drawing</source>
        <translation>全选方框而不是文字：已选中方框时、在方框列表中、绘制时</translation>
    </message>
    <message>
        <source>Open or close a label in the list of boxes</source>
        <translation>展开或折叠方框列表中的标签</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>添加到选择</translation>
    </message>
    <message>
        <source>Shift and click</source>
        <translation>按住 Shift 单击</translation>
    </message>
    <message>
        <source>Send, or break the line</source>
        <translation>发送，或换行</translation>
    </message>
    <message>
        <source>Stop the answer of this chat</source>
        <translation>停止此对话的回答</translation>
    </message>
    <message>
        <source>Close what is open, drop the selection, leave full screen: one after the other</source>
        <translation>依次：关闭打开的面板、取消选择、退出全屏</translation>
    </message>
    <message>
        <source>Mouse and held keys</source>
        <translation>鼠标与按键</translation>
    </message>
    <message>
        <source>Eyebox %1 reads pictures, answers about them and keeps everything on this machine.</source>
        <translation>Eyebox %1 识别图片中的文字，回答有关图片的问题，所有内容都留在本机。</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>关于 Eyebox</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>The desktop gave the capture these keys: %1</source>
        <translation>桌面为截屏分配了这些按键：%1</translation>
    </message>
    <message>
        <source>The desktop does not listen for the keys of the capture any more: Eyebox asks for them again as soon as it can.</source>
        <translation>桌面不再监听截图按键：Eyebox 会尽快重新申请。</translation>
    </message>
    <message>
        <source>Capture a region of the screen</source>
        <translation>截取屏幕区域</translation>
    </message>
</context>
<context>
    <name>IgnoreController</name>
    <message>
        <source>Ignore this part no more</source>
        <translation>不再忽略这一部分</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>这张图片的文字还没有读取。</translation>
    </message>
    <message>
        <source>Drag over the part whose text is left out.</source>
        <translation>拖出要忽略文字的部分。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the session have other ignored parts now.</source>
        <translation>
            <numerusform>会话中有 %n 张图片的忽略部分已更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>忽略这一部分</translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message>
        <source>Templates of ignored parts</source>
        <translation>忽略部分的模板</translation>
    </message>
    <message>
        <source>Parts such as page numbers and watermarks, by their place on the page: they fit pages of the same layout at any size.</source>
        <translation>页码、水印等部分，按它们在页面上的位置保存：适用于版面相同、任意大小的页面。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>There is no template yet. Ignore parts of a picture, and save them under a name.</source>
        <translation>还没有模板。先在图片上忽略一些部分，再起名保存。</translation>
    </message>
    <message>
        <source>Apply to this picture</source>
        <translation>应用到这张图片</translation>
    </message>
    <message>
        <source>Apply to the session</source>
        <translation>应用到整个会话</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ignore nothing in the session</source>
        <translation>会话中不忽略任何部分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the new template</source>
        <translation>新模板的名称</translation>
    </message>
    <message numerus="yes">
        <source>Save the %n part(s) of this picture</source>
        <translation>
            <numerusform>保存这张图片的 %n 个部分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ignoring</name>
    <message>
        <source>Ignore a part</source>
        <translation>忽略一个部分</translation>
    </message>
    <message>
        <source>Ignore a part no more</source>
        <translation>不再忽略一个部分</translation>
    </message>
    <message>
        <source>Ignore parts</source>
        <translation>忽略一些部分</translation>
    </message>
    <message>
        <source>Ignore parts in all pictures</source>
        <translation>在所有图片中忽略一些部分</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n picture(s) of this file were not found; put them beside it and import again.</source>
        <translation>
            <numerusform>未找到此文件中的 %n 张图片；请把图片放在文件旁边，再导入一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>导入方框</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New keys for “%1”</source>
        <translation>“%1”的新快捷键</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use them here instead</source>
        <translation>改在此处使用</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the keys</source>
        <translation>请按下按键</translation>
    </message>
</context>
<context>
    <name>LabelController</name>
    <message>
        <source>Files with names of labels (%1)</source>
        <translation>含有标签名称的文件 (%1)</translation>
    </message>
    <message>
        <source>Labels of a file</source>
        <translation>文件中的标签</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text that was read</source>
        <translation>读出的文字</translation>
    </message>
    <message numerus="yes">
        <source>Label of %n box(es)</source>
        <translation>
            <numerusform>%n 个方框的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>方框的标签</translation>
    </message>
</context>
<context>
    <name>LabelGrid</name>
    <message>
        <source>No label has this name.</source>
        <translation>没有这个名称的标签。</translation>
    </message>
    <message>
        <source>There is no label yet.</source>
        <translation>还没有标签。</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Enter or a click gives the label · with Shift it is hidden or shown · with Ctrl it is seen alone</source>
        <translation>回车或单击：使用该标签 · 按住 Shift：隐藏或显示 · 按住 Ctrl：只看它</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>LabelSet</name>
    <message>
        <source>Change the labels</source>
        <translation>更改标签</translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message numerus="yes">
        <source>%n label(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) have this label: rename it, or delete them first.</source>
        <translation>
            <numerusform>有 %n 个方框使用此标签：请改名，或先删除这些方框。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused label(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 个未用的标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>浅蓝</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>酒红</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>标签的颜色</translation>
    </message>
    <message>
        <source>Labels of the session</source>
        <translation>会话的标签</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>F2 renames a label, Insert adds one, Alt and arrows move it, Delete takes it out.</source>
        <translation>F2 重命名标签，Insert 添加，Alt 加方向键移动，Delete 移除。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Remove unused</source>
        <translation>移除未用的</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Attributes are written like this: side: left, right; remark. One without values takes any text.</source>
        <translation>属性这样书写：方向: 左, 右; 备注。没有列出取值的属性可填任意文字。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>%1 is damaged; put the file there again.</source>
        <translation>%1 已损坏，请重新放入该文件。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄罗斯语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>吉尔吉斯语</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>塔吉克语</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>鞑靼语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Ancient Greek</source>
        <translation>古希腊语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>维吾尔语</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什图语</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>信德语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第绪语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>马拉地语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>阿萨姆语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>卡纳达语</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普语</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>奥里亚语</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚语</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>提格利尼亚语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏语</translation>
    </message>
    <message>
        <source>Dzongkha</source>
        <translation>宗喀语</translation>
    </message>
    <message>
        <source>Dhivehi</source>
        <translation>迪维希语</translation>
    </message>
    <message>
        <source>Syriac</source>
        <translation>叙利亚语</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <translation>切罗基语</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>因纽特语</translation>
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
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss held out</source>
        <translation>留出部分的损失</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>偏好选中答案</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>奖励差</translation>
    </message>
    <message>
        <source>Questions that it does not learn</source>
        <translation>它不学习的问题</translation>
    </message>
    <message>
        <source>As it answers after %1 steps. Dashed: what is wanted.</source>
        <translation>%1 步后的回答。虚线：应有的框。</translation>
    </message>
</context>
<context>
    <name>LearningPlot</name>
    <message>
        <source>Course of the loss</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>奖励差</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>偏好选中答案</translation>
    </message>
    <message>
        <source>The first step is on its way.</source>
        <translation>第一步正在进行。</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open this address in your browser?</source>
        <translation>要在浏览器中打开此地址吗？</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>它指向 %1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>LoadingLine</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>停止加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LocalApi</name>
    <message>
        <source>Start it so, or enter both under Admin Settings, Connections, OpenAI API. In Docker it needs --network=host.</source>
        <translation>这样启动它，或在 Admin Settings、Connections、OpenAI API 中填写这两项。在 Docker 中需要 --network=host。</translation>
    </message>
    <message>
        <source>Add this to config.yaml.</source>
        <translation>将这些内容加入 config.yaml。</translation>
    </message>
    <message>
        <source>With the package openai.</source>
        <translation>使用 openai 软件包。</translation>
    </message>
    <message>
        <source>Lists the models that can be asked.</source>
        <translation>列出可以提问的模型。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Working it out…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>chat %1</source>
        <translation>对话 %1</translation>
    </message>
    <message>
        <source>work %1</source>
        <translation>运算 %1</translation>
    </message>
</context>
<context>
    <name>MergeChoice</name>
    <message>
        <source>Merge with another review</source>
        <translation>与另一份审核合并</translation>
    </message>
    <message>
        <source>Somebody else has reviewed the same pictures: choose where their review is. Nothing is changed yet.</source>
        <translation>另一个人审核了同样的图片：请选择对方的审核。此时还不会改动任何内容。</translation>
    </message>
    <message>
        <source>Sessions with a review</source>
        <translation>有审核的会话</translation>
    </message>
    <message>
        <source>No other session here has a review. One from another machine comes as a file, which “Save the review for another reviewer…” writes there.</source>
        <translation>这里没有其他会话有审核。另一台电脑上的审核以文件形式带来，由那里的“为另一位审核者保存审核…”写出。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message>
        <source>Reviews (%1)</source>
        <translation>审核（%1）</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>打开审核</translation>
    </message>
    <message>
        <source>This session has no review yet.</source>
        <translation>此会话还没有审核。</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>审核方框…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer</source>
        <translation>为另一位审核者保存审核</translation>
    </message>
    <message numerus="yes">
        <source>Saved the review of %n picture(s) as %1</source>
        <translation>
            <numerusform>已将 %n 张图片的审核保存为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) taken over.</source>
        <translation>
            <numerusform>已采用 %n 个判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All disputes are settled.</source>
        <translation>所有分歧都已解决。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>A picture was turned: compare the reviews again to go on.</source>
        <translation>有图片被旋转：请重新比较两份审核再继续。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the picture</source>
        <translation>图片概览</translation>
    </message>
    <message>
        <source>Arrows move what is in sight of the picture.</source>
        <translation>方向键移动可见的部分。</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>拖动以移动</translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message>
        <source>Find %1</source>
        <translation>查找 %1</translation>
    </message>
    <message>
        <source>This is another picture than %1 was, or it has changed; boxes and text may not fit.</source>
        <translation>这不是原来的 %1，或者它已被修改；方框和文字可能对不上。</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message numerus="yes">
        <source>%n other missing picture(s) are in this folder too.</source>
        <translation>
            <numerusform>此文件夹中还有 %n 张缺失的图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them too</source>
        <translation>一并使用</translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>New chats begin with %1.</source>
        <translation>新对话将使用 %1。</translation>
    </message>
    <message>
        <source>New chats begin with the model beside them.</source>
        <translation>新对话将使用旁边对话的模型。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>It is loaded after “%1”</source>
        <translation>在“%1”之后加载</translation>
    </message>
    <message>
        <source>The check of boxes was stopped, so that the model can be used now. It can be made again.</source>
        <translation>已停止方框检查，以便立即使用模型。之后可以重新检查。</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to %1.</source>
        <translation>在您允许发送到 %1 之前，图片只留在本机。</translation>
    </message>
    <message>
        <source>Allow, and ask again</source>
        <translation>允许并重新提问</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet: the model engine has to be added first.</source>
        <translation>这台电脑还不能运行模型：需要先添加模型引擎。</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>添加模型引擎…</translation>
    </message>
</context>
<context>
    <name>ModelEngine</name>
    <message>
        <source>Looking at the model engine</source>
        <translation>正在查看模型引擎</translation>
    </message>
    <message>
        <source>Looking at the server engine</source>
        <translation>正在查看服务器引擎</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>正在计算所需</translation>
    </message>
    <message>
        <source>Adding the model engine</source>
        <translation>正在添加模型引擎</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>正在添加服务器引擎</translation>
    </message>
    <message>
        <source>A model still works. Let it end, or stop it, then try again.</source>
        <translation>有模型仍在工作。请等它结束或将其停止，然后重试。</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>正在移除模型引擎</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>正在移除服务器引擎</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>自己的服务器</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>可下载的模型</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>new chats</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Built in · reads and finds text</source>
        <translation>内置 · 读取并查找文字</translation>
    </message>
    <message>
        <source>always ready</source>
        <translation>随时可用</translation>
    </message>
    <message>
        <source>its first model</source>
        <translation>它的第一个模型</translation>
    </message>
    <message>
        <source>with pictures</source>
        <translation>可发送图片</translation>
    </message>
    <message>
        <source>in words alone</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>no boxes</source>
        <translation>无方框</translation>
    </message>
</context>
<context>
    <name>ModelLoading</name>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Precision of %1</source>
        <translation>%1 的精度</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>正在估算所需资源</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>下载 %1</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>正在移除 %1</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>正在检查模型的框</translation>
    </message>
</context>
<context>
    <name>MovedFiles</name>
    <message numerus="yes">
        <source>%n file(s) found again.</source>
        <translation>
            <numerusform>重新找到 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of %1 was moved; it was found again as %2.</source>
        <translation>%1 的文件被移动过；已在 %2 重新找到。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Memory on this machine, about</source>
        <translation>在本机所需内存（约）</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>许可证 %1</translation>
    </message>
    <message>
        <source>Size by precision</source>
        <translation>各精度的大小</translation>
    </message>
    <message>
        <source>Answers in words only: it was not taught to put boxes.</source>
        <translation>只用文字回答：没有学过画方框。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no picture in %1.</source>
        <translation>%1 中没有图片。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Only the first %1 pages of %2 were opened.</source>
        <translation>只打开了 %2 的前 %1 页。</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be opened.</source>
        <translation>
            <numerusform>另有 %n 个文件无法打开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message numerus="yes">
        <source>%n picture(s) moved.</source>
        <translation>
            <numerusform>移动了 %n 张图片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Nothing was held out.</source>
        <translation>没有留出任何内容。</translation>
    </message>
    <message>
        <source>No answer got worse.</source>
        <translation>没有回答变差。</translation>
    </message>
    <message>
        <source>No general questions were asked.</source>
        <translation>没有提问通用问题。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Figures before and after, with intervals of 95 %</source>
        <translation>前后数据及 95 % 区间</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>数量太少，无法判断</translation>
    </message>
    <message>
        <source>no more than chance</source>
        <translation>不超过偶然</translation>
    </message>
    <message>
        <source>Of pairs that it did not learn it prefers the chosen answer in %1, by a reward margin of %2.</source>
        <translation>在未学习的偏好对中，%1 的情况下它更偏好选中的答案，奖励差为 %2。</translation>
    </message>
    <message>
        <source>Held out, by change</source>
        <translation>留出部分，按变化</translation>
    </message>
    <message>
        <source>Got worse: %1</source>
        <translation>变差：%1</translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>通用问题</translation>
    </message>
    <message numerus="yes">
        <source>Taught in %n step(s).</source>
        <translation>
            <numerusform>已训练 %n 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss fell from %1 to %2.</source>
        <translation>损失从 %1 降到 %2。</translation>
    </message>
    <message>
        <source>The loss went from %1 to %2.</source>
        <translation>损失从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>It ended early: %1.</source>
        <translation>提前结束：%1。</translation>
    </message>
    <message>
        <source>It got worse at: %1.</source>
        <translation>变差的项目：%1。</translation>
    </message>
    <message>
        <source>It got better at: %1, and worse at nothing that was asked.</source>
        <translation>变好的项目：%1；问过的项目都没有变差。</translation>
    </message>
    <message>
        <source>No difference is shown that is more than chance.</source>
        <translation>没有显示超出偶然的差异。</translation>
    </message>
    <message>
        <source>Nothing was asked before and after.</source>
        <translation>前后没有提问。</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals. General questions are the same for every model, about drawn pictures.</source>
        <translation>括号内为 95 % 区间。通用问题对每个模型都相同，是关于绘制图片的。</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Unpack %1</source>
        <translation>解包 %1</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Double click to rename  (F2)</source>
        <translation>双击重命名（F2）</translation>
    </message>
    <message>
        <source>Another chat beside this one</source>
        <translation>在旁边新建对话</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>关闭此对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>此对话的设置</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>“%1”受密码保护。</translation>
    </message>
    <message>
        <source>That password does not open it. Try another one.</source>
        <translation>此密码不正确，请再试一次。</translation>
    </message>
    <message>
        <source>It is kept until Eyebox is closed, in memory only.</source>
        <translation>密码只保存在内存中，关闭 Eyebox 后即清除。</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>“%1” is digitally signed. What is saved from here does not carry the signature.</source>
        <translation>“%1”带有数字签名。从这里保存的内容不含该签名。</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Resume download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download both</source>
        <translation>一并下载</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>No model was found in %1. Choose a folder with config.json and safetensors files, or the one above it.</source>
        <translation>在 %1 中没有找到模型。请选择包含 config.json 和 safetensors 文件的文件夹，或它的上级文件夹。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>“Use it” stops the check</source>
        <translation>点击“使用”会停止检查</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model has these words.</source>
        <translation>没有模型含有这些词。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>服务器…</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>添加自己的服务器</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>用于新对话</translation>
    </message>
    <message>
        <source>Without it a new chat has the model of the one beside it</source>
        <translation>不勾选时，新对话使用旁边对话的模型</translation>
    </message>
    <message>
        <source>Serve with vLLM</source>
        <translation>用 vLLM 提供服务</translation>
    </message>
    <message>
        <source>The server engine answers with it, to many questions at once</source>
        <translation>由服务器引擎用它回答，可同时回答许多问题</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Gives the memory of the loaded model back</source>
        <translation>释放已加载模型占用的内存</translation>
    </message>
    <message>
        <source>The model engine is missing</source>
        <translation>缺少模型引擎</translation>
    </message>
    <message>
        <source>This checkpoint is not complete: download it again, it goes on.</source>
        <translation>此检查点不完整：再次下载即可从中断处继续。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 shown at %2</source>
        <translation>%1，以 %2 展示</translation>
    </message>
    <message>
        <source>%1 % of its pixels</source>
        <translation>占原像素的 %1 %</translation>
    </message>
    <message>
        <source>The model saw every pixel.</source>
        <translation>模型看到了每一个像素。</translation>
    </message>
    <message>
        <source>%1 times smaller in each direction: what you can&apos;t read here, the model couldn&apos;t either.</source>
        <translation>每个方向缩小到 1/%1：这里看不清的，模型也看不清。</translation>
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
        <translation>自动</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>勉强</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>about %1 to the first word</source>
        <translation>约 %1后出首字</translation>
    </message>
    <message>
        <source>%1: needs %2 of %3</source>
        <translation>%1：需要 %2，可用 %3</translation>
    </message>
    <message>
        <source>boxes not checked</source>
        <translation>方框未检查</translation>
    </message>
    <message>
        <source>boxes trusted</source>
        <translation>方框可信</translation>
    </message>
    <message>
        <source>boxes not trusted</source>
        <translation>方框不可信</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Adding the model engine first</source>
        <translation>先添加模型引擎</translation>
    </message>
    <message>
        <source>Asking for the list of files</source>
        <translation>正在获取文件列表</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Putting into place</source>
        <translation>正在放置</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
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
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>PyTorch for the processor</source>
        <translation>用于处理器的 PyTorch</translation>
    </message>
    <message>
        <source>PyTorch for CUDA %1</source>
        <translation>用于 CUDA %1 的 PyTorch</translation>
    </message>
</context>
<context>
    <name>PickerController</name>
    <message>
        <source>Choose the folder of a model</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>选择模型包</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>签名者：%1。</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>已添加“%1”。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>用作模型…</translation>
    </message>
    <message>
        <source>vLLM answers now. Choose “%1” as the model of a chat.</source>
        <translation>vLLM 现在可以回答了。请将“%1”选为聊天的模型。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>PictureChip</name>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Pictures of the session</source>
        <translation>会话中的图片</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>No picture has this in its name.</source>
        <translation>没有名称包含此内容的图片。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Attach %n picture(s)</source>
        <translation>
            <numerusform>附加 %n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureController</name>
    <message>
        <source>Opening… %1 %</source>
        <translation>正在打开… %1 %</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>图片和文档</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>类型：</translation>
    </message>
</context>
<context>
    <name>PictureNumber</name>
    <message>
        <source>Go to a picture by its number (Ctrl+G)</source>
        <translation>按编号转到图片（Ctrl+G）</translation>
    </message>
    <message>
        <source>Number of the picture</source>
        <translation>图片编号</translation>
    </message>
</context>
<context>
    <name>PictureParts</name>
    <message>
        <source>The picture is still being opened; try again in a moment.</source>
        <translation>图片仍在打开，请稍后再试。</translation>
    </message>
    <message>
        <source>Drag over the part that becomes a new picture.</source>
        <translation>拖动选出要成为新图片的部分。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PictureSizeController</name>
    <message>
        <source>Size at which the model sees pictures</source>
        <translation>模型看到的图片大小</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 has changed since it was last opened; its boxes may not fit any more.</source>
        <translation>%1 自上次打开后已被修改，方框可能不再对得上。</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>Pinned capture</source>
        <translation>钉住的截屏</translation>
    </message>
    <message>
        <source>Drag to move · wheel to scale · double click or Esc to close</source>
        <translation>拖动移动 · 滚轮缩放 · 双击或 Esc 关闭</translation>
    </message>
</context>
<context>
    <name>PrecisionChoice</name>
    <message>
        <source>Precision %1</source>
        <translation>精度 %1</translation>
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
        <translation>使用视觉语言模型</translation>
    </message>
    <message>
        <source>With the built-in reader</source>
        <translation>使用内置阅读器</translation>
    </message>
</context>
<context>
    <name>PresetLine</name>
    <message>
        <source>No preset</source>
        <translation>无预设</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Save, overwrite or remove a preset</source>
        <translation>保存、覆盖或删除预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 (for new chats)</source>
        <translation>%1（用于新对话）</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>另存为预设…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>New chats with %1 take “%2”</source>
        <translation>使用 %1 的新对话采用“%2”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>All prompts</source>
        <translation>全部提示词</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Read all pictures: %1 left</source>
        <translation>识别全部图片：剩余 %1 张</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>批处理：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import of boxes</source>
        <translation>导入方框</translation>
    </message>
</context>
<context>
    <name>PromptRun</name>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>添加“%1”的方框</translation>
    </message>
</context>
<context>
    <name>ProofController</name>
    <message>
        <source>There is no word left that the reader is unsure of.</source>
        <translation>没有阅读器没有把握的词了。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>没有文字。</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>更正这一行</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回为：%1</translation>
    </message>
    <message>
        <source>The line is right</source>
        <translation>这一行是对的</translation>
    </message>
</context>
<context>
    <name>QrCodes</name>
    <message>
        <source>Select a text, or copy one: the QR code is made of it.</source>
        <translation>请先选择或复制一段文字，再用它生成二维码。</translation>
    </message>
    <message>
        <source>QR code: %1</source>
        <translation>二维码：%1</translation>
    </message>
</context>
<context>
    <name>QuantizeController</name>
    <message>
        <source>“%1” was quantized.</source>
        <translation>“%1”已量化。</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>用作模型…</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>A file of chats</source>
        <translation>对话文件</translation>
    </message>
    <message>
        <source>Where the new folder is made</source>
        <translation>新文件夹的位置</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Calibrated with chats about pictures; runs fast on graphics cards.</source>
        <translation>用关于图片的对话校准；在显卡上运行快。</translation>
    </message>
    <message>
        <source>Rounded as it is, without calibration: done soon, and a little less exact.</source>
        <translation>直接舍入，无需校准：很快完成，精度略低。</translation>
    </message>
    <message>
        <source>Pictures like those you will ask about.</source>
        <translation>与您将要提问的图片类似的图片。</translation>
    </message>
    <message>
        <source>Nothing of your own: drawn shapes are used. Chats about your pictures are better.</source>
        <translation>没有您自己的数据：将使用绘制的图形。用关于您的图片的对话更好。</translation>
    </message>
    <message>
        <source>Up to %1 chats about pictures are used.</source>
        <translation>最多使用 %1 个关于图片的对话。</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <source>drawn shapes</source>
        <translation>绘制的图形</translation>
    </message>
    <message>
        <source>“%1” is there: %2, instead of %3.</source>
        <translation>“%1”已完成：%2，原为 %3。</translation>
    </message>
    <message>
        <source>It goes on when this page is closed. The queue shows it, too.</source>
        <translation>关闭此页后仍会继续。队列中也会显示。</translation>
    </message>
    <message>
        <source>Writes the model in 4 bit, about a quarter as large, in a new folder. This one stays.</source>
        <translation>以 4 位写入新文件夹，大小约为四分之一。原模型保留。</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>量化 %1</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Calibrate with</source>
        <translation>校准数据</translation>
    </message>
    <message>
        <source>Into the new folder</source>
        <translation>写入新文件夹</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>所需资源</translation>
    </message>
    <message>
        <source>Chats and pictures of this session</source>
        <translation>此会话的对话和图片</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>A file of chats…</source>
        <translation>对话文件…</translation>
    </message>
    <message>
        <source>Drawn shapes</source>
        <translation>绘制的图形</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Calibrated with</source>
        <translation>校准使用</translation>
    </message>
    <message>
        <source>How far the quantizing is</source>
        <translation>量化进度</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose where the new folder is made</source>
        <translation>选择新文件夹的位置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>与原模型比较…</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>用作模型…</translation>
    </message>
</context>
<context>
    <name>Quantizing</name>
    <message>
        <source>Working out what it takes</source>
        <translation>正在估算所需资源</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>量化 %1</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Edit and ask again</source>
        <translation>编辑后重新提问</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>复制问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>QueueChoice</name>
    <message>
        <source>%1 of %2 boxes</source>
        <translation>%1 / %2 个方框</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>所有判定</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>All origins</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>最低得分</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>最高得分</translation>
    </message>
    <message>
        <source>Boxes without a score are left out as soon as this is narrower than 0 to 1.</source>
        <translation>范围小于 0 到 1 时，没有得分的方框不会显示。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Stop everything that runs or waits</source>
        <translation>停止所有正在进行和等待的任务</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits.</source>
        <translation>没有正在进行或等待的任务。</translation>
    </message>
</context>
<context>
    <name>ReaderDetails</name>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>Built in and always ready. It reads the text of a picture and finds words in it, with boxes, on any machine. For questions about what a picture shows, choose a vision-language model.</source>
        <translation>内置，随时可用。在任何机器上都能读取图片中的文字，并用方框标出要找的词。要对图片内容提问，请选择视觉语言模型。</translation>
    </message>
    <message>
        <source>Looking for models on this machine…</source>
        <translation>正在本机查找模型…</translation>
    </message>
    <message>
        <source>No vision-language model on this machine yet</source>
        <translation>本机还没有视觉语言模型</translation>
    </message>
    <message>
        <source>There are three ways to get one:</source>
        <translation>有三种方式获得：</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>One that holds a checkpoint: config.json and safetensors files.</source>
        <translation>含有检查点的文件夹：config.json 和 safetensors 文件。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Download one</source>
        <translation>下载一个</translation>
    </message>
    <message>
        <source>From the list at the left, or any other by its name. It asks before it connects.</source>
        <translation>从左侧列表，或按名称下载其他模型。连接之前会先询问。</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Put it into the Hugging Face cache</source>
        <translation>放进 Hugging Face 缓存</translation>
    </message>
    <message>
        <source>What other programs downloaded to %1 is found by itself.</source>
        <translation>其他程序下载到 %1 的模型会自动找到。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>识别已停止。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All pictures have been read.</source>
        <translation>全部图片都已识别。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) read.</source>
        <translation>
            <numerusform>已识别 %n 张图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1</source>
        <translation>
            <numerusform>%n 张无法识别：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>剩余 %n 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>RedactionController</name>
    <message>
        <source>There is nothing to black out.</source>
        <translation>没有可涂黑的内容。</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>涂黑</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Drag over what is to be blacked out.</source>
        <translation>拖过要涂黑的区域。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Show this again</source>
        <translation>重新显示此处</translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message>
        <source>Find and black out</source>
        <translation>查找并涂黑</translation>
    </message>
    <message>
        <source>A name, an address…</source>
        <translation>姓名、地址…</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>整个会话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What is blacked out</source>
        <translation>涂黑的内容</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>涂黑</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>A region</source>
        <translation>一个区域</translation>
    </message>
    <message>
        <source>Nothing was found. Only what has been read can be found.</source>
        <translation>没有找到。只能找到已读取的文字。</translation>
    </message>
    <message>
        <source>{0} of {1} will be blacked out.</source>
        <translation>将涂黑 {1} 处中的 {0} 处。</translation>
    </message>
    <message>
        <source>{0} of {1} are blacked out.</source>
        <translation>已涂黑 {0} 处，共 {1} 处。</translation>
    </message>
    <message>
        <source>There is more: black these out and look again.</source>
        <translation>还有更多：先涂黑这些，再查找一次。</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Numbers and IDs</source>
        <translation>编号与证件号</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
</context>
<context>
    <name>Redactions</name>
    <message>
        <source>Black out</source>
        <translation>涂黑</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
</context>
<context>
    <name>Relabeling</name>
    <message>
        <source>Rename a label</source>
        <translation>重命名标签</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n picture(s) removed from the session.</source>
        <translation>
            <numerusform>已从会话中移除 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The chat was closed.</source>
        <translation>对话已关闭。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>已删除%1。</translation>
    </message>
    <message>
        <source>%1 was removed before; its boxes and text are still there.</source>
        <translation>%1 以前被移除过，它的方框和文字还在。</translation>
    </message>
    <message numerus="yes">
        <source>%n of these pictures were removed before; their boxes and text are still there.</source>
        <translation>
            <numerusform>其中 %n 张图片以前被移除过，它们的方框和文字还在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back its boxes and text</source>
        <translation>恢复它的方框和文字</translation>
    </message>
    <message>
        <source>Bring back their boxes and text</source>
        <translation>恢复它们的方框和文字</translation>
    </message>
    <message>
        <source>Bring back boxes</source>
        <translation>恢复方框</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 is back in %2.</source>
        <translation>%1 已恢复到%2中。</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>打开会话</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Since Eyebox was opened: %1 · under way or waiting: %2</source>
        <translation>自 Eyebox 打开以来：%1 · 进行中或等待中：%2</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>进行中的请求</translation>
    </message>
    <message>
        <source>Nothing is asked at the moment.</source>
        <translation>目前没有请求。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
</context>
<context>
    <name>ResolutionSlider</name>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message numerus="yes">
        <source>up to %n tile(s)</source>
        <translation>
            <numerusform>最多 %n 块</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 a picture</source>
        <translation>每张图片最多 %1</translation>
    </message>
    <message>
        <source>Tiles a picture</source>
        <translation>每张图片的块数</translation>
    </message>
    <message>
        <source>Visual tokens a picture</source>
        <translation>每张图片的视觉词元</translation>
    </message>
    <message>
        <source>%1 megapixels</source>
        <translation>%1 百万像素</translation>
    </message>
    <message>
        <source>Let the model choose the size</source>
        <translation>由模型决定大小</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在估算…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>waiting</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>A model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Text reading</source>
        <translation>文字识别</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>One label at a time, likeliest first</source>
        <translation>逐个标签，最可能正确的在前</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>最确定的在前</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>最不确定的在前</translation>
    </message>
    <message>
        <source>Where two models disagree</source>
        <translation>两个模型意见不一之处</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>最小的在前</translation>
    </message>
    <message>
        <source>Most crowded pictures first</source>
        <translation>方框最密集的图片在前</translation>
    </message>
    <message>
        <source>Picture by picture</source>
        <translation>逐张图片</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Another program reviews these boxes. They can be looked at here; verdicts are given there.</source>
        <translation>另一个程序正在审核这些方框。此处只能查看，结论请在那边给出。</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>更改标签</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on asking the model</source>
        <translation>继续询问模型</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>暂停询问模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Nothing to review on this picture; a key of the review goes back.</source>
        <translation>这张图片上没有可审核的内容；按审核的按键可返回。</translation>
    </message>
    <message>
        <source>The model is being asked; its boxes come here.</source>
        <translation>正在询问模型；其方框会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>All %n box(es) have a verdict.</source>
        <translation>
            <numerusform>全部 %n 个方框都已判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to review: there are no boxes of a model or a file here.</source>
        <translation>没有可审核的内容：这里没有来自模型或文件的方框。</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手动绘制</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>was “%1”</source>
        <translation>原为“%1”</translation>
    </message>
    <message>
        <source>%1 of %2 boxes judged</source>
        <translation>已判定 %1 个方框，共 %2 个</translation>
    </message>
    <message>
        <source>%1 s a box</source>
        <translation>每个方框 %1 秒</translation>
    </message>
    <message>
        <source>All boxes have a verdict</source>
        <translation>所有方框都已判定</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the review; it goes on here the next time</source>
        <translation>结束审核；下次从这里继续</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Nothing is corrected yet: drag an edge or corner, type a label, or accept the box.</source>
        <translation>尚未修正：拖动边或角，输入标签，或接受该方框。</translation>
    </message>
    <message>
        <source>No label has the key %1.</source>
        <translation>没有标签使用按键 %1。</translation>
    </message>
</context>
<context>
    <name>ReviewDigits</name>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>标签：%1</translation>
    </message>
</context>
<context>
    <name>ReviewMerge</name>
    <message numerus="yes">
        <source>Take over %n verdict(s)</source>
        <translation>
            <numerusform>采用 %n 个判定</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep my box</source>
        <translation>保留我的方框</translation>
    </message>
    <message>
        <source>Take their box</source>
        <translation>采用对方的方框</translation>
    </message>
    <message>
        <source>Take neither box</source>
        <translation>两个方框都不要</translation>
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
        <translation>标签</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>ReviewStart</name>
    <message>
        <source>The pictures are being opened</source>
        <translation>正在打开图片</translation>
    </message>
    <message>
        <source>%1 of %2 pictures asked</source>
        <translation>已询问 %1 张图片，共 %2 张</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The boxes to judge are being gathered…</source>
        <translation>正在收集待审核的方框…</translation>
    </message>
    <message>
        <source>Boxes of another model or precision</source>
        <translation>另一模型或精度的方框</translation>
    </message>
    <message>
        <source>There are no boxes in this.</source>
        <translation>其中没有方框。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>“%1” was asked about %2 of %3 pictures.</source>
        <translation>“%1”已就 %2 张图片提问，共 %3 张。</translation>
    </message>
</context>
<context>
    <name>ReviewSteps</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Add what was missed</source>
        <translation>添加遗漏的方框</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>标记为不确定</translation>
    </message>
    <message>
        <source>Take the verdict away</source>
        <translation>撤去结论</translation>
    </message>
    <message>
        <source>Remove what was added</source>
        <translation>移除所添加的方框</translation>
    </message>
    <message>
        <source>Mark the picture as complete</source>
        <translation>将图片标记为完整</translation>
    </message>
    <message>
        <source>Merge two reviews</source>
        <translation>合并两份审核</translation>
    </message>
    <message>
        <source>Judge boxes</source>
        <translation>审核方框</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>There are no boxes to review.</source>
        <translation>没有可审核的方框。</translation>
    </message>
    <message>
        <source>No box fits what is chosen above.</source>
        <translation>没有符合上述条件的方框。</translation>
    </message>
    <message>
        <source>Boxes of the review</source>
        <translation>审核中的方框</translation>
    </message>
    <message>
        <source>Up and down go to another box; the keys of the review give it its verdict.</source>
        <translation>上下键转到另一个方框；审核的按键给出判定。</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>Fields of the answer</source>
        <translation>回答的字段</translation>
    </message>
    <message>
        <source>The answer is JSON with exactly these fields. Without any it is plain text.</source>
        <translation>回答是恰好含有这些字段的 JSON。没有字段时为普通文字。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>删除字段</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>无模式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>Two fields are called %1.</source>
        <translation>有两个字段都叫 %1。</translation>
    </message>
    <message>
        <source>This schema says more than a list of fields: edit its text, or empty it to start anew.</source>
        <translation>此模式不只是一个字段列表：请编辑其文字，或清空后重新开始。</translation>
    </message>
    <message>
        <source>This is no JSON: look at line %1, column %2.</source>
        <translation>这不是 JSON：请看第 %1 行第 %2 列。</translation>
    </message>
    <message>
        <source>A schema is an object in braces, not %3.</source>
        <translation>模式应是花括号中的对象，而不是 %3。</translation>
    </message>
    <message>
        <source>%4: there is no type %3.</source>
        <translation>%4：没有类型 %3。</translation>
    </message>
    <message>
        <source>%4 has to be a schema in braces, not %3.</source>
        <translation>%4 应是花括号中的模式，而不是 %3。</translation>
    </message>
    <message>
        <source>%4 has to be a list of schemas, not %3.</source>
        <translation>%4 应是模式的列表，而不是 %3。</translation>
    </message>
    <message>
        <source>%4 has to be a list of names, not %3.</source>
        <translation>%4 应是名称的列表，而不是 %3。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>文字列表</translation>
    </message>
    <message>
        <source>list of numbers</source>
        <translation>数字列表</translation>
    </message>
    <message>
        <source>list of boxes</source>
        <translation>方框列表</translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>Scripts and languages</source>
        <translation>文种与语言</translation>
    </message>
    <message>
        <source>Search languages</source>
        <translation>搜索语言</translation>
    </message>
    <message>
        <source>No language has this name.</source>
        <translation>没有这个名称的语言。</translation>
    </message>
    <message>
        <source>Latin, Chinese and Japanese text is read as it is. Other scripts need tesserocr, which is missing.</source>
        <translation>拉丁字母、中文和日文可以直接识别。其他文种需要 tesserocr，现在没有安装。</translation>
    </message>
    <message>
        <source>Add it with this command and start Eyebox again:</source>
        <translation>用这条命令安装，然后重新启动 Eyebox：</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>Try all of them, the likeliest first</source>
        <translation>全部尝试，最可能的优先</translation>
    </message>
    <message>
        <source>There is no language data yet. Add some as told below.</source>
        <translation>还没有语言数据。请按下面的说明添加。</translation>
    </message>
    <message>
        <source>Also there, and not needed, because the reader knows their letters by itself: %1</source>
        <translation>另外还有下列语言，不需要它们，因为内置识别器本来就认识这些文字：%1</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>本机没有</translation>
    </message>
    <message>
        <source>Or put a file like kor.traineddata into Eyebox&apos;s folder for language data, and open this page again.</source>
        <translation>也可以把 kor.traineddata 这样的文件放进 Eyebox 的语言数据文件夹，再重新打开本页。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command that adds tesserocr</source>
        <translation>复制安装 tesserocr 的命令</translation>
    </message>
    <message>
        <source>Copy the command that adds %1</source>
        <translation>复制添加%1的命令</translation>
    </message>
</context>
<context>
    <name>SecondController</name>
    <message>
        <source>No model is loaded that could read it: choose one for the chat.</source>
        <translation>没有已载入的模型可以读取它：请为对话选择一个模型。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>没有文字。</translation>
    </message>
    <message>
        <source>There is no text in the selected boxes.</source>
        <translation>所选方框里没有文字。</translation>
    </message>
    <message>
        <source>Take: %1</source>
        <translation>采用：%1</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>保留第一次读到的</translation>
    </message>
</context>
<context>
    <name>SecondList</name>
    <message>
        <source>Read as %1, the second time as %2</source>
        <translation>第一次读作 %1，第二次读作 %2</translation>
    </message>
    <message>
        <source>not read the first time</source>
        <translation>第一次没有读到</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>read at twice the size</source>
        <translation>放大一倍读取</translation>
    </message>
    <message>
        <source>read at half the size</source>
        <translation>缩小一半读取</translation>
    </message>
    <message>
        <source>Second opinion, %1</source>
        <translation>第二意见，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The second reading has the same text.</source>
        <translation>第二次读到的文字相同。</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Differences of the second reading</source>
        <translation>第二次读取的不同之处</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>SecondOpinion</name>
    <message>
        <source>Second opinion on %1</source>
        <translation>%1 的第二意见</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>%1 seen at %2</source>
        <translation>%1 以 %2 看到</translation>
    </message>
    <message>
        <source>waited %1 s</source>
        <translation>排队 %1 秒</translation>
    </message>
    <message>
        <source>loaded %1 s</source>
        <translation>加载 %1 秒</translation>
    </message>
    <message>
        <source>looked %1 s</source>
        <translation>看图 %1 秒</translation>
    </message>
    <message>
        <source>read %1 s</source>
        <translation>阅读对话 %1 秒</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>首个词元 %1 秒</translation>
    </message>
    <message>
        <source>First word after %1 s: %2</source>
        <translation>首字用时 %1 秒：%2</translation>
    </message>
    <message>
        <source>first word %1 s</source>
        <translation>首字 %1 秒</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 个 token/秒</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>%1 tokens in</source>
        <translation>输入 %1 个词元</translation>
    </message>
    <message>
        <source>%1 kept from before</source>
        <translation>其中 %1 个沿用之前的</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 out in %2 steps</source>
        <translation>输出 %1，共 %2 步</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>This answer saw no picture.</source>
        <translation>这个回答没有看图片。</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>胜 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loss(es)</source>
        <translation>
            <numerusform>负 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>平 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n picture(s) would tell.</source>
        <translation>
            <numerusform>大约 %n 张图片才能分出高下。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hurts on your pictures: %2 is better.</source>
        <translation>在您的图片上 %1 有损效果：%2 更好。</translation>
    </message>
    <message>
        <source>%1 is better than %2 on your pictures.</source>
        <translation>在您的图片上 %1 比 %2 更好。</translation>
    </message>
    <message>
        <source>Too few pictures to tell %1 from %2: they differ on %3 of %4.</source>
        <translation>图片太少，无法分辨 %1 与 %2：它们在 %4 张中的 %3 张上不同。</translation>
    </message>
    <message>
        <source>No difference between %1 and %2 is shown.</source>
        <translation>没有显示出 %1 与 %2 之间的差别。</translation>
    </message>
</context>
<context>
    <name>ServerDetails</name>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check its boxes</source>
        <translation>检查它的方框</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The first model that it has</source>
        <translation>它的第一个模型</translation>
    </message>
    <message>
        <source>Eyebox runs it on this machine, until you stop it.</source>
        <translation>由 Eyebox 在本机运行，直到您停止它。</translation>
    </message>
    <message>
        <source>It runs on this machine.</source>
        <translation>它在本机上运行。</translation>
    </message>
    <message>
        <source>What you ask, and the pictures that you allow, leave this machine for %1.</source>
        <translation>您的提问和您允许的图片会离开本机，发送到 %1。</translation>
    </message>
    <message>
        <source>Pictures may go to %1</source>
        <translation>允许把图片发送到 %1</translation>
    </message>
    <message>
        <source>Only those of a question, made as small as the model sees them. Without this it is asked in words alone.</source>
        <translation>仅限提问所附的图片，并缩小到模型所见的大小。不允许时只发送文字。</translation>
    </message>
    <message>
        <source>Whether its boxes land was not checked.</source>
        <translation>尚未检查它的方框是否准确。</translation>
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
        <translation>服务器有响应。模型数：%1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>更改服务器</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>添加自己的服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>您对它的称呼</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Where it asks for one</source>
        <translation>需要时填写</translation>
    </message>
    <message>
        <source>The first that it has</source>
        <translation>它的第一个模型</translation>
    </message>
    <message>
        <source>Questions of a batch that are under way there at once</source>
        <translation>批处理中同时发往那里的问题数</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>Ask which models it has</source>
        <translation>询问它有哪些模型</translation>
    </message>
    <message>
        <source>Pictures of my questions may go to this server</source>
        <translation>允许把我提问的图片发送到此服务器</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama.cpp, LM Studio, Ollama, or any that speaks OpenAI&apos;s protocol. Nothing is sent before you ask it something.</source>
        <translation>vLLM、SGLang、llama.cpp、LM Studio、Ollama，或任何使用 OpenAI 协议的服务器。在您提问之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Starting vLLM: %1</source>
        <translation>正在启动 vLLM：%1</translation>
    </message>
    <message>
        <source>Asking a server</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>正在检查模型的方框</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>Another program is using the session file. Your sessions appear as soon as it is free; what you do until then is kept.</source>
        <translation>另一个程序正在使用会话文件。一旦它空闲，您的会话就会显示；在此之前您所做的一切都会保留。</translation>
    </message>
    <message>
        <source>Until then nothing is kept beyond this run.</source>
        <translation>在此之前，本次运行之外不会保留任何内容。</translation>
    </message>
    <message>
        <source>What you do until then is kept in %1.</source>
        <translation>在此之前您所做的一切保存在 %1 中。</translation>
    </message>
    <message>
        <source>Your sessions are here again.</source>
        <translation>您的会话又回来了。</translation>
    </message>
    <message>
        <source>What you did while the session file could not be opened is among your sessions.</source>
        <translation>会话文件无法打开期间您所做的一切已加入您的会话。</translation>
    </message>
    <message>
        <source>The session file is damaged. What can be read is being saved; you can go on working.</source>
        <translation>会话文件已损坏。正在保存可读取的内容；您可以继续工作。</translation>
    </message>
    <message>
        <source>The session file is damaged and can&apos;t be repaired now.</source>
        <translation>会话文件已损坏，目前无法修复。</translation>
    </message>
    <message>
        <source>The session file was damaged, and nothing in it could be read. It is kept as %1; a new one was begun.</source>
        <translation>会话文件已损坏，其中没有可读取的内容。它保留为 %1；已新建一个文件。</translation>
    </message>
    <message>
        <source>The session file was damaged. Everything in it was saved; the damaged file is kept as %1.</source>
        <translation>会话文件曾损坏。其中的全部内容都已保存；损坏的文件保留为 %1。</translation>
    </message>
    <message>
        <source>The session file was damaged. %2 entries were saved, some could not be read; the damaged file is kept as %1.</source>
        <translation>会话文件曾损坏。已保存 %2 个条目，有些无法读取；损坏的文件保留为 %1。</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Name of the session</source>
        <translation>会话名称</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message numerus="yes">
        <source>gone for good in %n day(s)</source>
        <translation>
            <numerusform>%n 天后彻底删除</numerusform>
        </translation>
    </message>
    <message>
        <source>gone for good today</source>
        <translation>今天彻底删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Enter restores it</source>
        <translation>按 Enter 键恢复</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Rename the session</source>
        <translation>重命名会话</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Nothing found in pictures&apos; text, chats and names.</source>
        <translation>在图片文字、对话和名称中都没有找到。</translation>
    </message>
    <message>
        <source>No session yet.</source>
        <translation>还没有会话。</translation>
    </message>
    <message>
        <source>Nothing that was removed has this name.</source>
        <translation>移除的内容中没有这个名称。</translation>
    </message>
    <message>
        <source>Nothing was removed in the last 30 days.</source>
        <translation>最近 30 天没有移除任何内容。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Search what was removed</source>
        <translation>搜索已移除的内容</translation>
    </message>
    <message>
        <source>Search pictures&apos; text, chats and names</source>
        <translation>搜索图片文字、对话和名称</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新建会话</translation>
    </message>
    <message>
        <source>Back to the sessions</source>
        <translation>返回会话列表</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>The one that a request names</source>
        <translation>请求中指定的模型</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Folders whose pictures may be named by their path</source>
        <translation>可以按路径指定其中图片的文件夹</translation>
    </message>
    <message>
        <source>It is loaded at once, and answers where a request names none. Others can be named all the same.</source>
        <translation>它会立即加载，并在请求未指定模型时作答；仍可指定其他模型。</translation>
    </message>
    <message>
        <source>Switch it off to change what follows.</source>
        <translation>停用后才能更改以下各项。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>隐藏密钥</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>The old one is no longer good, and what is asked at the moment ends.</source>
        <translation>旧密钥将失效，正在进行的请求会结束。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use the same key each time</source>
        <translation>每次使用同一密钥</translation>
    </message>
    <message>
        <source>It is kept in a file for you alone. Otherwise there is a new one each time.</source>
        <translation>它保存在只有您能读取的文件中；否则每次都会生成新密钥。</translation>
    </message>
    <message>
        <source>Switch it on when Eyebox starts</source>
        <translation>Eyebox 启动时启用</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>截屏</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>浅色或深色界面。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>High: black and white, and a thick ring around what has the focus.</source>
        <translation>高：黑白配色，焦点处有粗框。</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of menus, buttons and messages.</source>
        <translation>菜单、按钮和提示所用的语言。</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>文字大小（百分比）</translation>
    </message>
    <message>
        <source>Next to the size of the system&apos;s text; from the next start on.</source>
        <translation>相对于系统文字的大小；下次启动后生效。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Short movements that show where something went.</source>
        <translation>用短暂的动画提示内容的去向。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read pictures when they are opened</source>
        <translation>打开图片时自动读取</translation>
    </message>
    <message>
        <source>Otherwise a picture is read when you ask for it.</source>
        <translation>关闭后，只在你要求时读取。</translation>
    </message>
    <message>
        <source>Order of the text</source>
        <translation>文字顺序</translation>
    </message>
    <message>
        <source>How the lines of a picture follow each other; it holds for what is read from now on.</source>
        <translation>图片中各行文字的先后顺序；对此后识别的内容生效。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>按栏</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>代码（保留缩进）</translation>
    </message>
    <message>
        <source>Ask before closing while something is running</source>
        <translation>有任务运行时，关闭前先询问</translation>
    </message>
    <message>
        <source>What was read and answered so far is kept either way.</source>
        <translation>无论如何，已读取和已回答的内容都会保留。</translation>
    </message>
    <message>
        <source>Go on with batches by themselves</source>
        <translation>自动继续批处理</translation>
    </message>
    <message>
        <source>Those that were under way when Eyebox ended, when it starts again.</source>
        <translation>Eyebox 退出时正在进行的批处理，下次启动时继续。</translation>
    </message>
    <message>
        <source>Keys of the review</source>
        <translation>审核的快捷键</translation>
    </message>
    <message>
        <source>As another program has them; each can be changed under “Keyboard shortcuts”.</source>
        <translation>与其他程序相同；每一个都可以在“键盘快捷键”中更改。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>How many are listed in the menu; 0 lists none.</source>
        <translation>菜单中列出多少个；0 表示不列出。</translation>
    </message>
    <message>
        <source>Copy the text of a capture at once</source>
        <translation>立即复制截屏中的文字</translation>
    </message>
    <message>
        <source>Otherwise a click on its bar copies it.</source>
        <translation>否则点击截屏工具条再复制。</translation>
    </message>
    <message>
        <source>Adjust the region before it is taken</source>
        <translation>截取前调整区域</translation>
    </message>
    <message>
        <source>By its handles and arrow keys; Enter takes it. Ctrl while you drag does the other thing.</source>
        <translation>用手柄和方向键调整，按 Enter 确定。拖动时按住 Ctrl 则相反。</translation>
    </message>
    <message>
        <source>Keys that capture from anywhere</source>
        <translation>随时截屏的快捷键</translation>
    </message>
    <message>
        <source>They work while Eyebox runs, also from the tray. On Wayland the desktop decides on the keys.</source>
        <translation>Eyebox 运行时有效，留在托盘时也有效。在 Wayland 上由桌面决定按键。</translation>
    </message>
    <message>
        <source>Captures that are kept</source>
        <translation>保留的截屏数量</translation>
    </message>
    <message>
        <source>In the session “Captures”; the oldest go first.</source>
        <translation>保存在“截屏”会话中，最旧的先删除。</translation>
    </message>
    <message>
        <source>Days that a capture is kept</source>
        <translation>截屏保留天数</translation>
    </message>
    <message>
        <source>0 keeps them for ever.</source>
        <translation>0 表示永久保留。</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>关闭窗口后留在托盘</translation>
    </message>
    <message>
        <source>A capture then begins at once, and its text is read by an engine that is ready.</source>
        <translation>这样截屏会立即开始，文字由已就绪的引擎读取。</translation>
    </message>
    <message>
        <source>Ask the first time</source>
        <translation>第一次时询问</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Unload an idle model after minutes</source>
        <translation>空闲多少分钟后卸载模型</translation>
    </message>
    <message>
        <source>Gives its memory back; the next question loads it again. 0 keeps it.</source>
        <translation>释放其内存；下次提问时重新加载。0 表示一直保留。</translation>
    </message>
    <message>
        <source>Load a model while its question is typed</source>
        <translation>输入问题时就加载模型</translation>
    </message>
    <message>
        <source>Its first answer begins sooner. Otherwise it is loaded when it is asked.</source>
        <translation>首个回答会更早开始；否则在提问时才加载。</translation>
    </message>
    <message>
        <source>Memory for chats of a model, in MB</source>
        <translation>模型对话的内存 (MB)</translation>
    </message>
    <message>
        <source>What a model keeps of a chat makes its next answer start sooner. 0 keeps nothing.</source>
        <translation>模型保留的对话内容让下一个回答更快开始。0 表示不保留。</translation>
    </message>
    <message>
        <source>Disk space for known pictures, in MB</source>
        <translation>看过的图片可用的磁盘空间（MB）</translation>
    </message>
    <message>
        <source>What a model made of a picture is kept, so that the next question about it starts much sooner. 0 keeps nothing.</source>
        <translation>保留模型从图片中得到的特征，再问这张图片时会快得多。0 表示不保留。</translation>
    </message>
    <message>
        <source>Go on when the length limit cut a list of boxes</source>
        <translation>方框列表被长度上限截断时继续</translation>
    </message>
    <message>
        <source>Otherwise the answer ends there, and says so.</source>
        <translation>否则回答在那里结束，并予以说明。</translation>
    </message>
    <message>
        <source>Offline mode</source>
        <translation>离线模式</translation>
    </message>
    <message>
        <source>Nothing is ever sent or fetched. A download asks before it turns this off.</source>
        <translation>从不发送或获取任何内容。下载会先询问，然后才关闭此项。</translation>
    </message>
    <message>
        <source>Mirror for downloads</source>
        <translation>下载镜像</translation>
    </message>
    <message>
        <source>The address of a hub to fetch models from; empty is huggingface.co.</source>
        <translation>获取模型的站点地址；留空为 huggingface.co。</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>下载代理</translation>
    </message>
    <message>
        <source>The address of a proxy, for downloads only; empty uses the system&apos;s.</source>
        <translation>代理地址，仅用于下载；留空使用系统代理。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting has this word.</source>
        <translation>没有包含这个词的设置。</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Fetch Python</source>
        <translation>获取 Python</translation>
    </message>
    <message>
        <source>Work out what is needed</source>
        <translation>计算所需的软件包</translation>
    </message>
    <message>
        <source>Fetch the packages</source>
        <translation>获取软件包</translation>
    </message>
    <message>
        <source>Install them</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Check that models run</source>
        <translation>检查模型能否运行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>X or a click marks what is wrong, Shift+X all · Z opens a crop · Enter accepts the rest · Esc: the picture</source>
        <translation>X 或单击标记有误的，Shift+X 标记全部 · Z 放大小图 · Enter 接受其余 · Esc 返回图片</translation>
    </message>
    <message>
        <source>X or a click marks what is wrong · Z opens a crop · Enter accepts the rest</source>
        <translation>X 或单击标记有误的 · Z 放大小图 · Enter 接受其余</translation>
    </message>
    <message>
        <source>X: wrong · Z: larger · Enter: the rest</source>
        <translation>X：有误 · Z：放大 · Enter：其余</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Previous page (%1)</source>
        <translation>上一页（%1）</translation>
    </message>
    <message>
        <source>Next page (%1)</source>
        <translation>下一页（%1）</translation>
    </message>
    <message>
        <source>Smaller and more (%1)</source>
        <translation>更小、更多（%1）</translation>
    </message>
    <message>
        <source>Larger and fewer (%1)</source>
        <translation>更大、更少（%1）</translation>
    </message>
    <message>
        <source>(no label)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 of %2 waiting</source>
        <translation>待审核 %1，共 %2</translation>
    </message>
    <message>
        <source>No box with this label waits for a verdict.</source>
        <translation>没有待审核的此标签方框。</translation>
    </message>
    <message>
        <source>%1 boxes wait that can&apos;t be seen: their pictures are gone, or they lie outside of them, or the filter leaves them out.
Esc shows the picture again.</source>
        <translation>有 %1 个方框待审核但看不到：图片不存在、方框在图片之外，或被筛选排除。
按 Esc 返回图片。</translation>
    </message>
    <message>
        <source>Nothing waits for a verdict any more.
Esc shows the picture again.</source>
        <translation>已全部审核完毕。
按 Esc 返回图片。</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>小图总览</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>接受：%1</translation>
    </message>
    <message>
        <source>Reject: %1</source>
        <translation>拒绝：%1</translation>
    </message>
    <message>
        <source>Others: %1</source>
        <translation>其他：%1</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>加载中：%1</translation>
    </message>
    <message>
        <source>Not seen: %1</source>
        <translation>看不到：%1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>The box lies outside of the picture.</source>
        <translation>方框在图片之外。</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>按名称或按键搜索</translation>
    </message>
    <message>
        <source>Nothing has this name or key.</source>
        <translation>没有这个名称或按键。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Click keys to change them. What you change holds at once.</source>
        <translation>点击按键即可更改，更改立即生效。</translation>
    </message>
    <message>
        <source>Export shortcuts</source>
        <translation>导出快捷键</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Import shortcuts</source>
        <translation>导入快捷键</translation>
    </message>
    <message>
        <source>Left out, because unknown or used twice: %1</source>
        <translation>因未知或重复而略过：%1</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>已从 %1 导入。</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Put a box onto edges</source>
        <translation>将方框贴到边缘</translation>
    </message>
    <message>
        <source>There are no other edges near this box.</source>
        <translation>此方框附近没有别的边缘。</translation>
    </message>
    <message>
        <source>Select one box: its side is put onto an edge of the picture.</source>
        <translation>请选中一个方框：它的边会贴到图片中的边缘上。</translation>
    </message>
    <message>
        <source>Back where it was</source>
        <translation>已回到原处</translation>
    </message>
    <message>
        <source>Edge %1 of %2</source>
        <translation>第 %1 条边缘，共 %2 条</translation>
    </message>
    <message>
        <source>Move the left side</source>
        <translation>移动左边</translation>
    </message>
    <message>
        <source>Move the top side</source>
        <translation>移动上边</translation>
    </message>
    <message>
        <source>Move the right side</source>
        <translation>移动右边</translation>
    </message>
    <message>
        <source>Move the bottom side</source>
        <translation>移动下边</translation>
    </message>
    <message>
        <source>There is no edge near the left side.</source>
        <translation>左边附近没有边缘。</translation>
    </message>
    <message>
        <source>There is no edge near the top side.</source>
        <translation>上边附近没有边缘。</translation>
    </message>
    <message>
        <source>There is no edge near the right side.</source>
        <translation>右边附近没有边缘。</translation>
    </message>
    <message>
        <source>There is no edge near the bottom side.</source>
        <translation>下边附近没有边缘。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Drop files and folders here</source>
        <translation>将文件和文件夹拖到此处</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Review boxes</source>
        <translation>审核方框</translation>
    </message>
    <message>
        <source>The boxes of this &amp;session</source>
        <translation>此会话的方框(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) of a model or a file</source>
        <translation>
            <numerusform>来自模型或文件的 %n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no boxes of a model or a file yet.</source>
        <translation>还没有来自模型或文件的方框。</translation>
    </message>
    <message>
        <source>A &amp;dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>Opened in a new session; its files stay as they are.</source>
        <translation>在新会话中打开；其文件保持不变。</translation>
    </message>
    <message>
        <source>What a &amp;model answers</source>
        <translation>模型的回答(&amp;M)</translation>
    </message>
    <message>
        <source>%1 is asked about each picture; its boxes come while you review.</source>
        <translation>逐张图片询问 %1；审核时方框会陆续到来。</translation>
    </message>
    <message>
        <source>Choose a model for the chat first.</source>
        <translation>请先为聊天选择一个模型。</translation>
    </message>
    <message>
        <source>A file of annotations, or a folder with some</source>
        <translation>标注文件，或含有标注的文件夹</translation>
    </message>
    <message>
        <source>Path of the dataset</source>
        <translation>数据集的路径</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Find all prices.</source>
        <translation>找出所有价格。</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>给模型的问题</translation>
    </message>
    <message numerus="yes">
        <source>The %n picture(s) of this session</source>
        <translation>
            <numerusform>此会话的 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Fo&amp;lder…</source>
        <translation>文件夹(&amp;L)…</translation>
    </message>
    <message>
        <source>Share of the boxes</source>
        <translation>方框的比例</translation>
    </message>
    <message>
        <source>How many of the boxes are judged, chosen at random</source>
        <translation>随机选取多少方框进行审核</translation>
    </message>
    <message>
        <source>Those without a verdict</source>
        <translation>未判定的</translation>
    </message>
    <message>
        <source>All boxes</source>
        <translation>所有方框</translation>
    </message>
    <message>
        <source>Only unsure ones</source>
        <translation>仅不确定的</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Boxes that are wrong on purpose measure attention; they are never exported.</source>
        <translation>故意放错的方框用于检验注意力；它们从不导出。</translation>
    </message>
    <message>
        <source>For comparing two reviews</source>
        <translation>用于比较两次审核</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>顺序(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>方框(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Planted boxes</source>
        <translation>埋设的方框(&amp;P)</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>您的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture of this session has a box yet.</source>
        <translation>此会话的图片上还没有方框。</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Boxes a picture</source>
        <translation>每张图片的方框数</translation>
    </message>
    <message>
        <source>Half of the pictures have at most %1, one has %2.</source>
        <translation>一半的图片不超过 %1 个，最多的一张有 %2 个。</translation>
    </message>
    <message>
        <source>Pictures without boxes</source>
        <translation>没有方框的图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Below 32 × 32 square pixels, as COCO counts</source>
        <translation>小于 32 × 32 平方像素（按 COCO 的算法）</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Between 32 × 32 and 96 × 96 square pixels, as COCO counts</source>
        <translation>32 × 32 到 96 × 96 平方像素之间（按 COCO 的算法）</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>From 96 × 96 square pixels on, as COCO counts</source>
        <translation>96 × 96 平方像素及以上（按 COCO 的算法）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Mean width in pixels</source>
        <translation>平均宽度（像素）</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Mean height in pixels</source>
        <translation>平均高度（像素）</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Up to %1 megapixels</source>
        <translation>不超过 %1 百万像素</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>By size of picture</source>
        <translation>按图片大小</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 个运行中，%2 个等待中</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Show the queue (Ctrl+J)</source>
        <translation>显示队列 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>正在识别第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>Exporting… %1 of %2</source>
        <translation>正在导出… %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Importing… %n picture(s)</source>
        <translation>
            <numerusform>正在导入……%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>What was tried to be reached, and what keeps Eyebox offline (Ctrl+Shift+F2)</source>
        <translation>查看曾尝试访问的地址，以及是什么让 Eyebox 保持离线（Ctrl+Shift+F2）</translation>
    </message>
    <message>
        <source>API on %1</source>
        <translation>API 位于 %1</translation>
    </message>
    <message>
        <source>Programs on this machine that have its key can ask here (Ctrl+Shift+F3)</source>
        <translation>本机上持有密钥的程序可以在这里提问 (Ctrl+Shift+F3)</translation>
    </message>
    <message>
        <source>Stop all work (Ctrl+.)</source>
        <translation>停止全部任务 (Ctrl+.)</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Earlier version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>版本 %1 / %2</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the document&apos;s own text</source>
        <translation>
            <numerusform>%n 行取自文档自带的文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read in</source>
        <translation>
            <numerusform>识别出 %n 行，用时</numerusform>
        </translation>
    </message>
    <message>
        <source>some of the document&apos;s own text</source>
        <translation>部分取自文档自带的文字</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in an unknown script</source>
        <translation>
            <numerusform>%n 行文字无法识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n 个方框</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary of the review</source>
        <translation>审核总结</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>Boxes: %1 judged, %2 waiting, on %n picture(s)</source>
        <translation>
            <numerusform>%n 张图片上已判定 %1 个方框，%2 个待判定</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has a verdict yet. The summary fills as boxes are accepted, fixed or rejected.</source>
        <translation>还没有方框得到判定。接受、修正或拒绝方框后，这里就会有总结。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>The share of the model&apos;s boxes that are right, at an IoU of at least 0.5 and with the same label</source>
        <translation>模型的方框中正确的比例：IoU 至少为 0.5 且标签相同</translation>
    </message>
    <message>
        <source>Only pictures that are marked complete count: %1</source>
        <translation>只统计标为完整的图片：%1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Mean IoU of fixed boxes</source>
        <translation>已修正方框的平均 IoU</translation>
    </message>
    <message>
        <source>How much the model&apos;s box and the corrected one overlap</source>
        <translation>模型的方框与修正后的方框重叠的程度</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>修正</translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another label</source>
        <translation>
            <numerusform>其中 %n 个换了标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Seconds a box</source>
        <translation>每个方框用时（秒）</translation>
    </message>
    <message>
        <source>In total: %1</source>
        <translation>总计：%1</translation>
    </message>
    <message>
        <source>Planted boxes caught</source>
        <translation>发现的埋设方框</translation>
    </message>
    <message>
        <source>Boxes that were wrong on purpose, and were rejected or fixed</source>
        <translation>故意放错、并被拒绝或修正的方框</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>Counted over pictures marked complete</source>
        <translation>只统计标为完整的图片</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>IoU 为 %1 时的精确率</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>IoU 为 %1 时的召回率</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>IoU 为 %1 时的 F1</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>How right</source>
        <translation>准确程度</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待判定</translation>
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
        <translation>在这张图片上没有找到表格。</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>没有文字。</translation>
    </message>
    <message>
        <source>Open the table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Workbook (%1)</source>
        <translation>工作簿 (%1)</translation>
    </message>
    <message>
        <source>Table for Excel (%1)</source>
        <translation>Excel 表格 (%1)</translation>
    </message>
    <message>
        <source>Table with tabs (%1)</source>
        <translation>制表符分隔的表格 (%1)</translation>
    </message>
    <message>
        <source>Markdown (%1)</source>
        <translation>Markdown (%1)</translation>
    </message>
    <message>
        <source>Web page (%1)</source>
        <translation>网页 (%1)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Correct a cell</source>
        <translation>更正单元格</translation>
    </message>
    <message>
        <source>Correct cells</source>
        <translation>更正多个单元格</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Table %1 of %2</source>
        <translation>表格 %1 / %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>表格的单元格</translation>
    </message>
    <message>
        <source>Typing corrects a cell, F2 edits it, Enter and Tab go on, Delete empties it.</source>
        <translation>直接输入可更正单元格，F2 编辑，Enter 和 Tab 前往下一格，Delete 清空。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Previous table</source>
        <translation>上一个表格</translation>
    </message>
    <message>
        <source>Next table</source>
        <translation>下一个表格</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭表格</translation>
    </message>
    <message>
        <source>Change the cells of the table</source>
        <translation>更改表格的单元格</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>复制所选单元格</translation>
    </message>
    <message>
        <source>Save the table as a file</source>
        <translation>将表格保存为文件</translation>
    </message>
    <message>
        <source>Merge the cells</source>
        <translation>合并单元格</translation>
    </message>
    <message>
        <source>Split the cell</source>
        <translation>拆分单元格</translation>
    </message>
    <message>
        <source>Insert a row above</source>
        <translation>在上方插入行</translation>
    </message>
    <message>
        <source>Insert a row below</source>
        <translation>在下方插入行</translation>
    </message>
    <message>
        <source>Insert a column on the left</source>
        <translation>在左侧插入列</translation>
    </message>
    <message>
        <source>Insert a column on the right</source>
        <translation>在右侧插入列</translation>
    </message>
    <message>
        <source>Delete the rows</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>Delete the columns</source>
        <translation>删除所选列</translation>
    </message>
</context>
<context>
    <name>TeachController</name>
    <message>
        <source>Teaching was interrupted at step %1.</source>
        <translation>训练在第 %1 步中断。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The model has learned.</source>
        <translation>模型已学完。</translation>
    </message>
    <message>
        <source>Discard what was learned so far?</source>
        <translation>放弃到目前为止学到的内容？</translation>
    </message>
    <message>
        <source>The model itself stays as it is, and so does what it learns from.</source>
        <translation>模型本身和学习内容都保持不变。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>This chat answers with what was learned.</source>
        <translation>此聊天现在用所学内容回答。</translation>
    </message>
    <message>
        <source>A folder for the new model</source>
        <translation>新模型的文件夹</translation>
    </message>
    <message>
        <source>Merging %1</source>
        <translation>正在合并 %1</translation>
    </message>
    <message>
        <source>The new model is there: %1</source>
        <translation>新模型已就绪：%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>对话文件</translation>
    </message>
    <message>
        <source>A folder for the result</source>
        <translation>结果的文件夹</translation>
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
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>Add files with conversations, or review some boxes and learn from that.</source>
        <translation>请添加对话文件，或先审核一些方框再从中学习。</translation>
    </message>
    <message>
        <source>No picture of this session is ready: review its boxes first, or learn from files.</source>
        <translation>此会话还没有可用的图片：请先审核其中的方框，或从文件学习。</translation>
    </message>
    <message>
        <source>Give the result a name.</source>
        <translation>请为结果命名。</translation>
    </message>
    <message>
        <source>The learning rate is a number above 0, such as 0.0001.</source>
        <translation>学习率是大于 0 的数，例如 0.0001。</translation>
    </message>
    <message>
        <source>%1 taught</source>
        <translation>%1 已训练</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are marked complete.</source>
        <translation>
            <numerusform>%n 张图片已标为完整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) nothing waits for a verdict.</source>
        <translation>
            <numerusform>%n 张图片上没有待判定的框。</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON or JSONL of ms-swift, Qwen-VL or InternVL</source>
        <translation>ms-swift、Qwen-VL 或 InternVL 的 JSON 或 JSONL</translation>
    </message>
    <message>
        <source>No box that a model proposed was corrected in this review, so there are no pairs: change or reject some boxes, or learn from files.</source>
        <translation>本次审核中没有更正过模型提出的框，因此没有偏好对：请修改或拒绝一些框，或从文件中学习。</translation>
    </message>
    <message>
        <source>Beta is a number above 0, such as 0.1.</source>
        <translation>Beta 是大于 0 的数，例如 0.1。</translation>
    </message>
    <message>
        <source>JSON or JSONL with a chosen and a rejected answer: of ms-swift, LLaMA-Factory or MMPR</source>
        <translation>含有选中与拒绝答案的 JSON 或 JSONL：ms-swift、LLaMA-Factory 或 MMPR 格式</translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) a model&apos;s boxes were corrected.</source>
        <translation>
            <numerusform>在 %n 张图片上更正了模型的框。</numerusform>
        </translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>结果名称</translation>
    </message>
    <message>
        <source>Layers that get a LoRA</source>
        <translation>带 LoRA 的层</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>每批对话数</translation>
    </message>
    <message>
        <source>… so many times a step</source>
        <translation>每步累积次数</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>End early after states without gain</source>
        <translation>无改进多少次后提前结束</translation>
    </message>
    <message>
        <source>General questions, before and after</source>
        <translation>前后各问的通用问题</translation>
    </message>
    <message>
        <source>Beta: how near to the model it stays</source>
        <translation>Beta：与原模型保持多近</translation>
    </message>
    <message>
        <source>Pictures at most</source>
        <translation>图片上限</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>对话文件</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>a tenth</source>
        <translation>十分之一</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>与提问时相同</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Leave what looks at pictures as it is</source>
        <translation>不改动看图的部分</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>模型文件夹…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Review: complete pictures</source>
        <translation>审核：完整的图片</translation>
    </message>
    <message>
        <source>Review: all judged pictures</source>
        <translation>审核：所有已判定的图片</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>正在查看数据…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing is learned yet: look at the data, then start.</source>
        <translation>尚未开始学习：请先查看数据，然后开始。</translation>
    </message>
    <message>
        <source>Learning: %1</source>
        <translation>正在学习：%1</translation>
    </message>
    <message>
        <source>Pausing after this step: %1</source>
        <translation>此步之后暂停：%1</translation>
    </message>
    <message>
        <source>Paused at %1. You can go on at any time, also after a restart.</source>
        <translation>已在 %1 暂停。您可以随时继续，重启后也可以。</translation>
    </message>
    <message>
        <source>Writing what was learned…</source>
        <translation>正在写入所学内容…</translation>
    </message>
    <message>
        <source>The model is loaded and every conversation looked at: pictures open, boxes inside, tokens within the context. Then one is learned by heart, to see that the settings work.</source>
        <translation>正在加载模型并查看每个对话：图片能打开、框在图内、词元不超上限。然后熟记其中一个，以确认设置可行。</translation>
    </message>
    <message>
        <source>Correct some boxes, and let a model learn from that. It stays on this machine, and the model that you have stays as it is: what is learned is an adapter beside it. First the data is checked, and you are told what it takes.</source>
        <translation>更正一些框，让模型从中学习。一切都留在本机，现有模型保持不变：学到的内容是旁边的一个适配器。首先会检查数据，并告诉您需要什么。</translation>
    </message>
    <message>
        <source>Teach a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start to learn</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>End here and keep what it learned</source>
        <translation>到此结束并保留所学</translation>
    </message>
    <message>
        <source>Use it in this chat</source>
        <translation>在此聊天中使用</translation>
    </message>
    <message>
        <source>Merge into a model of its own…</source>
        <translation>合并为独立的模型…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Teach something else</source>
        <translation>训练别的内容</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Teaching needs the model engine, which is not on this machine yet.</source>
        <translation>训练需要模型引擎，本机尚未安装。</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>添加模型引擎…</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>QLoRA (4 bit)</source>
        <translation>QLoRA（4 位）</translation>
    </message>
    <message>
        <source>All weights</source>
        <translation>全部权重</translation>
    </message>
    <message>
        <source>Preference pairs (DPO)</source>
        <translation>偏好对（DPO）</translation>
    </message>
    <message>
        <source>A small file beside the model, which stays as it is</source>
        <translation>模型旁的一个小文件，模型保持不变</translation>
    </message>
    <message>
        <source>The same over a model in 4 bit: the least memory</source>
        <translation>同上，但基于 4 位模型：内存最少</translation>
    </message>
    <message>
        <source>A new model: the most memory and time</source>
        <translation>新的模型：内存和时间最多</translation>
    </message>
    <message>
        <source>A small file beside the model, learned from pairs: what was answered, and what you corrected it to</source>
        <translation>模型旁的一个小文件，从成对的答案中学习：原来的回答和您更正后的结果</translation>
    </message>
    <message>
        <source>Queries, keys and values</source>
        <translation>查询、键和值</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>所有线性层</translation>
    </message>
    <message>
        <source>Your boxes</source>
        <translation>您的方框</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>您的文字</translation>
    </message>
    <message>
        <source>Find shapes</source>
        <translation>查找图形</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>读表格</translation>
    </message>
    <message>
        <source>Read a line</source>
        <translation>读一行</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>Teaching %1: %2</source>
        <translation>训练 %1：%2</translation>
    </message>
</context>
<context>
    <name>TextLayer</name>
    <message>
        <source>Copy the line</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>Copy the block</source>
        <translation>复制此段</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>The reader had: %1</source>
        <translation>阅读器读到的是：%1</translation>
    </message>
    <message>
        <source>Only {0} % sure: check this word</source>
        <translation>只有 {0} % 的把握：请检查这个词</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Lines and certainty</source>
        <translation>逐行与可信度</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Order: automatic</source>
        <translation>顺序：自动</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>按栏</translation>
    </message>
    <message>
        <source>Order: columns</source>
        <translation>顺序：按栏</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>Order: rows</source>
        <translation>顺序：按行</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>代码（保留缩进）</translation>
    </message>
    <message>
        <source>Order: code</source>
        <translation>顺序：代码</translation>
    </message>
    <message>
        <source>Order of the text: %1</source>
        <translation>文字顺序：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n unsure word(s)</source>
        <translation>
            <numerusform>%n 个没有把握的词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 个表格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n 个码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % sure</source>
        <translation>可信度 {0} %</translation>
    </message>
    <message>
        <source>Open the table below the picture</source>
        <translation>在图片下方打开表格</translation>
    </message>
    <message>
        <source>Go to the next word that the reader is unsure of</source>
        <translation>前往下一个阅读器没有把握的词</translation>
    </message>
</context>
<context>
    <name>TextState</name>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No text was found in this picture, only codes.</source>
        <translation>此图片中没有找到文字，只有码。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open a picture and its text appears here.</source>
        <translation>打开图片后，文字会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like text in a script that the reader does not know. Ask a model about them in a chat.</source>
        <translation>
            <numerusform>有 %n 行看起来是文字，但内置识别不认识这种文字。可以在对话中让模型来读。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>文种与语言…</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>尚未读取此图片中的文字。</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>正在读取文字…</translation>
    </message>
    <message>
        <source>No text was found in this picture.</source>
        <translation>这张图片中没有找到文字。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Could not look again</source>
        <translation>无法再次查看</translation>
    </message>
    <message>
        <source>Could not read a region</source>
        <translation>无法读取该区域</translation>
    </message>
    <message>
        <source>A call that could not be done</source>
        <translation>无法执行的调用</translation>
    </message>
    <message>
        <source>Looked again at %1</source>
        <translation>再次查看了 %1</translation>
    </message>
    <message>
        <source>Looking again at %1…</source>
        <translation>正在再次查看 %1…</translation>
    </message>
    <message>
        <source>Read a region of %1</source>
        <translation>读取了 %1 的一个区域</translation>
    </message>
    <message>
        <source>Reading a region of %1…</source>
        <translation>正在读取 %1 的一个区域…</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>TourController</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Drop one anywhere, paste it, or try a sample. Its text is read at once: select it on the picture.</source>
        <translation>拖到任意位置、粘贴，或试试示例图片。文字会立即识别，可直接在图片上选择。</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>The answer comes here, and the boxes in it land on the picture.</source>
        <translation>回答显示在这里，其中的框会落在图片上。</translation>
    </message>
    <message>
        <source>Correct what is wrong</source>
        <translation>更正错误</translation>
    </message>
    <message>
        <source>Drag a box by its edge, or press B to draw one. %1 goes through all boxes, one by one.</source>
        <translation>拖动框的边，或按 B 绘制新框。%1 逐个检查所有框。</translation>
    </message>
    <message>
        <source>Everything has a name</source>
        <translation>一切皆可按名称查找</translation>
    </message>
    <message>
        <source>%1 finds any action. %2 reads a part of the screen.</source>
        <translation>%1 查找任何操作。%2 识别屏幕的一部分。</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Export training data</source>
        <translation>导出训练数据</translation>
    </message>
    <message numerus="yes">
        <source>Marked complete (%n)</source>
        <translation>
            <numerusform>已标记完成（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that are judged (%n)</source>
        <translation>
            <numerusform>所有已判定的（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was asked, or as the model is usually asked</source>
        <translation>按原来的提问，或按模型通常的提问</translation>
    </message>
    <message>
        <source>{labels} stands for the labels that are looked for.</source>
        <translation>{labels} 代表要查找的标签。</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自身的</translation>
    </message>
    <message>
        <source>max_pixels of your training: the boxes are written in pixels of the picture at that size.</source>
        <translation>训练所用的 max_pixels：方框以该尺寸图片的像素写出。</translation>
    </message>
    <message>
        <source>Preference &amp;pairs too: your boxes, and the model&apos;s own words</source>
        <translation>同时导出偏好对(&amp;P)：您的方框与模型自己的回答</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>用于(&amp;F)</translation>
    </message>
    <message>
        <source>Pi&amp;ctures</source>
        <translation>图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Most pi&amp;xels</source>
        <translation>最大像素(&amp;X)</translation>
    </message>
    <message>
        <source>Boxes in pixels of the original, which ms-swift turns into those of the model it teaches.</source>
        <translation>方框以原图像素写出，ms-swift 会换算成所训练模型的坐标。</translation>
    </message>
    <message>
        <source>Boxes in pixels of the picture as the model sees it, in whole steps of 28.</source>
        <translation>方框以模型所见图片的像素写出，图片边长为 28 的倍数。</translation>
    </message>
    <message>
        <source>Boxes in thousandths of the picture.</source>
        <translation>方框以图片的千分之一为单位写出。</translation>
    </message>
    <message>
        <source>Pairs go into a file beside it, whose name ends with %1.</source>
        <translation>偏好对写入旁边以 %1 结尾的文件。</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the latest message  (End)</source>
        <translation>跳到最新消息  (End)</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>跳到最新消息</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Capture a region</source>
        <translation>截取区域</translation>
    </message>
    <message>
        <source>Capture a window</source>
        <translation>截取窗口</translation>
    </message>
    <message>
        <source>Capture a screen</source>
        <translation>截取屏幕</translation>
    </message>
    <message>
        <source>Capture the last region again</source>
        <translation>再次截取上次的区域</translation>
    </message>
    <message>
        <source>Capture a region by its name</source>
        <translation>按名称截取区域</translation>
    </message>
    <message>
        <source>Open Eyebox</source>
        <translation>打开 Eyebox</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>应为：%1</translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
</context>
<context>
    <name>VideoController</name>
    <message>
        <source>As one video: %1 visual tokens, %2 of %3 free memory.</source>
        <translation>作为一段视频：%1 个视觉 token，需要 %2，可用内存 %3。</translation>
    </message>
    <message>
        <source>That is more than fits: take fewer frames.</source>
        <translation>超出可用内存：请少选几帧。</translation>
    </message>
</context>
<context>
    <name>Videos</name>
    <message>
        <source>Look into %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a picture here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>Its text is read at once, on this machine. Then ask about it in the chat.</source>
        <translation>文字会立即在本机读出，随后就可以在对话中提问。</translation>
    </message>
    <message>
        <source>Then read its text with Ctrl+R, or ask about it in the chat.</source>
        <translation>然后按 Ctrl+R 读取其中的文字，或在对话中提问。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Capture the screen</source>
        <translation>截取屏幕</translation>
    </message>
    <message>
        <source>or try a sample picture</source>
        <translation>或试试示例图片</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Sample picture: %1</source>
        <translation>示例图片：%1</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>就图片提问</translation>
    </message>
    <message>
        <source>No picture to ask about yet</source>
        <translation>还没有可以提问的图片</translation>
    </message>
    <message>
        <source>Drop one into the window, paste it, or open it with Ctrl+O.</source>
        <translation>把图片拖进窗口、粘贴，或按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>The reader finds text and pulls out what you name. Try one of these, or type your own.</source>
        <translation>识别器可以查找文字、提取您指定的内容。试试下面的例子，或自己输入。</translation>
    </message>
    <message>
        <source>Answers name what they show: point at a phrase to see its box. Try one of these.</source>
        <translation>回答会指明所见：指向其中的词语即可看到方框。试试下面的例子。</translation>
    </message>
    <message>
        <source>All prompts…</source>
        <translation>全部提示词…</translation>
    </message>
</context>
<context>
    <name>WhoDoesIt</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>模型所在的文件夹…</translation>
    </message>
    <message>
        <source>Servers with the same model that share the pages:</source>
        <translation>有同一模型、分担页面的服务器：</translation>
    </message>
</context>
<context>
    <name>ZoomPill</name>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom in percent</source>
        <translation>缩放百分比</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
</context>
<context>
    <name>_AdapterRow</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>其他文件夹…</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Asked next: %1</source>
        <translation>接着提问：%1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>然后：%1</translation>
    </message>
    <message>
        <source>Don’t ask this: put it back into the field</source>
        <translation>不问这个：放回输入框</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Edit the question</source>
        <translation>编辑问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Cancel  (Esc)</source>
        <translation>取消  (Esc)</translation>
    </message>
    <message>
        <source>Ask again  (Enter)</source>
        <translation>重新提问  (Enter)</translation>
    </message>
</context>
<context>
    <name>_Entries</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n 个方框</numerusform>
        </translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>按键 %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>_Field</name>
    <message>
        <source>Ask about this picture…</source>
        <translation>就这张图片提问…</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>附加图片</translation>
    </message>
</context>
<context>
    <name>_OnDisk</name>
    <message>
        <source>On disk now: %1</source>
        <translation>目前占用：%1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>清空：%1</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The picture is not at hand.</source>
        <translation>找不到这张图片。</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
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
        <translation>选择字段…</translation>
    </message>
    <message>
        <source>Edit the schema…</source>
        <translation>编辑模式…</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)…</source>
        <translation>
            <numerusform>%n 个字段…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>To fix</source>
        <translation>需要修复</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>可以改进</translation>
    </message>
</context>
<context>
    <name>_Served</name>
    <message>
        <source>Read a picture</source>
        <translation>读取一张图片</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API：%1</translation>
    </message>
</context>
</TS>
