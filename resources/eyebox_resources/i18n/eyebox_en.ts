<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementPage</name>
    <message numerus="yes">
        <source>%n of theirs is not here</source>
        <translation>
            <numerusform>%n of theirs is not here</numerusform>
            <numerusform>%n of theirs are not here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged by both</source>
        <translation>
            <numerusform>%n picture judged by both</numerusform>
            <numerusform>%n pictures judged by both</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message numerus="yes">
        <source>%n box(es) said</source>
        <translation>
            <numerusform>%n box said</numerusform>
            <numerusform>%n boxes said</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n video(s) passed over: open a video by itself to choose frames.</source>
        <translation>
            <numerusform>%n video passed over: open it by itself to choose frames.</numerusform>
            <numerusform>%n videos passed over: open a video by itself to choose frames.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message numerus="yes">
        <source>Copy %n box(es) from the picture before</source>
        <translation>
            <numerusform>Copy %n box from the picture before</numerusform>
            <numerusform>Copy %n boxes from the picture before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>%n copied box lies outside of this picture.</numerusform>
            <numerusform>%n copied boxes lie outside of this picture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxEditor</name>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>%n selected box is locked. L unlocks it.</numerusform>
            <numerusform>%n selected boxes are locked. L unlocks them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n box(es)</source>
        <translation>
            <numerusform>Cut %n box</numerusform>
            <numerusform>Cut %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n box(es)</source>
        <translation>
            <numerusform>Paste %n box</numerusform>
            <numerusform>Paste %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>%n copied box lies outside of this picture.</numerusform>
            <numerusform>%n copied boxes lie outside of this picture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>Lock %n box</numerusform>
            <numerusform>Lock %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>Unlock %n box</numerusform>
            <numerusform>Unlock %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n box(es)</source>
        <translation>
            <numerusform>Duplicate %n box</numerusform>
            <numerusform>Duplicate %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n box(es)</source>
        <translation>
            <numerusform>Move %n box</numerusform>
            <numerusform>Move %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>Rename %n box</numerusform>
            <numerusform>Rename %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>%n selected box is locked. L unlocks it.</numerusform>
            <numerusform>%n selected boxes are locked. L unlocks them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>Rename %n box</numerusform>
            <numerusform>Rename %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>Lock %n box</numerusform>
            <numerusform>Lock %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>Unlock %n box</numerusform>
            <numerusform>Unlock %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filter %n box(es)</source>
        <translation>
            <numerusform>Filter %n box</numerusform>
            <numerusform>Filter %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message numerus="yes">
        <source>%n box(es) selected</source>
        <translation>
            <numerusform>%n box selected</numerusform>
            <numerusform>%n boxes selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedPictures</name>
    <message numerus="yes">
        <source>%n picture(s) have changed since their boxes were made. Do these still fit?</source>
        <translation>
            <numerusform>%n picture has changed since its boxes were made. Do these still fit?</numerusform>
            <numerusform>%n pictures have changed since their boxes were made. Do these still fit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>Close Eyebox and stop %n job(s)?</source>
        <translation>
            <numerusform>Close Eyebox and stop %n job?</numerusform>
            <numerusform>Close Eyebox and stop %n jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n visual token(s)</source>
        <translation>
            <numerusform>%n visual token</numerusform>
            <numerusform>%n visual tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) known from before</source>
        <translation>
            <numerusform>%n picture known from before</numerusform>
            <numerusform>%n pictures known from before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCheck</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are held out, to see what it answers that it did not learn.</source>
        <translation>
            <numerusform>%n conversation is held out, to see what it answers that it did not learn.</numerusform>
            <numerusform>%n conversations are held out, to see what it answers that it did not learn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are left out, and why</source>
        <translation>
            <numerusform>%n conversation is left out, and why</numerusform>
            <numerusform>%n conversations are left out, and why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeBar</name>
    <message numerus="yes">
        <source>%n not settled</source>
        <translation>
            <numerusform>%n not settled</numerusform>
            <numerusform>%n not settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n thing(s) looked at</source>
        <translation>
            <numerusform>%n thing looked at</numerusform>
            <numerusform>%n things looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better</source>
        <translation>
            <numerusform>%n could be better</numerusform>
            <numerusform>%n could be better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n thing to fix</numerusform>
            <numerusform>%n things to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better</source>
        <translation>
            <numerusform>It works; %n thing could be better</numerusform>
            <numerusform>It works; %n things could be better</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message numerus="yes">
        <source>Add %n model(s)</source>
        <translation>
            <numerusform>Add %n model</numerusform>
            <numerusform>Add %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures in %n folder(s)</source>
        <translation>
            <numerusform>Open the pictures in %n folder</numerusform>
            <numerusform>Open the pictures in %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures and boxes in %n folder(s)</source>
        <translation>
            <numerusform>Open the pictures and boxes in %n folder</numerusform>
            <numerusform>Open the pictures and boxes in %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pages of %n document(s)</source>
        <translation>
            <numerusform>Open the pages of %n document</numerusform>
            <numerusform>Open the pages of %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose frames of %n video(s)</source>
        <translation>
            <numerusform>Choose frames of %n video</numerusform>
            <numerusform>Choose frames of %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n picture(s)</source>
        <translation>
            <numerusform>Open %n picture</numerusform>
            <numerusform>Open %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import the boxes of %n file(s)</source>
        <translation>
            <numerusform>Import the boxes of %n file</numerusform>
            <numerusform>Import the boxes of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message numerus="yes">
        <source>%n video(s) of the folder not opened: frames are chosen of one at a time.</source>
        <translation>
            <numerusform>%n video of the folder not opened: frames are chosen of one at a time.</numerusform>
            <numerusform>%n videos of the folder not opened: frames are chosen of one at a time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineThere</name>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message numerus="yes">
        <source>%n picture(s) were not found and are left out.</source>
        <translation>
            <numerusform>%n picture was not found and is left out.</numerusform>
            <numerusform>%n pictures were not found and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about videos left out.</source>
        <translation>
            <numerusform>%n question about videos left out.</numerusform>
            <numerusform>%n questions about videos left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer, counted as wrong.</source>
        <translation>
            <numerusform>%n question without an answer, counted as wrong.</numerusform>
            <numerusform>%n questions without an answer, counted as wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good.</source>
        <translation>
            <numerusform>%n region is blacked out for good.</numerusform>
            <numerusform>%n regions are blacked out for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good, with their text.</source>
        <translation>
            <numerusform>%n region is blacked out for good, with its text.</numerusform>
            <numerusform>%n regions are blacked out for good, with their text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The selected pictures (%n)</source>
        <translation>
            <numerusform>The selected picture</numerusform>
            <numerusform>The selected pictures (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message numerus="yes">
        <source>%n file(s) of these names are in this folder already.</source>
        <translation>
            <numerusform>%n file of this name is in this folder already.</numerusform>
            <numerusform>%n files of these names are in this folder already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileNotices</name>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training sample(s) written to %1.</source>
        <translation>
            <numerusform>%n training sample written to %1.</numerusform>
            <numerusform>%n training samples written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preference pair(s) beside it.</source>
        <translation>
            <numerusform>%n preference pair beside it.</numerusform>
            <numerusform>%n preference pairs beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) read back, at most %1 px from where you left them.</source>
        <translation>
            <numerusform>%n box read back, at most %1 px from where you left it.</numerusform>
            <numerusform>%n boxes read back, at most %1 px from where you left them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameChooser</name>
    <message numerus="yes">
        <source>Take %n frame(s)</source>
        <translation>
            <numerusform>Take %n frame</numerusform>
            <numerusform>Take %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IgnoreController</name>
    <message numerus="yes">
        <source>%n picture(s) of the session have other ignored parts now.</source>
        <translation>
            <numerusform>%n picture of the session has other ignored parts now.</numerusform>
            <numerusform>%n pictures of the session have other ignored parts now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message numerus="yes">
        <source>Save the %n part(s) of this picture</source>
        <translation>
            <numerusform>Save the %n part of this picture</numerusform>
            <numerusform>Save the %n parts of this picture</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n picture(s) of this file were not found; put them beside it and import again.</source>
        <translation>
            <numerusform>%n picture of this file was not found; put it beside it and import again.</numerusform>
            <numerusform>%n pictures of this file were not found; put them beside it and import again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message numerus="yes">
        <source>Label of %n box(es)</source>
        <translation>
            <numerusform>Label of %n box</numerusform>
            <numerusform>Label of %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message numerus="yes">
        <source>%n label(s) added.</source>
        <translation>
            <numerusform>%n label added.</numerusform>
            <numerusform>%n labels added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) have this label: rename it, or delete them first.</source>
        <translation>
            <numerusform>%n box has this label: rename it, or delete it first.</numerusform>
            <numerusform>%n boxes have this label: rename it, or delete them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused label(s) removed.</source>
        <translation>
            <numerusform>%n unused label removed.</numerusform>
            <numerusform>%n unused labels removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeChoice</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message numerus="yes">
        <source>Saved the review of %n picture(s) as %1</source>
        <translation>
            <numerusform>Saved the review of %n picture as %1</numerusform>
            <numerusform>Saved the review of %n pictures as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) taken over.</source>
        <translation>
            <numerusform>%n verdict taken over.</numerusform>
            <numerusform>%n verdicts taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message numerus="yes">
        <source>%n other missing picture(s) are in this folder too.</source>
        <translation>
            <numerusform>%n other missing picture is in this folder too.</numerusform>
            <numerusform>%n other missing pictures are in this folder too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovedFiles</name>
    <message numerus="yes">
        <source>%n file(s) found again.</source>
        <translation>
            <numerusform>%n file found again.</numerusform>
            <numerusform>%n files found again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message numerus="yes">
        <source>%n more file(s) could not be opened.</source>
        <translation>
            <numerusform>%n more file could not be opened.</numerusform>
            <numerusform>%n more files could not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message numerus="yes">
        <source>%n picture(s) moved.</source>
        <translation>
            <numerusform>%n picture moved.</numerusform>
            <numerusform>%n pictures moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>Taught in %n step(s).</source>
        <translation>
            <numerusform>Taught in %n step.</numerusform>
            <numerusform>Taught in %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message numerus="yes">
        <source>Attach %n picture(s)</source>
        <translation>
            <numerusform>Attach %n picture</numerusform>
            <numerusform>Attach %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message numerus="yes">
        <source>%n picture(s) read.</source>
        <translation>
            <numerusform>%n picture read.</numerusform>
            <numerusform>%n pictures read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1</source>
        <translation>
            <numerusform>%n could not be read: %1</numerusform>
            <numerusform>%n could not be read: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n left.</numerusform>
            <numerusform>%n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n picture(s) removed from the session.</source>
        <translation>
            <numerusform>%n picture removed from the session.</numerusform>
            <numerusform>%n pictures removed from the session.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these pictures were removed before; their boxes and text are still there.</source>
        <translation>
            <numerusform>%n of these pictures was removed before; its boxes and text are still there.</numerusform>
            <numerusform>%n of these pictures were removed before; their boxes and text are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResolutionSlider</name>
    <message numerus="yes">
        <source>up to %n tile(s)</source>
        <translation>
            <numerusform>up to %n tile</numerusform>
            <numerusform>up to %n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message numerus="yes">
        <source>All %n box(es) have a verdict.</source>
        <translation>
            <numerusform>The only box has a verdict.</numerusform>
            <numerusform>All %n boxes have a verdict.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewMerge</name>
    <message numerus="yes">
        <source>Take over %n verdict(s)</source>
        <translation>
            <numerusform>Take over %n verdict</numerusform>
            <numerusform>Take over %n verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondList</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>%n win</numerusform>
            <numerusform>%n wins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loss(es)</source>
        <translation>
            <numerusform>%n loss</numerusform>
            <numerusform>%n losses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n picture(s) would tell.</source>
        <translation>
            <numerusform>About %n picture would tell.</numerusform>
            <numerusform>About %n pictures would tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gone for good in %n day(s)</source>
        <translation>
            <numerusform>gone for good in %n day</numerusform>
            <numerusform>gone for good in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message numerus="yes">
        <source>%n box(es) of a model or a file</source>
        <translation>
            <numerusform>%n box of a model or a file</numerusform>
            <numerusform>%n boxes of a model or a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n picture(s) of this session</source>
        <translation>
            <numerusform>The %n picture of this session</numerusform>
            <numerusform>The %n pictures of this session</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Importing… %n picture(s)</source>
        <translation>
            <numerusform>Importing… %n picture</numerusform>
            <numerusform>Importing… %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n line(s) of the document&apos;s own text</source>
        <translation>
            <numerusform>%n line of the document&apos;s own text</numerusform>
            <numerusform>%n lines of the document&apos;s own text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read in</source>
        <translation>
            <numerusform>%n line read in</numerusform>
            <numerusform>%n lines read in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in an unknown script</source>
        <translation>
            <numerusform>%n line in an unknown script</numerusform>
            <numerusform>%n lines in an unknown script</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message numerus="yes">
        <source>Boxes: %1 judged, %2 waiting, on %n picture(s)</source>
        <translation>
            <numerusform>Boxes: %1 judged, %2 waiting, on %n picture</numerusform>
            <numerusform>Boxes: %1 judged, %2 waiting, on %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another label</source>
        <translation>
            <numerusform>%n of them got another label</numerusform>
            <numerusform>%n of them got another label</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachForm</name>
    <message numerus="yes">
        <source>On %n picture(s) a model&apos;s boxes were corrected.</source>
        <translation>
            <numerusform>On %n picture a model&apos;s boxes were corrected.</numerusform>
            <numerusform>On %n pictures a model&apos;s boxes were corrected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are marked complete.</source>
        <translation>
            <numerusform>%n picture is marked complete.</numerusform>
            <numerusform>%n pictures are marked complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) nothing waits for a verdict.</source>
        <translation>
            <numerusform>On %n picture nothing waits for a verdict.</numerusform>
            <numerusform>On %n pictures nothing waits for a verdict.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message numerus="yes">
        <source>%n unsure word(s)</source>
        <translation>
            <numerusform>%n unsure word</numerusform>
            <numerusform>%n unsure words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextState</name>
    <message numerus="yes">
        <source>%n line(s) look like text in a script that the reader does not know. Ask a model about them in a chat.</source>
        <translation>
            <numerusform>%n line looks like text in a script that the reader does not know. Ask a model about it in a chat.</numerusform>
            <numerusform>%n lines look like text in a script that the reader does not know. Ask a model about them in a chat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message numerus="yes">
        <source>Marked complete (%n)</source>
        <translation>
            <numerusform>Marked complete (%n)</numerusform>
            <numerusform>Marked complete (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that are judged (%n)</source>
        <translation>
            <numerusform>All that are judged (%n)</numerusform>
            <numerusform>All that are judged (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Entries</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_SchemaRow</name>
    <message numerus="yes">
        <source>%n field(s)…</source>
        <translation>
            <numerusform>%n field…</numerusform>
            <numerusform>%n fields…</numerusform>
        </translation>
    </message>
</context>
</TS>
