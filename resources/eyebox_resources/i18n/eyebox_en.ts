<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BoxDesk</name>
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
    <name>DropHint</name>
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
    <name>Pictures</name>
    <message numerus="yes">
        <source>%n more file(s) could not be opened.</source>
        <translation>
            <numerusform>%n more file could not be opened.</numerusform>
            <numerusform>%n more files could not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
</TS>
