<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
            <source>Paste a picture</source>
            <translation>粘贴图片</translation>
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
            <source>Sessions and search…</source>
            <translation>会话与搜索…</translation>
        </message>
        <message>
            <source>New session</source>
            <translation>新建会话</translation>
        </message>
        <message>
            <source>Rename this session…</source>
            <translation>重命名此会话…</translation>
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
            <source>Copy the selected text</source>
            <translation>复制选中的文字</translation>
        </message>
        <message>
            <source>Copy all text</source>
            <translation>复制全部文字</translation>
        </message>
        <message>
            <source>Select all text</source>
            <translation>全选文字</translation>
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
            <source>Switch between light and dark</source>
            <translation>切换浅色与深色</translation>
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
            <source>Rename the selected box</source>
            <translation>重命名选中的方框</translation>
        </message>
        <message>
            <source>Read the text again</source>
            <translation>重新读取文字</translation>
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
            <source>New chat beside this one</source>
            <translation>在旁边新建对话</translation>
        </message>
        <message>
            <source>Close this chat</source>
            <translation>关闭此对话</translation>
        </message>
        <message>
            <source>Choose a model…</source>
            <translation>选择模型…</translation>
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
            <source>Starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Looking at the picture</source>
            <translation>正在看图</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>正在读取</translation>
        </message>
        <message>
            <source>Waiting for its turn</source>
            <translation>排队中</translation>
        </message>
        <message>
            <source>%1 %2 %</source>
            <translation>%1 %2 %</translation>
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
    </context>
    <context>
        <name>BoxDelegate</name>
        <message>
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <source>model</source>
            <translation>模型</translation>
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
        <name>BoxDesk</name>
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
    </context>
    <context>
        <name>BoxList</name>
        <message>
            <source>Rename a box</source>
            <translation>重命名方框</translation>
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
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>No box has this in its label.</source>
            <translation>没有标签包含此内容的方框。</translation>
        </message>
        <message>
            <source>Press B and drag to draw a box, or ask a question: its answer brings some.</source>
            <translation>按 B 并拖动即可画方框，也可以提问：回答会带来方框。</translation>
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
            <source>Ask about this</source>
            <translation>就此提问</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>复制一份</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>Capture</name>
        <message>
            <source>Choose a region of the screen</source>
            <translation>选择屏幕区域</translation>
        </message>
        <message>
            <source>Drag over a region · Enter takes the whole screen · Esc cancels</source>
            <translation>拖动选择区域 · 回车截取整个屏幕 · Esc 取消</translation>
        </message>
        <message>
            <source>Eyebox can't capture the screen on Wayland yet: take a screenshot with the system's own key (often Print) and paste it here with Ctrl+V.</source>
            <translation>Eyebox 暂时无法在 Wayland 上截屏：请用系统自带的截图键（通常是 Print）截图，再按 Ctrl+V 粘贴到这里。</translation>
        </message>
        <message>
            <source>There is no screen to capture.</source>
            <translation>没有可以截取的屏幕。</translation>
        </message>
    </context>
    <context>
        <name>Chats</name>
        <message>
            <source>There is no room for another chat: close one, or widen the window.</source>
            <translation>没有空间放置更多对话：请关闭一个对话，或加宽窗口。</translation>
        </message>
        <message>
            <source>The chat was closed.</source>
            <translation>对话已关闭。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>removed picture</source>
            <translation>已移除的图片</translation>
        </message>
        <message>
            <source>Attach pictures</source>
            <translation>附加图片</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
        <message>
            <source>Open this address in your browser?</source>
            <translation>要在浏览器中打开此地址吗？</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>复制地址</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
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
            <source>Offload what does not fit</source>
            <translation>放不下的部分移出</translation>
        </message>
        <message>
            <source>Layers that find no room live in main memory or on disk. Slower, but it runs.</source>
            <translation>放不下的层留在主内存或磁盘上。较慢，但能运行。</translation>
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
        <name>CopyButtons</name>
        <message>
            <source>Copy code</source>
            <translation>复制代码</translation>
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
            <source>Add this picture to the session</source>
            <translation>把这张图片加入会话</translation>
        </message>
    </context>
    <context>
        <name>Easel</name>
        <message numerus="yes">
            <source>%n picture(s) removed from the session.</source>
            <translation>
                <numerusform>已从会话中移除 %n 张图片。</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) of this file were not found; put them beside it and import again.</source>
            <translation>
                <numerusform>未找到此文件中的 %n 张图片；请把图片放在文件旁边，再导入一次。</numerusform>
            </translation>
        </message>
        <message>
            <source>Opening… %1 %</source>
            <translation>正在打开… %1 %</translation>
        </message>
        <message>
            <source>Opening %1…</source>
            <translation>正在打开 %1…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在识别…</translation>
        </message>
        <message>
            <source>Reading was stopped.</source>
            <translation>识别已停止。</translation>
        </message>
        <message>
            <source>Add the boxes of “%1”</source>
            <translation>添加“%1”的方框</translation>
        </message>
        <message>
            <source>Import boxes</source>
            <translation>导入方框</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) read in</source>
            <translation>
                <numerusform>识别出 %n 行，用时</numerusform>
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
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>纯文本</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>JSON with text, boxes and chats</source>
            <translation>JSON（文字、方框与对话）</translation>
        </message>
        <message>
            <source>Table for Excel (CSV)</source>
            <translation>Excel 表格（CSV）</translation>
        </message>
        <message>
            <source>COCO boxes</source>
            <translation>COCO 方框</translation>
        </message>
        <message>
            <source>labelme boxes</source>
            <translation>labelme 方框</translation>
        </message>
        <message>
            <source>Picture with its boxes (PNG)</source>
            <translation>带方框的图片（PNG）</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>格式(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Extent</source>
            <translation>范围(&amp;E)</translation>
        </message>
        <message>
            <source>This picture</source>
            <translation>这张图片</translation>
        </message>
        <message>
            <source>The whole session</source>
            <translation>整个会话</translation>
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
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
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
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
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
            <source>A model is being downloaded, as you asked. Pictures and chats stay on this machine.</source>
            <translation>正在按您的要求下载模型。图片和对话不会离开本机。</translation>
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
            <source>Open recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>暂无</translation>
        </message>
    </context>
    <context>
        <name>LabelEditor</name>
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
        <name>MainWindow</name>
        <message>
            <source>Everything is saved again.</source>
            <translation>所有内容均已保存。</translation>
        </message>
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
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Something is still running.</source>
            <translation>还有任务正在进行。</translation>
        </message>
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
            <source>Not everything is saved yet. Wait a moment, or close again to give it up.</source>
            <translation>还有内容未保存。请稍候，或再次关闭以放弃这些内容。</translation>
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
        <name>MessageBody</name>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
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
            <source>To download</source>
            <translation>可下载的模型</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
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
            <source>no boxes</source>
            <translation>无方框</translation>
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
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>OfferDetails</name>
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
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s) could not be opened.</source>
            <translation>
                <numerusform>另有 %n 个文件无法打开。</numerusform>
            </translation>
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
            <source>Side panel</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>对话</translation>
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
            <source>Use it</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>正在启动</translation>
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
            <source>Unload</source>
            <translation>卸载</translation>
        </message>
        <message>
            <source>Gives the memory of the loaded model back</source>
            <translation>释放已加载模型占用的内存</translation>
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
            <source>%1 times smaller in each direction: what you can't read here, the model couldn't either.</source>
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
    </context>
    <context>
        <name>Picking</name>
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
        <name>Pictures</name>
        <message>
            <source>There is no picture in %1.</source>
            <translation>%1 中没有图片。</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>Read %1</source>
            <translation>读取 %1</translation>
        </message>
        <message>
            <source>%1 has changed since it was last opened; its boxes may not fit any more.</source>
            <translation>%1 自上次打开后已被修改，方框可能不再对得上。</translation>
        </message>
    </context>
    <context>
        <name>PixelMap</name>
        <message>
            <source>The decoded picture is gone or damaged: open the picture again.</source>
            <translation>解码后的图片丢失或损坏：请重新打开图片。</translation>
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
        <name>PresetRow</name>
        <message>
            <source>All prompts</source>
            <translation>全部提示词</translation>
        </message>
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
        <name>RowDelegate</name>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>loaded</source>
            <translation>已加载</translation>
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
            <source>first word %1 s</source>
            <translation>首字 %1 秒</translation>
        </message>
        <message>
            <source>%1 tokens/s</source>
            <translation>%1 词元/秒</translation>
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
        <name>Sessions</name>
        <message>
            <source>%1 was deleted.</source>
            <translation>已删除 %1。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>SessionsPage</name>
        <message>
            <source>Nothing found in pictures' text, chats and names.</source>
            <translation>在图片文字、对话和名称中都没有找到。</translation>
        </message>
        <message>
            <source>No session yet.</source>
            <translation>还没有会话。</translation>
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
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Search pictures' text, chats and names</source>
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
            <source>New session</source>
            <translation>新建会话</translation>
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
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>The language of menus, buttons and messages.</source>
            <translation>菜单、按钮和提示所用的语言。</translation>
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
            <source>Ask before closing while something is running</source>
            <translation>有任务运行时，关闭前先询问</translation>
        </message>
        <message>
            <source>What was read and answered so far is kept either way.</source>
            <translation>无论如何，已读取和已回答的内容都会保留。</translation>
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
            <source>Unload an idle model after minutes</source>
            <translation>空闲多少分钟后卸载模型</translation>
        </message>
        <message>
            <source>Gives its memory back; the next question loads it again. 0 keeps it.</source>
            <translation>释放其内存；下次提问时重新加载。0 表示一直保留。</translation>
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
            <source>The address of a proxy, for downloads only; empty uses the system's.</source>
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
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>%1 running, %2 waiting</source>
            <translation>%1 个运行中，%2 个等待中</translation>
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
        <name>Tasks</name>
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
            <source>Import boxes from labelme or COCO</source>
            <translation>从 labelme 或 COCO 导入方框</translation>
        </message>
        <message>
            <source>The picture is still being opened; export it again in a moment.</source>
            <translation>图片仍在打开；请稍后再导出。</translation>
        </message>
        <message>
            <source>Rename the session</source>
            <translation>重命名会话</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>find “%1”</source>
            <translation>查找“%1”</translation>
        </message>
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
            <source>Next and previous box</source>
            <translation>下一个和上一个方框</translation>
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
            <source>Stop the answer</source>
            <translation>停止回答</translation>
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
        <name>TextLayer</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
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
            <source>Only {0} % sure: check this line</source>
            <translation>可信度仅 {0} %：请核对这一行</translation>
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
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Open a picture and its text appears here.</source>
            <translation>打开图片后，文字会显示在这里。</translation>
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
            <source>Show details</source>
            <translation>显示详情</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>隐藏详情</translation>
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
            <source>or try the sample picture</source>
            <translation>或者试试示例图片</translation>
        </message>
        <message>
            <source>Ask about the picture</source>
            <translation>就图片提问</translation>
        </message>
        <message>
            <source>The reader finds text and pulls out what you name. Try one of these, or type your own.</source>
            <translation>识别器可以查找文字、提取您指定的内容。试试下面的例子，或自己输入。</translation>
        </message>
        <message>
            <source>Answers name what they show: point at a phrase to see its box. Try one of these.</source>
            <translation>回答会指明所见：指向其中的词语即可看到方框。试试下面的例子。</translation>
        </message>
    </context>
    <context>
        <name>ZoomPill</name>
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
            <source>Actual size</source>
            <translation>实际大小</translation>
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
</TS>
