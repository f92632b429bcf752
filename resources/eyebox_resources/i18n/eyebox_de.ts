<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>Add keys to “%1”</source>
        <translation>Tasten für „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>Change %1 of “%2”</source>
        <translation>%1 von „%2“ ändern</translation>
    </message>
    <message>
        <source>%1 is for “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
    <message>
        <source>%1 is needed by lists, fields and the picture.</source>
        <translation>%1 wird von Listen, Feldern und dem Bild gebraucht.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Bilder öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Capture a screen region</source>
        <translation>Bildschirmbereich aufnehmen</translation>
    </message>
    <message>
        <source>Open the sample picture</source>
        <translation>Beispielbild öffnen</translation>
    </message>
    <message>
        <source>Import boxes…</source>
        <translation>Rahmen importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export labelme files of the session…</source>
        <translation>labelme-Dateien der Sitzung exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Sessions and search…</source>
        <translation>Sitzungen und Suche&#xa0;…</translation>
    </message>
    <message>
        <source>Removed pictures, chats and sessions…</source>
        <translation>Entfernte Bilder, Chats und Sitzungen&#xa0;…</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Rename this session</source>
        <translation>Diese Sitzung umbenennen</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>Diese Sitzung löschen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy all text</source>
        <translation>Gesamten Text kopieren</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>Im Bild suchen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>In Fenster einpassen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Show the text layer</source>
        <translation>Textebene anzeigen</translation>
    </message>
    <message>
        <source>Show the boxes</source>
        <translation>Rahmen anzeigen</translation>
    </message>
    <message>
        <source>Show the filmstrip</source>
        <translation>Bildleiste anzeigen</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Seitenleiste anzeigen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>Auswählen und verschieben</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Delete the selected boxes</source>
        <translation>Ausgewählte Rahmen löschen</translation>
    </message>
    <message>
        <source>Duplicate the selected boxes</source>
        <translation>Ausgewählte Rahmen duplizieren</translation>
    </message>
    <message>
        <source>Cut the selected boxes</source>
        <translation>Ausgewählte Rahmen ausschneiden</translation>
    </message>
    <message>
        <source>Import the boxes of a folder…</source>
        <translation>Rahmen eines Ordners importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export training data…</source>
        <translation>Trainingsdaten exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Batches…</source>
        <translation>Stapel&#xa0;…</translation>
    </message>
    <message>
        <source>Find the file of the picture…</source>
        <translation>Datei des Bildes suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Copy the selected text or boxes</source>
        <translation>Ausgewählten Text oder Rahmen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text as one line</source>
        <translation>Ausgewählten Text als eine Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text as paragraphs</source>
        <translation>Ausgewählten Text als Absätze kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text as a table</source>
        <translation>Ausgewählten Text als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Paste a picture or boxes</source>
        <translation>Bild oder Rahmen einfügen</translation>
    </message>
    <message>
        <source>Make a QR code of the selected text</source>
        <translation>QR-Code aus dem ausgewählten Text erzeugen</translation>
    </message>
    <message>
        <source>Select all text or boxes</source>
        <translation>Gesamten Text oder alle Rahmen auswählen</translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation>Bild nach oben</translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation>Bild nach unten</translation>
    </message>
    <message>
        <source>Move the picture to the top</source>
        <translation>Bild an den Anfang</translation>
    </message>
    <message>
        <source>Move the picture to the bottom</source>
        <translation>Bild ans Ende</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Zoom to…</source>
        <translation>Zoomen auf&#xa0;…</translation>
    </message>
    <message>
        <source>Go to a picture by its number…</source>
        <translation>Gehe zu Bild Nummer&#xa0;…</translation>
    </message>
    <message>
        <source>Statistics of the boxes…</source>
        <translation>Statistik der Rahmen&#xa0;…</translation>
    </message>
    <message>
        <source>Mark unsure words</source>
        <translation>Unsichere Wörter markieren</translation>
    </message>
    <message>
        <source>Show ignored parts</source>
        <translation>Ignorierte Bereiche anzeigen</translation>
    </message>
    <message>
        <source>Show the overview of large pictures</source>
        <translation>Übersicht großer Bilder anzeigen</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>Fadenkreuz beim Zeichnen</translation>
    </message>
    <message>
        <source>Copy boxes to the next picture</source>
        <translation>Rahmen ins nächste Bild kopieren</translation>
    </message>
    <message>
        <source>Rename the selected boxes</source>
        <translation>Ausgewählte Rahmen umbenennen</translation>
    </message>
    <message>
        <source>Attributes of the selected box</source>
        <translation>Attribute des ausgewählten Rahmens</translation>
    </message>
    <message>
        <source>All labels at a glance…</source>
        <translation>Alle Labels im Überblick&#xa0;…</translation>
    </message>
    <message>
        <source>Labels of the session…</source>
        <translation>Labels der Sitzung&#xa0;…</translation>
    </message>
    <message>
        <source>Hide or show the selected boxes</source>
        <translation>Ausgewählte Rahmen aus- oder einblenden</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>Alle ausgeblendeten Rahmen anzeigen</translation>
    </message>
    <message>
        <source>Lock or unlock the selected boxes</source>
        <translation>Ausgewählte Rahmen sperren oder entsperren</translation>
    </message>
    <message>
        <source>Lock or unlock all boxes</source>
        <translation>Alle Rahmen sperren oder entsperren</translation>
    </message>
    <message>
        <source>All sides to edges</source>
        <translation>Alle Seiten an Kanten legen</translation>
    </message>
    <message>
        <source>Left side to an edge</source>
        <translation>Linke Seite an eine Kante</translation>
    </message>
    <message>
        <source>Bottom side to an edge</source>
        <translation>Untere Seite an eine Kante</translation>
    </message>
    <message>
        <source>Top side to an edge</source>
        <translation>Obere Seite an eine Kante</translation>
    </message>
    <message>
        <source>Right side to an edge</source>
        <translation>Rechte Seite an eine Kante</translation>
    </message>
    <message>
        <source>Sort the list of boxes…</source>
        <translation>Liste der Rahmen sortieren&#xa0;…</translation>
    </message>
    <message>
        <source>Ask about the selected box</source>
        <translation>Zum ausgewählten Rahmen fragen</translation>
    </message>
    <message>
        <source>Make a box of the selected text</source>
        <translation>Rahmen um den ausgewählten Text</translation>
    </message>
    <message>
        <source>Correct the selected text</source>
        <translation>Ausgewählten Text berichtigen</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>Nächstes unsicheres Wort</translation>
    </message>
    <message>
        <source>Previous unsure word</source>
        <translation>Voriges unsicheres Wort</translation>
    </message>
    <message>
        <source>The unsure word is right</source>
        <translation>Das unsichere Wort stimmt</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>Berichtigung zurücknehmen</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>Zum ausgewählten Text fragen</translation>
    </message>
    <message>
        <source>Second opinion: another size</source>
        <translation>Zweitmeinung: andere Größe</translation>
    </message>
    <message>
        <source>Second opinion: the model</source>
        <translation>Zweitmeinung: das Modell</translation>
    </message>
    <message>
        <source>Take the second reading</source>
        <translation>Zweite Lesung übernehmen</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>Erste Lesung behalten</translation>
    </message>
    <message>
        <source>Keep all first readings</source>
        <translation>Alle ersten Lesungen behalten</translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>Diesen Bereich ignorieren</translation>
    </message>
    <message>
        <source>Ignore no part of the picture</source>
        <translation>Im Bild nichts ignorieren</translation>
    </message>
    <message>
        <source>Templates of ignored parts…</source>
        <translation>Vorlagen ignorierter Bereiche&#xa0;…</translation>
    </message>
    <message>
        <source>Black out the selection</source>
        <translation>Auswahl schwärzen</translation>
    </message>
    <message>
        <source>Find and black out…</source>
        <translation>Suchen und schwärzen&#xa0;…</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>Alle Treffer schwärzen</translation>
    </message>
    <message>
        <source>Black out nothing here</source>
        <translation>Hier nichts schwärzen</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>In ein neues Bild zuschneiden</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Table of the picture</source>
        <translation>Tabelle des Bildes</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Tabelle speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Order of the text…</source>
        <translation>Reihenfolge des Textes&#xa0;…</translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>Schriften und Sprachen&#xa0;…</translation>
    </message>
    <message>
        <source>Read the text again</source>
        <translation>Text erneut lesen</translation>
    </message>
    <message>
        <source>Read the selected pictures</source>
        <translation>Ausgewählte Bilder lesen</translation>
    </message>
    <message>
        <source>Read all pictures</source>
        <translation>Alle Bilder lesen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>List of boxes</source>
        <translation>Liste der Rahmen</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>Text des Bildes</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>Zum Bild fragen</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Erneut antworten</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>Bilder anhängen&#xa0;…</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>In allen Chats fragen</translation>
    </message>
    <message>
        <source>New chat beside this one</source>
        <translation>Neuer Chat neben diesem</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>Neuer Chat mit diesen Bildern</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>Diesen Chat schließen</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Voriger Chat</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Use a folder as a model…</source>
        <translation>Ordner als Modell verwenden&#xa0;…</translation>
    </message>
    <message>
        <source>Add a model pack…</source>
        <translation>Modellpaket hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Use this model for new chats</source>
        <translation>Dieses Modell für neue Chats verwenden</translation>
    </message>
    <message>
        <source>Settings of this chat…</source>
        <translation>Einstellungen dieses Chats&#xa0;…</translation>
    </message>
    <message>
        <source>Model engine…</source>
        <translation>Modell-Engine&#xa0;…</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>Modell entladen</translation>
    </message>
    <message>
        <source>Stop all work</source>
        <translation>Alle Arbeiten anhalten</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange anzeigen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>Rahmen prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Table of the review</source>
        <translation>Tabelle der Prüfung</translation>
    </message>
    <message>
        <source>Compare with other boxes…</source>
        <translation>Mit anderen Rahmen vergleichen&#xa0;…</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>Modell vorerst nicht mehr fragen</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>Prüfung beenden</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Fixed, next</source>
        <translation>Korrigiert, weiter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Draw a missed box</source>
        <translation>Übersehenen Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Unsure, and stay</source>
        <translation>Unsicher, hier bleiben</translation>
    </message>
    <message>
        <source>Accept the rest of the picture</source>
        <translation>Rest des Bildes annehmen</translation>
    </message>
    <message>
        <source>Take back the last verdict</source>
        <translation>Letztes Urteil zurücknehmen</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>Nächster Rahmen</translation>
    </message>
    <message>
        <source>Previous box</source>
        <translation>Voriger Rahmen</translation>
    </message>
    <message>
        <source>Next picture to review</source>
        <translation>Nächstes zu prüfendes Bild</translation>
    </message>
    <message>
        <source>Previous picture to review</source>
        <translation>Voriges zu prüfendes Bild</translation>
    </message>
    <message>
        <source>Nothing is missing here</source>
        <translation>Hier fehlt nichts</translation>
    </message>
    <message>
        <source>Fix all sides</source>
        <translation>Alle Seiten korrigieren</translation>
    </message>
    <message>
        <source>Fix the left side</source>
        <translation>Linke Seite korrigieren</translation>
    </message>
    <message>
        <source>Fix the bottom side</source>
        <translation>Untere Seite korrigieren</translation>
    </message>
    <message>
        <source>Fix the top side</source>
        <translation>Obere Seite korrigieren</translation>
    </message>
    <message>
        <source>Fix the right side</source>
        <translation>Rechte Seite korrigieren</translation>
    </message>
    <message>
        <source>Left side outward</source>
        <translation>Linke Seite nach außen</translation>
    </message>
    <message>
        <source>Left side inward</source>
        <translation>Linke Seite nach innen</translation>
    </message>
    <message>
        <source>Bottom side outward</source>
        <translation>Untere Seite nach außen</translation>
    </message>
    <message>
        <source>Bottom side inward</source>
        <translation>Untere Seite nach innen</translation>
    </message>
    <message>
        <source>Top side outward</source>
        <translation>Obere Seite nach außen</translation>
    </message>
    <message>
        <source>Top side inward</source>
        <translation>Obere Seite nach innen</translation>
    </message>
    <message>
        <source>Right side outward</source>
        <translation>Rechte Seite nach außen</translation>
    </message>
    <message>
        <source>Right side inward</source>
        <translation>Rechte Seite nach innen</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Summary of the review…</source>
        <translation>Zusammenfassung der Prüfung&#xa0;…</translation>
    </message>
    <message>
        <source>Evaluation of models…</source>
        <translation>Modelle evaluieren&#xa0;…</translation>
    </message>
    <message>
        <source>Teach a model…</source>
        <translation>Modell trainieren&#xa0;…</translation>
    </message>
    <message>
        <source>Merge with another review…</source>
        <translation>Mit anderer Prüfung zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer…</source>
        <translation>Prüfung für andere Prüfer speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigenes behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremdes übernehmen</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>Keines übernehmen</translation>
    </message>
    <message>
        <source>Change the box</source>
        <translation>Rahmen ändern</translation>
    </message>
    <message>
        <source>Previous dispute</source>
        <translation>Voriger Konflikt</translation>
    </message>
    <message>
        <source>Next dispute</source>
        <translation>Nächster Konflikt</translation>
    </message>
    <message>
        <source>Leave the disputes</source>
        <translation>Konflikte verlassen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>All actions…</source>
        <translation>Alle Aktionen&#xa0;…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Doctor…</source>
        <translation>Diagnose&#xa0;…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen&#xa0;…</translation>
    </message>
    <message>
        <source>Local API…</source>
        <translation>Lokale API&#xa0;…</translation>
    </message>
    <message>
        <source>Check the screen capture</source>
        <translation>Bildschirmaufnahme überprüfen</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>Über Eyebox</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Stop with Esc</source>
        <translation>Mit Esc anhalten</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>at most %1 s left</source>
        <translation>höchstens noch %1&#xa0;s</translation>
    </message>
    <message>
        <source>at most %1 min left</source>
        <translation>höchstens noch %1&#xa0;min</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten&#xa0;…</translation>
    </message>
    <message>
        <source>Waiting for “%1”</source>
        <translation>Wartet auf „%1“</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement of two reviews</source>
        <translation>Übereinstimmung zweier Prüfungen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>Eigene Prüfung und %1</translation>
    </message>
    <message>
        <source>Take what only they judged (%1)</source>
        <translation>Nur fremd Beurteiltes übernehmen (%1)</translation>
    </message>
    <message>
        <source>Settle the disputes (%1)</source>
        <translation>Konflikte lösen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n of theirs is not here</source>
        <translation>
            <numerusform>%n Bild der anderen Prüfung ist nicht hier</numerusform>
            <numerusform>%n Bilder der anderen Prüfung sind nicht hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged by both</source>
        <translation>
            <numerusform>%n Bild von beiden beurteilt</numerusform>
            <numerusform>%n Bilder von beiden beurteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>None of their pictures is in this session. Pictures are the same by their content, or by name and size.</source>
        <translation>Keines ihrer Bilder ist in dieser Sitzung. Bilder gelten als gleich, wenn der Inhalt oder Name und Größe übereinstimmen.</translation>
    </message>
    <message>
        <source>There is no box yet that both of you have judged.</source>
        <translation>Noch wurde kein Rahmen von beiden beurteilt.</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Agreement on labels beyond chance: 1 is full agreement, 0 what chance alone gives. A box that only one of you has counts as the label “none” of the other.</source>
        <translation>Übereinstimmung der Labels über den Zufall hinaus: 1 ist volle Übereinstimmung, 0 ergibt schon der Zufall. Ein Rahmen, den nur einer hat, zählt beim anderen als Label „keines“.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>Mittlere IoU</translation>
    </message>
    <message>
        <source>How much the boxes overlap that both of you have</source>
        <translation>Wie weit sich die Rahmen decken, die beide haben</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>%1 of them are not settled</source>
        <translation>%1 davon sind ungelöst</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Nur eigene</translation>
    </message>
    <message>
        <source>Only they</source>
        <translation>Nur fremde</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>Anderes Label</translation>
    </message>
    <message>
        <source>Boxes that both of you have, with another label of theirs</source>
        <translation>Rahmen, die beide haben, in der anderen Prüfung mit anderem Label</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>They</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Where you differ</source>
        <translation>Wo sich beide unterscheiden</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute übrig</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1&#xa0;h</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa eine Minute</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1&#xa0;min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1&#xa0;h</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Importing libraries</source>
        <translation>Bibliotheken werden importiert</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird überprüft</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Bild wird betrachtet</translation>
    </message>
    <message>
        <source>Looking at the picture in parts</source>
        <translation>Bild wird in Teilen angesehen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Text wird gelesen</translation>
    </message>
    <message>
        <source>Preparing the graphics card, once (up to a minute)</source>
        <translation>Grafikkarte wird einmalig vorbereitet (bis zu einer Minute)</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Learning one conversation by heart</source>
        <translation>Ein Gespräch auswendig lernen</translation>
    </message>
    <message>
        <source>Asking what is held out</source>
        <translation>Zurückgehaltenes abfragen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>its tokenizer and picture processor</source>
        <translation>Tokenizer und Bildprozessor</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>Gewichte</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>Rahmen von „%1“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) said</source>
        <translation>
            <numerusform>%n Rahmen genannt</numerusform>
            <numerusform>%n Rahmen genannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Show the pictures as the model saw them</source>
        <translation>Bilder so zeigen, wie das Modell sie sah</translation>
    </message>
    <message>
        <source>Answer, being written</source>
        <translation>Antwort, wird geschrieben</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>Die Antwort ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Look in parts for small things</source>
        <translation>Kleines in Teilen suchen</translation>
    </message>
    <message>
        <source>The picture was shown to the model many times smaller. Looking at its parts takes longer.</source>
        <translation>Das Bild wurde dem Modell um ein Vielfaches kleiner gezeigt. In Teilen dauert es länger.</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Erneut antworten</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Was das Modell sah</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>At temperature 0 the same answer comes again.</source>
        <translation>Bei Temperatur 0 kommt dieselbe Antwort wieder.</translation>
    </message>
    <message>
        <source>With this seed the same answer comes again.</source>
        <translation>Mit diesem Startwert kommt dieselbe Antwort wieder.</translation>
    </message>
    <message>
        <source>Let chance choose the words, with a new seed</source>
        <translation>Wörter zufällig wählen, mit neuem Startwert</translation>
    </message>
    <message>
        <source>Answer again all the same</source>
        <translation>Trotzdem erneut antworten</translation>
    </message>
</context>
<context>
    <name>ApiController</name>
    <message>
        <source>Folder whose pictures may be named</source>
        <translation>Ordner, dessen Bilder genannt werden dürfen</translation>
    </message>
</context>
<context>
    <name>ApiPage</name>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet&#xa0;…</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Wird beendet&#xa0;…</translation>
    </message>
    <message>
        <source>On. Programs on this machine that have the key can ask here.</source>
        <translation>Eingeschaltet. Programme auf diesem Rechner, die den Schlüssel haben, können hier anfragen.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Choose another one.</source>
        <translation>Port %1 ist von einem anderen Programm belegt. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Off. While it is on, programs on this machine that have its key can ask the reader and your models as they would ask OpenAI. Nothing outside this machine can reach it.</source>
        <translation>Ausgeschaltet. Ist sie eingeschaltet, können Programme auf diesem Rechner mit dem Schlüssel die Texterkennung und die Modelle so anfragen wie OpenAI. Von außerhalb ist nichts erreichbar.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>What does “%1” say?</source>
        <translation>Was steht bei „%1“?</translation>
    </message>
    <message>
        <source>The picture shown</source>
        <translation>Das gezeigte Bild</translation>
    </message>
    <message>
        <source>Pictures of the session…</source>
        <translation>Bilder der Sitzung&#xa0;…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translation>Aus Dateien&#xa0;…</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>Bilder anhängen</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>AttributeFields</name>
    <message>
        <source>Attributes of the box</source>
        <translation>Attribute des Rahmens</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>The batch “%1” is done.</source>
        <translation>Der Stapel „%1“ ist fertig.</translation>
    </message>
    <message>
        <source>Pages that were not done: %1.</source>
        <translation>Nicht bearbeitete Seiten: %1.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>May pictures go to %1?</source>
        <translation>Dürfen Bilder an %1 gehen?</translation>
    </message>
    <message>
        <source>All pages of this batch are sent there. You can take it back where the model is chosen.</source>
        <translation>Alle Seiten dieses Stapels werden dorthin gesendet. Die Erlaubnis lässt sich dort zurücknehmen, wo das Modell gewählt wird.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up the batch “%1”?</source>
        <translation>Den Stapel „%1“ aufgeben?</translation>
    </message>
    <message>
        <source>What is done so far is in its results; the rest would begin anew.</source>
        <translation>Was bisher fertig ist, steht in den Ergebnissen; der Rest würde neu beginnen.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No program on this machine opens %1.</source>
        <translation>Kein Programm auf diesem Rechner öffnet %1.</translation>
    </message>
    <message>
        <source>Pictures, documents or lists of files</source>
        <translation>Bilder, Dokumente oder Dateilisten</translation>
    </message>
    <message>
        <source>A folder with pictures or documents</source>
        <translation>Ein Ordner mit Bildern oder Dokumenten</translation>
    </message>
    <message>
        <source>A folder for the results</source>
        <translation>Ein Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>A file for the results</source>
        <translation>Eine Datei für die Ergebnisse</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>Ein Ordner mit einem Modell</translation>
    </message>
    <message>
        <source>Job files</source>
        <translation>Auftragsdateien</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Auftragsdatei öffnen</translation>
    </message>
    <message>
        <source>Save as a job file</source>
        <translation>Als Auftragsdatei speichern</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Only these texts; where none is named: e-mails, phones, amounts, dates, links, IDs</source>
        <translation>Nur diese Texte; ohne Angabe: E-Mail-Adressen, Telefonnummern, Beträge, Daten, Links, Kennnummern</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Keep as a preset…</source>
        <translation>Als Voreinstellung behalten&#xa0;…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Voreinstellung entfernen</translation>
    </message>
    <message>
        <source>Open a job file…</source>
        <translation>Auftragsdatei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Save as a job file…</source>
        <translation>Als Auftragsdatei speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Als Voreinstellung behalten</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Neuer Stapel</translation>
    </message>
    <message>
        <source>What is done with each page</source>
        <translation>Was mit jeder Seite geschieht</translation>
    </message>
    <message>
        <source>Pictures, documents, folders, lists</source>
        <translation>Bilder, Dokumente, Ordner, Listen</translation>
    </message>
    <message>
        <source>What is asked about each page</source>
        <translation>Was zu jeder Seite gefragt wird</translation>
    </message>
    <message>
        <source>JSON schema of the answers</source>
        <translation>JSON-Schema der Antworten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Program that is started at the end</source>
        <translation>Programm, das am Ende gestartet wird</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Format of the results</source>
        <translation>Format der Ergebnisse</translation>
    </message>
    <message>
        <source>optional, for answers that are data</source>
        <translation>optional, für Antworten, die Daten sind</translation>
    </message>
    <message>
        <source>optional; it gets the file of the results</source>
        <translation>optional; erhält die Datei mit den Ergebnissen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Arbeitsmappe (XLSX)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n video(s) passed over: open a video by itself to choose frames.</source>
        <translation>
            <numerusform>%n Video übergangen: Öffnen Sie ein Video einzeln, um Bilder auszuwählen.</numerusform>
            <numerusform>%n Videos übergangen: Öffnen Sie ein Video einzeln, um Bilder auszuwählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>All pages: %1</source>
        <translation>Alle Seiten: %1</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>Neuer Stapel&#xa0;…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Its results stay</source>
        <translation>Die Ergebnisse bleiben</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Pages of the batch</source>
        <translation>Seiten des Stapels</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The same work on many pages: read, ask, find or take out fields of whole folders. What is done is kept page by page; a batch goes on after a pause, a restart or a crash.</source>
        <translation>Dieselbe Arbeit für viele Seiten: lesen, fragen, suchen oder Felder ganzer Ordner entnehmen. Was fertig ist, wird Seite für Seite aufbewahrt; nach einer Pause, einem Neustart oder Absturz geht ein Stapel weiter.</translation>
    </message>
</context>
<context>
    <name>BatchRun</name>
    <message>
        <source>Batch: %1</source>
        <translation>Stapel: %1</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Text lesen</translation>
    </message>
    <message>
        <source>Read tables</source>
        <translation>Tabellen lesen</translation>
    </message>
    <message>
        <source>Read fields</source>
        <translation>Felder lesen</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Frage stellen</translation>
    </message>
    <message>
        <source>Find things</source>
        <translation>Dinge suchen</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Make searchable PDF files</source>
        <translation>Durchsuchbare PDF-Dateien erzeugen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>Eingebaute Texterkennung</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 of %2 pages</source>
        <translation>%1 von %2 Seiten</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>Fertige Seiten: %1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>nicht: %1</translation>
    </message>
    <message>
        <source>Looking for the pages…</source>
        <translation>Seiten werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Writing the results…</source>
        <translation>Ergebnisse werden geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Under way in another Eyebox</source>
        <translation>In einem anderen Eyebox in Arbeit</translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message>
        <source>Open a picture first: the copied boxes are pasted into it.</source>
        <translation>Zuerst ein Bild öffnen: Die kopierten Rahmen werden dort eingefügt.</translation>
    </message>
    <message>
        <source>There is no box to copy on this picture.</source>
        <translation>Auf diesem Bild gibt es keinen Rahmen zum Kopieren.</translation>
    </message>
    <message>
        <source>This is the last picture: there is none to copy the boxes to.</source>
        <translation>Das ist das letzte Bild: Es gibt keines, in das die Rahmen kopiert werden könnten.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n box(es) from the picture before</source>
        <translation>
            <numerusform>%n Rahmen aus dem vorigen Bild kopieren</numerusform>
            <numerusform>%n Rahmen aus dem vorigen Bild kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>%n kopierter Rahmen liegt außerhalb dieses Bildes.</numerusform>
            <numerusform>%n kopierte Rahmen liegen außerhalb dieses Bildes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>Zuerst einen Rahmen auswählen.</translation>
    </message>
    <message>
        <source>This label has no attributes yet.</source>
        <translation>Dieses Label hat noch keine Attribute.</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Labels&#xa0;…</translation>
    </message>
    <message>
        <source>Rename in all pictures</source>
        <translation>In allen Bildern umbenennen</translation>
    </message>
    <message>
        <source>New label for “%1” in all pictures</source>
        <translation>Neues Label für „%1“ in allen Bildern</translation>
    </message>
    <message>
        <source>Renaming… %1 of %2 pictures</source>
        <translation>Wird umbenannt&#xa0;… %1 von %2 Bildern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>This box was deleted.</source>
        <translation>Dieser Rahmen wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>BoxDelegate</name>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>by a model</source>
        <translation>von einem Modell</translation>
    </message>
    <message>
        <source>from the text</source>
        <translation>aus dem Text</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>Label des Rahmens</translation>
    </message>
</context>
<context>
    <name>BoxEditor</name>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>%n ausgewählter Rahmen ist gesperrt. L entsperrt ihn.</numerusform>
            <numerusform>%n ausgewählte Rahmen sind gesperrt. L entsperrt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen ausschneiden</numerusform>
            <numerusform>%n Rahmen ausschneiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen einfügen</numerusform>
            <numerusform>%n Rahmen einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied box(es) lie outside of this picture.</source>
        <translation>
            <numerusform>%n kopierter Rahmen liegt außerhalb dieses Bildes.</numerusform>
            <numerusform>%n kopierte Rahmen liegen außerhalb dieses Bildes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen sperren</numerusform>
            <numerusform>%n Rahmen sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen entsperren</numerusform>
            <numerusform>%n Rahmen entsperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen duplizieren</numerusform>
            <numerusform>%n Rahmen duplizieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen verschieben</numerusform>
            <numerusform>%n Rahmen verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Resize a box</source>
        <translation>Größe eines Rahmens ändern</translation>
    </message>
    <message>
        <source>box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Rename a box</source>
        <translation>Rahmen umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen umbenennen</numerusform>
            <numerusform>%n Rahmen umbenennen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>Rename a box</source>
        <translation>Rahmen umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected box(es) are locked. L unlocks them.</source>
        <translation>
            <numerusform>%n ausgewählter Rahmen ist gesperrt. L entsperrt ihn.</numerusform>
            <numerusform>%n ausgewählte Rahmen sind gesperrt. L entsperrt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen umbenennen</numerusform>
            <numerusform>%n Rahmen umbenennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lock %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen sperren</numerusform>
            <numerusform>%n Rahmen sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen entsperren</numerusform>
            <numerusform>%n Rahmen entsperren</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has this in its label.</source>
        <translation>Kein Rahmen enthält dies im Label.</translation>
    </message>
    <message>
        <source>Press B and drag to draw a box, or ask a question: its answer brings some.</source>
        <translation>B drücken und ziehen, um einen Rahmen zu zeichnen, oder eine Frage stellen: Die Antwort bringt welche mit.</translation>
    </message>
    <message>
        <source>Unlock all boxes</source>
        <translation>Alle Rahmen entsperren</translation>
    </message>
    <message>
        <source>Lock all boxes</source>
        <translation>Alle Rahmen sperren</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n box(es)</source>
        <translation>
            <numerusform>%n Rahmen filtern</numerusform>
            <numerusform>%n Rahmen filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>F2 renames a box, Delete removes it, Enter shows it.</source>
        <translation>F2 benennt einen Rahmen um, Entf entfernt ihn, Eingabe zeigt ihn.</translation>
    </message>
    <message>
        <source>Filter the boxes by label</source>
        <translation>Rahmen nach Label filtern</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>Alle ausgeblendeten Rahmen anzeigen</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
</context>
<context>
    <name>BoxMenu</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Show on the picture</source>
        <translation>Auf dem Bild zeigen</translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation>Hierzu fragen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copy to the next picture</source>
        <translation>Ins nächste Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Crop to a new picture</source>
        <translation>In ein neues Bild zuschneiden</translation>
    </message>
    <message>
        <source>Ignore the text in it</source>
        <translation>Text darin ignorieren</translation>
    </message>
    <message>
        <source>Put onto edges</source>
        <translation>An Kanten legen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Rename “%1” in all pictures…</source>
        <translation>„%1“ in allen Bildern umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Select all “%1”</source>
        <translation>Alle „%1“ auswählen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show all “%1”</source>
        <translation>Alle „%1“ einblenden</translation>
    </message>
    <message>
        <source>Hide all “%1”</source>
        <translation>Alle „%1“ ausblenden</translation>
    </message>
    <message>
        <source>Show all hidden boxes</source>
        <translation>Alle ausgeblendeten Rahmen anzeigen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>Rahmen prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>BoxOrder</name>
    <message>
        <source>As drawn</source>
        <translation>Wie gezeichnet</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>Nach Position</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>Nach Größe</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Wert</translation>
    </message>
    <message>
        <source>Group by label</source>
        <translation>Nach Label gruppieren</translation>
    </message>
</context>
<context>
    <name>BoxRows</name>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Tour · %1 of %2</source>
        <translation>Rundgang · %1 von %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Rundgang überspringen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>CanvasMenus</name>
    <message>
        <source>Correct the line</source>
        <translation>Zeile berichtigen</translation>
    </message>
    <message>
        <source>Make a box of it</source>
        <translation>Rahmen daraus machen</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Dazu fragen</translation>
    </message>
    <message>
        <source>Make a QR code of it</source>
        <translation>QR-Code daraus erzeugen</translation>
    </message>
    <message>
        <source>Find the same</source>
        <translation>Gleiches suchen</translation>
    </message>
    <message>
        <source>find “%1”</source>
        <translation>„%1“ suchen</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message numerus="yes">
        <source>%n box(es) selected</source>
        <translation>
            <numerusform>%n Rahmen ausgewählt</numerusform>
            <numerusform>%n Rahmen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Tab steps through the boxes, arrows move the selected one, F2 renames it, Delete removes it, B draws a new one, Control and Tab leave the picture.</source>
        <translation>Tab geht durch die Rahmen, Pfeiltasten verschieben den ausgewählten, F2 benennt ihn um, Entf entfernt ihn, B zeichnet einen neuen, Strg und Tab verlassen das Bild.</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Ausgewählt: %1</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Choose a region of the screen</source>
        <translation>Bildschirmbereich wählen</translation>
    </message>
    <message>
        <source>Drag the handles or press arrow keys · Enter takes it · Esc cancels</source>
        <translation>Griffe ziehen oder Pfeiltasten drücken · Eingabe übernimmt · Esc bricht ab</translation>
    </message>
    <message>
        <source>Click a window · R region · S screen · Esc cancels</source>
        <translation>Fenster anklicken · R Bereich · S Bildschirm · Esc bricht ab</translation>
    </message>
    <message>
        <source>Click a screen · R region · W window · Esc cancels</source>
        <translation>Bildschirm anklicken · R Bereich · W Fenster · Esc bricht ab</translation>
    </message>
    <message>
        <source>Drag over a region, or click a text · W window · S screen · Enter the whole screen · Esc cancels</source>
        <translation>Über einen Bereich ziehen oder einen Text anklicken · W Fenster · S Bildschirm · Eingabe der ganze Bildschirm · Esc bricht ab</translation>
    </message>
    <message>
        <source>There is no screen to capture.</source>
        <translation>Es gibt keinen Bildschirm, der aufgenommen werden könnte.</translation>
    </message>
    <message>
        <source>This region lies on none of the screens that are connected now.</source>
        <translation>Dieser Bereich liegt auf keinem der jetzt angeschlossenen Bildschirme.</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>What to do with the capture</source>
        <translation>Was mit der Aufnahme geschieht</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>Inhalt des Codes kopieren</translation>
    </message>
    <message>
        <source>Open in Eyebox</source>
        <translation>In Eyebox öffnen</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>Modell fragen</translation>
    </message>
    <message>
        <source>Pin on top</source>
        <translation>Im Vordergrund anheften</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern&#xa0;…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>Als eine Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>Als Absätze kopieren</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Give this region a name…</source>
        <translation>Diesen Bereich benennen&#xa0;…</translation>
    </message>
    <message>
        <source>Join lines and cut words</source>
        <translation>Zeilen und getrennte Wörter verbinden</translation>
    </message>
    <message>
        <source>Trim spaces and empty lines</source>
        <translation>Leerraum und leere Zeilen entfernen</translation>
    </message>
    <message>
        <source>Full-width to half-width</source>
        <translation>Vollbreite zu halber Breite</translation>
    </message>
    <message>
        <source>No spaces inside Chinese text</source>
        <translation>Keine Leerzeichen in chinesischem Text</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Text wird gelesen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CaptureCheck</name>
    <message>
        <source>%1: exact, pixel by pixel.</source>
        <translation>%1: exakt, Pixel für Pixel.</translation>
    </message>
    <message>
        <source>%1: the marker was not found. Another window may cover it, or the desktop gives a picture that it resampled: give all screens the same scale, and check again.</source>
        <translation>%1: Die Markierung wurde nicht gefunden. Ein anderes Fenster verdeckt sie vielleicht, oder der Desktop liefert ein umgerechnetes Bild: allen Bildschirmen dieselbe Skalierung geben und erneut prüfen.</translation>
    </message>
    <message>
        <source>%1: the picture is off by %2 and %3 pixels. Set the screen&apos;s scale anew, and check again.</source>
        <translation>%1: Das Bild ist um %2 und %3 Pixel verschoben. Skalierung des Bildschirms neu einstellen und erneut prüfen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pixels have another colour. A colour filter or night light changes pictures.</source>
        <translation>%1: %2 von %3 Pixeln haben eine andere Farbe. Ein Farbfilter oder Nachtlicht verändert die Bilder.</translation>
    </message>
</context>
<context>
    <name>Captures</name>
    <message>
        <source>Read a screen capture</source>
        <translation>Bildschirmfoto lesen</translation>
    </message>
    <message>
        <source>Capture of %1</source>
        <translation>Bildschirmfoto vom %1</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Bildschirmfotos</translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No text, but a code</source>
        <translation>Kein Text, aber ein Code</translation>
    </message>
    <message>
        <source>No text here</source>
        <translation>Hier ist kein Text</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Name of the region</source>
        <translation>Name des Bereichs</translation>
    </message>
    <message>
        <source>`eyebox capture --region NAME` and the tray capture it again.</source>
        <translation>`eyebox capture --region NAME` und das Symbol im Infobereich nehmen ihn erneut auf.</translation>
    </message>
</context>
<context>
    <name>ChangedPictures</name>
    <message>
        <source>Judge them all the same</source>
        <translation>Trotzdem beurteilen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Changed pictures</source>
        <translation>Geänderte Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have changed since their boxes were made. Do these still fit?</source>
        <translation>
            <numerusform>%n Bild hat sich geändert, seit seine Rahmen entstanden. Passen sie noch?</numerusform>
            <numerusform>%n Bilder haben sich geändert, seit ihre Rahmen entstanden. Passen diese noch?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <source>removed picture</source>
        <translation>entferntes Bild</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>Settings of the chat</source>
        <translation>Einstellungen des Chats</translation>
    </message>
    <message>
        <source>Save the preset %1</source>
        <translation>Voreinstellung %1 speichern</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <translation>Voreinstellung %1 entfernen</translation>
    </message>
    <message>
        <source>Preset of new chats</source>
        <translation>Voreinstellung neuer Chats</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>Modell neuer Chats</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>Words chosen by chance: temperature %1, seed %2</source>
        <translation>Wörter zufällig gewählt: Temperatur %1, Startwert %2</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>Chat %1</source>
        <translation>Chat %1</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>The command that fixes it</source>
        <translation>Der Befehl, der es behebt</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Verbesserungsfähig</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>CheckpointDetails</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Festplatte</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>Kontext %1</translation>
    </message>
    <message>
        <source>Draws a card with shapes, asks for them and measures.</source>
        <translation>Zeichnet eine Karte mit Formen, fragt nach ihnen und misst nach.</translation>
    </message>
    <message>
        <source>Checked at %1.</source>
        <translation>Überprüft mit %1.</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Checking where it puts boxes…</source>
        <translation>Es wird geprüft, wohin es Rahmen setzt&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check boxes</source>
        <translation>Rahmen überprüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut überprüfen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Quantize…</source>
        <translation>Quantisieren&#xa0;…</translation>
    </message>
    <message>
        <source>Writes it in 4 bit, in a new folder</source>
        <translation>Schreibt es in 4&#xa0;Bit in einen neuen Ordner</translation>
    </message>
    <message>
        <source>Offload what does not fit</source>
        <translation>Auslagern, was nicht passt</translation>
    </message>
    <message>
        <source>Layers that find no room live in main memory or on disk. Slower, but it runs.</source>
        <translation>Schichten ohne Platz liegen im Arbeitsspeicher oder auf der Festplatte. Langsamer, aber es läuft.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What was read and answered so far is kept.</source>
        <translation>Was bisher gelesen und beantwortet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keep Eyebox in the tray?</source>
        <translation>Eyebox im Infobereich behalten?</translation>
    </message>
    <message>
        <source>A screen capture then begins at once, by its key or from the tray, and jobs go on. It is asked only now; the settings can change it.</source>
        <translation>Ein Bildschirmfoto beginnt dann sofort, per Taste oder aus dem Infobereich, und Aufträge laufen weiter. Diese Frage kommt nur jetzt; die Einstellungen können es ändern.</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Im Infobereich behalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Close Eyebox and stop %n job(s)?</source>
        <translation>
            <numerusform>Eyebox schließen und %n Auftrag anhalten?</numerusform>
            <numerusform>Eyebox schließen und %n Aufträge anhalten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this run is on the disk. Export what you need, or close again to give it up.</source>
        <translation>Von dieser Sitzung ist nichts auf der Festplatte. Nötiges jetzt exportieren oder noch einmal schließen, um es aufzugeben.</translation>
    </message>
    <message>
        <source>Not everything is saved yet. Wait a moment, or close again to give it up.</source>
        <translation>Noch ist nicht alles gespeichert. Einen Moment warten oder noch einmal schließen, um es aufzugeben.</translation>
    </message>
</context>
<context>
    <name>CodeList</name>
    <message>
        <source>Codes of the picture</source>
        <translation>Codes des Bildes</translation>
    </message>
    <message>
        <source>Copy what the code says</source>
        <translation>Inhalt des Codes kopieren</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>Link öffnen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CodeMenu</name>
    <message>
        <source>Copy what the code says</source>
        <translation>Inhalt des Codes kopieren</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>Link öffnen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of an action</source>
        <translation>Name einer Aktion eingeben</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Gefundene Aktionen</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>Keine Aktion heißt so.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How finely the model sees the pictures</source>
        <translation>Wie fein das Modell die Bilder sieht</translation>
    </message>
    <message>
        <source>Size of pictures: %1</source>
        <translation>Größe der Bilder: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ask next</source>
        <translation>Als Nächstes fragen</translation>
    </message>
    <message>
        <source>Ask in all chats</source>
        <translation>In allen Chats fragen</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>Modellbibliothek</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Model engine setup</source>
        <translation>Einrichtung der Modell-Engine</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>Server-Engine</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Look-up of a name</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lauscht</translation>
    </message>
    <message>
        <source>Network socket</source>
        <translation>Netzwerk-Socket</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Anderes Programm</translation>
    </message>
    <message>
        <source>offline · 0 connections</source>
        <translation>offline · 0 Verbindungen</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>%1 Verbindungen</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 verweigert</translation>
    </message>
</context>
<context>
    <name>ConnectionsController</name>
    <message>
        <source>Export the connections</source>
        <translation>Verbindungen exportieren</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Clear the list of all attempts to connect? It can&apos;t be brought back.</source>
        <translation>Die Liste aller Verbindungsversuche leeren? Sie lässt sich nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Since Eyebox was opened. Attempts that are kept, also from before: %1</source>
        <translation>Seit Eyebox geöffnet wurde. Aufbewahrte Versuche, auch von früher: %1</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Search by process, host or reason</source>
        <translation>Nach Prozess, Host oder Grund suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>Alle Prozesse</translation>
    </message>
    <message>
        <source>Attempts to connect</source>
        <translation>Verbindungsversuche</translation>
    </message>
    <message>
        <source>No attempt is like this.</source>
        <translation>Kein Versuch entspricht dem.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected attempts, or all that are listed, as a table.</source>
        <translation>Kopiert die ausgewählten oder alle aufgeführten Versuche als Tabelle.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing has tried to connect</source>
        <translation>Nichts hat versucht, sich zu verbinden</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Eyebox will connect to %1, and to the file servers it points to.</source>
        <translation>Eyebox verbindet sich mit %1 und mit den Dateiservern, auf die dort verwiesen wird.</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, and to the file servers it points to.</source>
        <translation>Eyebox verbindet sich über den Proxy %2 mit %1 und mit den Dateiservern, auf die dort verwiesen wird.</translation>
    </message>
    <message>
        <source>For the model engine: %1.</source>
        <translation>Für die Modell-Engine: %1.</translation>
    </message>
    <message>
        <source>%1 will be downloaded: the model engine (%2) first, then the model (%3).</source>
        <translation>%1 werden heruntergeladen: zuerst die Modell-Engine (%2), dann das Modell (%3).</translation>
    </message>
    <message>
        <source>%1 will be downloaded, checked, and kept on this machine.</source>
        <translation>%1 werden heruntergeladen, überprüft und auf diesem Rechner aufbewahrt.</translation>
    </message>
    <message>
        <source>The hub says how many bytes it is before any file is fetched; free disk space is checked then.</source>
        <translation>Der Hub nennt die Größe, bevor eine Datei geholt wird; dann wird auch der freie Speicherplatz geprüft.</translation>
    </message>
    <message>
        <source>Nothing is sent but the requests for these files: no picture, no question.</source>
        <translation>Gesendet werden nur die Anfragen nach diesen Dateien: kein Bild, keine Frage.</translation>
    </message>
    <message>
        <source>Your access token (HF_TOKEN) goes along to %1.</source>
        <translation>Das Zugriffstoken (HF_TOKEN) geht mit an %1.</translation>
    </message>
    <message>
        <source>Download %1?</source>
        <translation>%1 herunterladen?</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Modell herunterladen</translation>
    </message>
    <message>
        <source>Download %1 and the model engine?</source>
        <translation>%1 und die Modell-Engine herunterladen?</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Its name, like %1</source>
        <translation>Der Name, etwa %1</translation>
    </message>
    <message>
        <source>Name of the model on the hub</source>
        <translation>Name des Modells auf dem Hub</translation>
    </message>
    <message>
        <source>Offline mode will be turned off for downloads; everything else stays offline.</source>
        <translation>Der Offline-Modus wird für Downloads ausgeschaltet; alles andere bleibt offline.</translation>
    </message>
    <message>
        <source>Mirror and proxy</source>
        <translation>Spiegelserver und Proxy</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegelserver</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>%1 % of the model’s context: %2 of %3 tokens</source>
        <translation>%1&#xa0;% des Modellkontexts: %2 von %3 Token</translation>
    </message>
    <message>
        <source>The context is %1 % full.</source>
        <translation>Der Kontext ist zu %1&#xa0;% gefüllt.</translation>
    </message>
    <message>
        <source>New chat with these pictures</source>
        <translation>Neuer Chat mit diesen Bildern</translation>
    </message>
</context>
<context>
    <name>CopiedMark</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>CopyReport</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>Als eine Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as paragraphs</source>
        <translation>Als Absätze kopieren</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Correct a line</source>
        <translation>Zeile berichtigen</translation>
    </message>
    <message>
        <source>Confirm a word</source>
        <translation>Wort bestätigen</translation>
    </message>
    <message>
        <source>Take back a correction</source>
        <translation>Berichtigung zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n visual token(s)</source>
        <translation>
            <numerusform>%n visuelles Token</numerusform>
            <numerusform>%n visuelle Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) known from before</source>
        <translation>
            <numerusform>%n Bild von vorher bekannt</numerusform>
            <numerusform>%n Bilder von vorher bekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cropping</name>
    <message>
        <source>Part of %1</source>
        <translation>Ausschnitt von %1</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
</context>
<context>
    <name>Crops</name>
    <message>
        <source>The picture was removed.</source>
        <translation>Das Bild wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>DataCheck</name>
    <message>
        <source>Boxes, read back from what the model will learn</source>
        <translation>Rahmen, zurückgelesen aus dem, was das Modell lernt</translation>
    </message>
    <message>
        <source>They were written in the model&apos;s own numbers and read again. They must be where you left them.</source>
        <translation>Sie wurden in den Zahlen des Modells geschrieben und wieder gelesen. Sie müssen dort liegen, wo sie waren.</translation>
    </message>
    <message>
        <source>It learns to prefer the boxes at the right, as you left them, to those at the left. All were written in the model&apos;s own numbers and read again.</source>
        <translation>Es lernt, die Rahmen rechts, wie Sie sie gelassen haben, denen links vorzuziehen. Alle wurden in den Zahlen des Modells geschrieben und wieder gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes about %1 of memory; %2 are free.</source>
        <translation>Es braucht etwa %1 Speicher; %2 sind frei.</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens of the %2 that fit.</source>
        <translation>Das längste hat %1 Token von %2, die Platz haben.</translation>
    </message>
    <message>
        <source>The longest one has %1 tokens.</source>
        <translation>Das längste hat %1 Token.</translation>
    </message>
    <message>
        <source>One conversation was learned by heart to see that it can: its loss fell from %1 to %2.</source>
        <translation>Ein Gespräch wurde zur Probe auswendig gelernt: Der Verlust fiel von %1 auf %2.</translation>
    </message>
    <message>
        <source>One pair was learned to see that it can: its loss fell from %1 to %2.</source>
        <translation>Ein Paar wurde zur Probe gelernt: Sein Verlust fiel von %1 auf %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 numbers are trained</source>
        <translation>%1 Zahlen werden trainiert</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are held out, to see what it answers that it did not learn.</source>
        <translation>
            <numerusform>%n Gespräch wird zurückgehalten, um zu sehen, was es zu Ungelerntem antwortet.</numerusform>
            <numerusform>%n Gespräche werden zurückgehalten, um zu sehen, was es zu Ungelerntem antwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held out: how well it does on other pictures will not be seen.</source>
        <translation>Nichts wird zurückgehalten: Wie gut es auf anderen Bildern ist, wird man nicht sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are left out, and why</source>
        <translation>
            <numerusform>%n Gespräch bleibt weg, und warum</numerusform>
            <numerusform>%n Gespräche bleiben weg, und warum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations that are left out</source>
        <translation>Weggelassene Gespräche</translation>
    </message>
</context>
<context>
    <name>Decoding</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DisputeBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not settled</source>
        <translation>
            <numerusform>%n ungelöst</numerusform>
            <numerusform>%n ungelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to settle.</source>
        <translation>Es gibt nichts zu lösen.</translation>
    </message>
    <message>
        <source>they</source>
        <translation>andere Prüfung</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>Anderes Label</translation>
    </message>
    <message>
        <source>Another place: IoU %1</source>
        <translation>Andere Stelle: IoU %1</translation>
    </message>
    <message>
        <source>Only you have this box</source>
        <translation>Nur die eigene Prüfung hat diesen Rahmen</translation>
    </message>
    <message>
        <source>Only %1 has this box</source>
        <translation>Nur %1 hat diesen Rahmen</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Gelöst: %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>no box here</source>
        <translation>hier kein Rahmen</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Leave the disputes; what was settled stays</source>
        <translation>Konflikte verlassen; was gelöst wurde, bleibt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Fremdes</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Looking at %1 …</source>
        <translation>%1 wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Card and driver</source>
        <translation>Karte und Treiber</translation>
    </message>
    <message>
        <source>%1, driver %2 (CUDA %3)</source>
        <translation>%1, Treiber %2 (CUDA %3)</translation>
    </message>
    <message>
        <source>Models run on the processor.</source>
        <translation>Modelle laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Eyebox does not use it: models run on the processor.</source>
        <translation>Eyebox verwendet sie nicht: Modelle laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>No NVIDIA card</source>
        <translation>Keine NVIDIA-Karte</translation>
    </message>
    <message>
        <source>Inside Windows a card shows only with a current NVIDIA driver in Windows itself.</source>
        <translation>Innerhalb von Windows erscheint eine Karte nur, wenn Windows selbst einen aktuellen NVIDIA-Treiber hat.</translation>
    </message>
    <message>
        <source>Hidden cards</source>
        <translation>Verborgene Karten</translation>
    </message>
    <message>
        <source>CUDA_VISIBLE_DEVICES is set to “%1” and hides cards</source>
        <translation>CUDA_VISIBLE_DEVICES steht auf „%1“ und verbirgt Karten</translation>
    </message>
    <message>
        <source>Models do not run on the cards that are hidden.</source>
        <translation>Auf den verborgenen Karten laufen keine Modelle.</translation>
    </message>
    <message>
        <source>Models run on the processor, many times slower than on the card.</source>
        <translation>Modelle laufen auf dem Prozessor, um ein Vielfaches langsamer als auf der Karte.</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this container may not use it</source>
        <translation>Eine NVIDIA-Karte ist da, aber dieser Container darf sie nicht verwenden</translation>
    </message>
    <message>
        <source>Start the container with its cards: docker run --gpus all, with NVIDIA&apos;s toolkit.</source>
        <translation>Den Container mit Karten starten: docker run --gpus all, mit dem Toolkit von NVIDIA.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is loaded, but does not answer</source>
        <translation>Der NVIDIA-Treiber ist geladen, antwortet aber nicht</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but its driver is not loaded</source>
        <translation>Eine NVIDIA-Karte ist da, aber ihr Treiber ist nicht geladen</translation>
    </message>
    <message>
        <source>Secure Boot is on and may refuse it: install the signed driver, and enroll its key when asked at the start.</source>
        <translation>Secure Boot ist aktiv und lehnt ihn vielleicht ab: signierten Treiber installieren und seinen Schlüssel beim Start auf Nachfrage registrieren.</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but the driver nouveau runs it</source>
        <translation>Eine NVIDIA-Karte ist da, wird aber vom Treiber nouveau betrieben</translation>
    </message>
    <message>
        <source>Memory of the card</source>
        <translation>Speicher der Karte</translation>
    </message>
    <message>
        <source>%1: %2, of which %3 are free</source>
        <translation>%1: %2, davon %3 frei</translation>
    </message>
    <message>
        <source>Most models do not fit on this card.</source>
        <translation>Die meisten Modelle passen nicht auf diese Karte.</translation>
    </message>
    <message>
        <source>Choose a model of 2 billion parameters or fewer in Int4; others run on the processor.</source>
        <translation>Ein Modell mit höchstens 2 Milliarden Parametern in Int4 wählen; andere laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Other programs use the card: models that fit may be refused.</source>
        <translation>Andere Programme belegen die Karte: Passende Modelle werden vielleicht abgelehnt.</translation>
    </message>
    <message>
        <source>Close them; this command lists them.</source>
        <translation>Diese schließen; der Befehl listet sie auf.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1, inside Windows (WSL)</source>
        <translation>%1, innerhalb von Windows (WSL)</translation>
    </message>
    <message>
        <source>%1, in a container</source>
        <translation>%1, in einem Container</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%1, %2 cores: %3</source>
        <translation>%1, %2 Kerne: %3</translation>
    </message>
    <message>
        <source>%1, %2 cores</source>
        <translation>%1, %2 Kerne</translation>
    </message>
    <message>
        <source>%1 has no AVX</source>
        <translation>%1 hat kein AVX</translation>
    </message>
    <message>
        <source>Reading and models need this instruction set: they may end at once on this processor.</source>
        <translation>Texterkennung und Modelle brauchen diesen Befehlssatz: Auf diesem Prozessor enden sie vielleicht sofort.</translation>
    </message>
    <message>
        <source>Use a computer from 2012 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>Einen Rechner ab 2012 verwenden. In einer virtuellen Maschine den Prozessor des Hosts durchreichen.</translation>
    </message>
    <message>
        <source>%1 has no AVX2</source>
        <translation>%1 hat kein AVX2</translation>
    </message>
    <message>
        <source>Reading takes several times as long, and some models do not run on this processor.</source>
        <translation>Die Texterkennung dauert um ein Mehrfaches länger, und manche Modelle laufen auf diesem Prozessor nicht.</translation>
    </message>
    <message>
        <source>Use a computer from 2014 or later. In a virtual machine, let it show the processor of its host.</source>
        <translation>Einen Rechner ab 2014 verwenden. In einer virtuellen Maschine den Prozessor des Hosts durchreichen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1, of which %2 are free</source>
        <translation>%1, davon %2 frei</translation>
    </message>
    <message>
        <source>%1 (a limit; the computer has %2), of which %3 are free</source>
        <translation>%1 (begrenzt; der Rechner hat %2), davon %3 frei</translation>
    </message>
    <message>
        <source>This is enough to read pictures, but not for models that look at pictures.</source>
        <translation>Das reicht, um Bilder zu lesen, aber nicht für Modelle, die Bilder betrachten.</translation>
    </message>
    <message>
        <source>Give the container or virtual machine more memory.</source>
        <translation>Dem Container oder der virtuellen Maschine mehr Speicher geben.</translation>
    </message>
    <message>
        <source>Ask the built-in reader; models need 8 GB or more.</source>
        <translation>Die eingebaute Texterkennung fragen; Modelle brauchen 8&#xa0;GB oder mehr.</translation>
    </message>
    <message>
        <source>Other programs use nearly all of it: large pictures may not open.</source>
        <translation>Andere Programme belegen fast alles: Große Bilder lassen sich vielleicht nicht öffnen.</translation>
    </message>
    <message>
        <source>Close programs that you do not need.</source>
        <translation>Nicht benötigte Programme schließen.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Opening pictures</source>
        <translation>Öffnen von Bildern</translation>
    </message>
    <message>
        <source>Reading text</source>
        <translation>Lesen von Text</translation>
    </message>
    <message>
        <source>Finding models</source>
        <translation>Suchen von Modellen</translation>
    </message>
    <message>
        <source>Pictures do not open.</source>
        <translation>Bilder lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The text of pictures is not read.</source>
        <translation>Der Text von Bildern wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Models cannot be chosen or downloaded.</source>
        <translation>Modelle lassen sich nicht wählen oder herunterladen.</translation>
    </message>
    <message>
        <source>A picture was opened</source>
        <translation>Ein Bild wurde geöffnet</translation>
    </message>
    <message>
        <source>A picture was read</source>
        <translation>Ein Bild wurde gelesen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Install the packages that do this again.</source>
        <translation>Die Pakete, die das leisten, erneut installieren.</translation>
    </message>
    <message>
        <source>The engine started, but did not answer in time</source>
        <translation>Die Engine ist gestartet, hat aber nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Close programs that keep the computer busy, then look once more.</source>
        <translation>Programme schließen, die den Rechner auslasten, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>Missing on this system: %1</source>
        <translation>Fehlt auf diesem System: %1</translation>
    </message>
    <message>
        <source>Install these libraries, then start Eyebox again.</source>
        <translation>Diese Bibliotheken installieren, dann Eyebox neu starten.</translation>
    </message>
    <message>
        <source>The processor lacks an instruction that is needed</source>
        <translation>Dem Prozessor fehlt ein benötigter Befehl</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Opened pictures</source>
        <translation>Geöffnete Bilder</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <source>ModelScope cache</source>
        <translation>ModelScope-Cache</translation>
    </message>
    <message>
        <source>%1 (%2 free)</source>
        <translation>%1 (%2 frei)</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder</source>
        <translation>%1 ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>Hier kann nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>Rename that file, then start Eyebox again.</source>
        <translation>Diese Datei umbenennen, dann Eyebox neu starten.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free in %2</source>
        <translation>Die Festplatte ist voll: in %2 sind %1 frei</translation>
    </message>
    <message>
        <source>New work may not be saved, and pictures do not open.</source>
        <translation>Neues wird vielleicht nicht gespeichert, und Bilder lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>A model takes 4 GB or more: it may not fit on this disk.</source>
        <translation>Ein Modell braucht 4&#xa0;GB oder mehr: Es passt vielleicht nicht auf diese Festplatte.</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>Die Festplatte ist fast voll.</translation>
    </message>
    <message>
        <source>%1 does not let programs run (noexec)</source>
        <translation>%1 lässt keine Programme laufen (noexec)</translation>
    </message>
    <message>
        <source>Parts of models that are compiled on the way cannot be started from there.</source>
        <translation>Modellteile, die unterwegs kompiliert werden, lassen sich von dort nicht starten.</translation>
    </message>
    <message>
        <source>Start Eyebox with another folder for temporary files.</source>
        <translation>Eyebox mit einem anderen Ordner für temporäre Dateien starten.</translation>
    </message>
    <message>
        <source>Empty the bin, delete models that you do not use, or use a larger disk.</source>
        <translation>Papierkorb leeren, nicht benötigte Modelle löschen oder eine größere Festplatte verwenden.</translation>
    </message>
    <message>
        <source>%1 is on a disk that is read-only</source>
        <translation>%1 liegt auf einem schreibgeschützten Datenträger</translation>
    </message>
    <message>
        <source>Start Eyebox with a folder on another disk.</source>
        <translation>Eyebox mit einem Ordner auf einem anderen Datenträger starten.</translation>
    </message>
    <message>
        <source>%1 may not be written</source>
        <translation>%1 ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Engines that read pictures may not start.</source>
        <translation>Engines, die Bilder lesen, starten vielleicht nicht.</translation>
    </message>
    <message>
        <source>%1 may not be written; it belongs to %2</source>
        <translation>%1 ist nicht beschreibbar; der Ordner gehört %2</translation>
    </message>
    <message>
        <source>%1 (not there yet)</source>
        <translation>%1 (noch nicht vorhanden)</translation>
    </message>
    <message>
        <source>%1 may not be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Models that other programs downloaded are not found.</source>
        <translation>Modelle, die andere Programme heruntergeladen haben, werden nicht gefunden.</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Install it.</source>
        <translation>Installieren.</translation>
    </message>
    <message>
        <source>Models that look at pictures do not run; reading does.</source>
        <translation>Modelle, die Bilder betrachten, laufen nicht; die Texterkennung läuft.</translation>
    </message>
    <message>
        <source>The precisions Int8 and Int4 cannot be used; BF16 can.</source>
        <translation>Die Genauigkeiten Int8 und Int4 sind nicht verwendbar; BF16 ist es.</translation>
    </message>
    <message>
        <source>Models stored in GPTQ or AWQ cannot be used; others can.</source>
        <translation>Modelle in GPTQ oder AWQ sind nicht verwendbar; andere schon.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Erneut installieren.</translation>
    </message>
    <message>
        <source>It is only needed for models stored in GPTQ or AWQ.</source>
        <translation>Wird nur für Modelle in GPTQ oder AWQ gebraucht.</translation>
    </message>
    <message>
        <source>Install both again, together.</source>
        <translation>Beide zusammen erneut installieren.</translation>
    </message>
    <message>
        <source>Install a newer bitsandbytes, which has it.</source>
        <translation>Ein neueres bitsandbytes installieren, das es enthält.</translation>
    </message>
    <message>
        <source>Its native library was not loaded: %1</source>
        <translation>Die native Bibliothek wurde nicht geladen: %1</translation>
    </message>
    <message>
        <source>The library for Int8 (%1) was loaded without its CUDA part</source>
        <translation>Die Bibliothek für Int8 (%1) wurde ohne ihren CUDA-Teil geladen</translation>
    </message>
    <message>
        <source>Int8 and Int4 fail on the card; BF16 works.</source>
        <translation>Int8 und Int4 schlagen auf der Karte fehl; BF16 funktioniert.</translation>
    </message>
    <message>
        <source>Models on the card fail with it; without it they run.</source>
        <translation>Modelle auf der Karte schlagen damit fehl; ohne laufen sie.</translation>
    </message>
    <message>
        <source>Remove it: torch&apos;s own attention is nearly as fast.</source>
        <translation>Entfernen: Die Attention von torch selbst ist fast ebenso schnell.</translation>
    </message>
    <message>
        <source>It cannot be loaded: %1</source>
        <translation>Lässt sich nicht laden: %1</translation>
    </message>
    <message>
        <source>torch&apos;s own attention is used instead.</source>
        <translation>Stattdessen wird die Attention von torch verwendet.</translation>
    </message>
    <message>
        <source>Not installed, not needed: torch&apos;s own attention is used</source>
        <translation>Nicht installiert, nicht nötig: Die Attention von torch wird verwendet</translation>
    </message>
    <message>
        <source>%1 is too old for it</source>
        <translation>%1 ist zu alt dafür</translation>
    </message>
    <message>
        <source>%1, not used without a card</source>
        <translation>%1, ohne Karte nicht verwendet</translation>
    </message>
    <message>
        <source>Parallel computing (OpenMP)</source>
        <translation>Paralleles Rechnen (OpenMP)</translation>
    </message>
    <message>
        <source>They start more threads than there are cores: models are slower.</source>
        <translation>Sie starten mehr Threads, als Kerne da sind: Modelle werden langsamer.</translation>
    </message>
    <message>
        <source>%1 OpenMP runtimes in one process: %2</source>
        <translation>%1 OpenMP-Laufzeiten in einem Prozess: %2</translation>
    </message>
    <message>
        <source>KMP_DUPLICATE_LIB_OK is set</source>
        <translation>KMP_DUPLICATE_LIB_OK ist gesetzt</translation>
    </message>
    <message>
        <source>It hides that two runtimes are loaded: results may then be wrong.</source>
        <translation>Das verdeckt, dass zwei Laufzeiten geladen sind: Ergebnisse können dann falsch sein.</translation>
    </message>
    <message>
        <source>One runtime, of %1</source>
        <translation>Eine Laufzeit, von %1</translation>
    </message>
    <message>
        <source>No runtime that could be loaded twice</source>
        <translation>Keine Laufzeit, die doppelt geladen werden könnte</translation>
    </message>
    <message>
        <source>See the check of the processor.</source>
        <translation>Siehe die Prüfung des Prozessors.</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s driver, then restart the computer.</source>
        <translation>NVIDIA-Treiber installieren, dann den Rechner neu starten.</translation>
    </message>
    <message>
        <source>If you did not want that, unset the variable and start Eyebox again.</source>
        <translation>Falls unbeabsichtigt: die Variable aufheben und Eyebox neu starten.</translation>
    </message>
    <message>
        <source>An AMD card</source>
        <translation>Eine AMD-Karte</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Intel-Grafik</translation>
    </message>
    <message>
        <source>Usually the driver was updated while the computer was running: restart the computer.</source>
        <translation>Meist wurde der Treiber im laufenden Betrieb aktualisiert: den Rechner neu starten.</translation>
    </message>
    <message>
        <source>That driver only shows pictures. Install NVIDIA&apos;s own, then restart the computer.</source>
        <translation>Dieser Treiber zeigt nur Bilder an. Den Treiber von NVIDIA installieren, dann den Rechner neu starten.</translation>
    </message>
    <message>
        <source>Make yourself the owner of the folder.</source>
        <translation>Den eigenen Benutzer zum Eigentümer des Ordners machen.</translation>
    </message>
    <message>
        <source>Eyebox</source>
        <translation>Eyebox</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Window library</source>
        <translation>Fensterbibliothek</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Tried: the kernel refuses engines all connections, also native ones and those of children</source>
        <translation>Getestet: Der Kernel verweigert Engines alle Verbindungen, auch nativem Code und Kindprozessen</translation>
    </message>
    <message>
        <source>Other scripts</source>
        <translation>Andere Schriften</translation>
    </message>
    <message>
        <source>Text in Cyrillic, Korean, Arabic and other scripts is counted, but not read.</source>
        <translation>Text in kyrillischer, koreanischer, arabischer und anderer Schrift wird gezählt, aber nicht gelesen.</translation>
    </message>
    <message>
        <source>“Scripts and languages” in the menu Picture says how it is added.</source>
        <translation>„Schriften und Sprachen“ im Menü Bild sagt, wie man sie hinzufügt.</translation>
    </message>
    <message>
        <source>All are included</source>
        <translation>Alle sind enthalten</translation>
    </message>
    <message>
        <source>Tried: a hook in Python refuses engines all connections</source>
        <translation>Getestet: Ein Hook in Python verweigert Engines alle Verbindungen</translation>
    </message>
    <message>
        <source>This system has no filter in its kernel that Eyebox can use, so native code is not held.</source>
        <translation>Der Kernel dieses Systems hat keinen Filter, den Eyebox verwenden könnte; nativer Code wird also nicht zurückgehalten.</translation>
    </message>
    <message>
        <source>Language data: %1</source>
        <translation>Sprachdaten: %1</translation>
    </message>
    <message>
        <source>PySide6 %1 on Python %2.%3</source>
        <translation>PySide6 %1 auf Python %2.%3</translation>
    </message>
    <message>
        <source>This version closes the window by itself after some minutes.</source>
        <translation>Diese Version schließt das Fenster nach einigen Minuten von selbst.</translation>
    </message>
    <message>
        <source>Install another version of PySide6.</source>
        <translation>Eine andere Version von PySide6 installieren.</translation>
    </message>
    <message>
        <source>%1 is installed beside Eyebox</source>
        <translation>%1 ist neben Eyebox installiert</translation>
    </message>
    <message>
        <source>It brings a second Qt, which can keep the window from opening.</source>
        <translation>Es bringt ein zweites Qt mit, das das Öffnen des Fensters verhindern kann.</translation>
    </message>
    <message>
        <source>Use the version without windows instead.</source>
        <translation>Stattdessen die Version ohne Fenster verwenden.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Eyebox %1, installed as a program</source>
        <translation>Eyebox %1, als Programm installiert</translation>
    </message>
    <message>
        <source>Eyebox %1 on Python %2 (%3)</source>
        <translation>Eyebox %1 auf Python %2 (%3)</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Install Eyebox again.</source>
        <translation>Eyebox erneut installieren.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Fehlt: %1</translation>
    </message>
    <message>
        <source>Eyebox needs them to open its window or to read pictures.</source>
        <translation>Eyebox braucht sie, um das Fenster zu öffnen oder Bilder zu lesen.</translation>
    </message>
    <message>
        <source>Parts of Eyebox were changed by another installation.</source>
        <translation>Teile von Eyebox wurden durch eine andere Installation geändert.</translation>
    </message>
    <message>
        <source>An engine that needs no network could connect: %1</source>
        <translation>Eine Engine, die kein Netzwerk braucht, konnte sich verbinden: %1</translation>
    </message>
    <message>
        <source>Nothing of Eyebox connects by itself, but libraries that it uses could.</source>
        <translation>Nichts von Eyebox verbindet sich von selbst, aber verwendete Bibliotheken könnten es.</translation>
    </message>
    <message>
        <source>Damaged: %1</source>
        <translation>Beschädigt: %1</translation>
    </message>
    <message>
        <source>Text in these languages is not read.</source>
        <translation>Text in diesen Sprachen wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Put these files there again.</source>
        <translation>Diese Dateien wieder dort ablegen.</translation>
    </message>
    <message>
        <source>tesserocr is not installed: %1</source>
        <translation>tesserocr ist nicht installiert: %1</translation>
    </message>
    <message>
        <source>There is no language data</source>
        <translation>Es gibt keine Sprachdaten</translation>
    </message>
    <message>
        <source>Models on the processor take up to twice as long to their first word.</source>
        <translation>Modelle auf dem Prozessor brauchen bis zum ersten Wort bis zu doppelt so lange.</translation>
    </message>
    <message>
        <source>Kernels on the processor</source>
        <translation>Rechenkerne auf dem Prozessor</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones, because %1 is set to %2</source>
        <translation>Die Standardkerne von MKL, weil %1 auf %2 gesetzt ist</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: the fast ones fail here (%1)</source>
        <translation>Die Standardkerne von MKL: Die schnellen versagen hier (%1)</translation>
    </message>
    <message>
        <source>Those that torch chooses</source>
        <translation>Diejenigen, die torch wählt</translation>
    </message>
    <message>
        <source>Only on AMD with Linux others can be faster.</source>
        <translation>Nur auf AMD mit Linux können andere schneller sein.</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, because %1 is set to %2</source>
        <translation>Die schnellen Kerne von MKL, weil %1 auf %2 gesetzt ist</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones, not measured yet</source>
        <translation>Die schnellen Kerne von MKL, noch nicht gemessen</translation>
    </message>
    <message>
        <source>MKL&apos;s fast ones: attention takes %1 instead of %2 ms</source>
        <translation>Die schnellen Kerne von MKL: Attention braucht %1 statt %2&#xa0;ms</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones attention takes %1, not %2 ms</source>
        <translation>Die Standardkerne von MKL: Mit den schnellen braucht Attention %1, nicht %2&#xa0;ms</translation>
    </message>
    <message>
        <source>MKL&apos;s standard ones: with the fast ones the process ended</source>
        <translation>Die Standardkerne von MKL: Mit den schnellen endete der Prozess</translation>
    </message>
    <message>
        <source>Models that look at pictures</source>
        <translation>Modelle, die Bilder betrachten</translation>
    </message>
    <message>
        <source>A product on %1 is wrong or failed: %2</source>
        <translation>Ein Produkt auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>A product in BF16 on %1 is wrong or failed: %2</source>
        <translation>Ein Produkt in BF16 auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>The operator nms on %1 failed: %2</source>
        <translation>Der Operator nms schlug auf %1 fehl: %2</translation>
    </message>
    <message>
        <source>A tiny model on %1 failed: %2</source>
        <translation>Ein winziges Modell schlug auf %1 fehl: %2</translation>
    </message>
    <message>
        <source>An Int8 product on %1 is wrong or failed: %2</source>
        <translation>Ein Int8-Produkt auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>An Int4 product on %1 is wrong or failed: %2</source>
        <translation>Ein Int4-Produkt auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>A GPTQ product on %1 is wrong or failed: %2</source>
        <translation>Ein GPTQ-Produkt auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>Attention on %1 is wrong or failed: %2</source>
        <translation>Attention auf %1 ist falsch oder schlug fehl: %2</translation>
    </message>
    <message>
        <source>It was loaded, but did not end in time</source>
        <translation>Es wurde geladen, endete aber nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Close programs that use the card or the processor and look again; then install it again.</source>
        <translation>Programme schließen, die Karte oder Prozessor belegen, und erneut prüfen; danach erneut installieren.</translation>
    </message>
    <message>
        <source>It was ended by the system, usually because memory ran out</source>
        <translation>Vom System beendet, meist weil der Arbeitsspeicher nicht reichte</translation>
    </message>
    <message>
        <source>Close other programs, then look once more.</source>
        <translation>Andere Programme schließen, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>It crashed: %1</source>
        <translation>Abgestürzt: %1</translation>
    </message>
    <message>
        <source>Screen and text</source>
        <translation>Bildschirm und Text</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>Hier keine</translation>
    </message>
    <message>
        <source>The window needs a screen; eyebox read and eyebox ask do not.</source>
        <translation>Das Fenster braucht einen Bildschirm; eyebox read und eyebox ask nicht.</translation>
    </message>
    <message>
        <source>Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.</source>
        <translation>Eyebox auf dem Desktop selbst starten; über ssh mit ssh -X verbinden, um das Fenster zu sehen.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Qt %1 starts (%2)</source>
        <translation>Qt %1 startet (%2)</translation>
    </message>
    <message>
        <source>The window does not open; eyebox read and eyebox ask still work.</source>
        <translation>Das Fenster öffnet sich nicht; eyebox read und eyebox ask funktionieren weiterhin.</translation>
    </message>
    <message>
        <source>Qt does not answer</source>
        <translation>Qt antwortet nicht</translation>
    </message>
    <message>
        <source>Log out of the desktop and in again, then look once more.</source>
        <translation>Vom Desktop ab- und wieder anmelden, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>The display %1 does not answer</source>
        <translation>Die Anzeige %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Qt did not start: %1</source>
        <translation>Qt ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>Install the window library again.</source>
        <translation>Fensterbibliothek erneut installieren.</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>Bildschirmaufnahme</translation>
    </message>
    <message>
        <source>By the desktop&apos;s portal, version %1</source>
        <translation>Über das Portal des Desktops, Version %1</translation>
    </message>
    <message>
        <source>Directly from X11</source>
        <translation>Direkt von X11</translation>
    </message>
    <message>
        <source>The desktop offers no portal for screenshots</source>
        <translation>Der Desktop bietet kein Portal für Bildschirmfotos</translation>
    </message>
    <message>
        <source>A region of the screen cannot be captured under Wayland.</source>
        <translation>Unter Wayland lässt sich kein Bildschirmbereich aufnehmen.</translation>
    </message>
    <message>
        <source>Install the portal of your desktop, then log out and in again.</source>
        <translation>Portal des Desktops installieren, dann ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>Chinese text</source>
        <translation>Chinesischer Text</translation>
    </message>
    <message>
        <source>Install a font with Chinese characters, then start Eyebox again.</source>
        <translation>Eine Schriftart mit chinesischen Zeichen installieren, dann Eyebox neu starten.</translation>
    </message>
    <message>
        <source>No font has Chinese characters</source>
        <translation>Keine Schriftart hat chinesische Zeichen</translation>
    </message>
    <message>
        <source>Models may end without a message, or hang, in the middle of an answer.</source>
        <translation>Modelle enden vielleicht ohne Meldung oder hängen mitten in einer Antwort.</translation>
    </message>
    <message>
        <source>Remove one of them; all packages should come from the same place.</source>
        <translation>Eines davon entfernen; alle Pakete sollten aus derselben Quelle stammen.</translation>
    </message>
    <message>
        <source>Unset the variable and start Eyebox again.</source>
        <translation>Die Variable aufheben und Eyebox neu starten.</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2</source>
        <translation>%1 rechnet auf %2 richtig</translation>
    </message>
    <message>
        <source>Chinese text is read, but shows as empty boxes.</source>
        <translation>Chinesischer Text wird gelesen, aber als leere Kästchen gezeigt.</translation>
    </message>
    <message>
        <source>No font has Japanese characters</source>
        <translation>Keine Schrift hat japanische Zeichen</translation>
    </message>
    <message>
        <source>Japanese text is read, but shows as empty boxes.</source>
        <translation>Japanischer Text wird gelesen, aber als leere Kästchen gezeigt.</translation>
    </message>
    <message>
        <source>Install a font with Japanese characters, then start Eyebox again.</source>
        <translation>Eine Schrift mit japanischen Zeichen installieren, dann Eyebox neu starten.</translation>
    </message>
    <message>
        <source>Input method</source>
        <translation>Eingabemethode</translation>
    </message>
    <message>
        <source>%1 is asked for, but this Qt has no part for it</source>
        <translation>%1 wird verlangt, aber dieses Qt hat keinen Teil dafür</translation>
    </message>
    <message>
        <source>Chinese may not be typed in the window.</source>
        <translation>Chinesisch lässt sich im Fenster vielleicht nicht eingeben.</translation>
    </message>
    <message>
        <source>Start Eyebox with the part for IBus, which Fcitx understands too.</source>
        <translation>Eyebox mit dem Teil für IBus starten, den auch Fcitx versteht.</translation>
    </message>
    <message>
        <source>Icons and translations</source>
        <translation>Symbole und Übersetzungen</translation>
    </message>
    <message>
        <source>Japanese text</source>
        <translation>Japanischer Text</translation>
    </message>
    <message>
        <source>An icon was painted and a text translated</source>
        <translation>Ein Symbol wurde gezeichnet und ein Text übersetzt</translation>
    </message>
    <message>
        <source>Icons are not painted</source>
        <translation>Symbole werden nicht gezeichnet</translation>
    </message>
    <message>
        <source>Translations are not found</source>
        <translation>Übersetzungen werden nicht gefunden</translation>
    </message>
    <message>
        <source>Files of the window are missing or broken.</source>
        <translation>Dateien des Fensters fehlen oder sind defekt.</translation>
    </message>
    <message>
        <source>torch and the card</source>
        <translation>torch und die Karte</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>Modell-Engine</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>If you want such models, add what they need (several GB).</source>
        <translation>Für solche Modelle das Benötigte hinzufügen (mehrere GB).</translation>
    </message>
    <message>
        <source>Eyebox&apos;s own Python</source>
        <translation>Das eigene Python von Eyebox</translation>
    </message>
    <message>
        <source>Came with the program: %1</source>
        <translation>Kam mit dem Programm: %1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Packages of models</source>
        <translation>Pakete für Modelle</translation>
    </message>
    <message>
        <source>torch and torchvision are not of the same release: models cannot see pictures.</source>
        <translation>torch und torchvision sind nicht von derselben Version: Modelle können keine Bilder sehen.</translation>
    </message>
    <message>
        <source>Packages do not fit each other: loading a model may fail in odd ways.</source>
        <translation>Pakete passen nicht zueinander: Das Laden eines Modells kann seltsam scheitern.</translation>
    </message>
    <message>
        <source>Install the versions that are asked for.</source>
        <translation>Die verlangten Versionen installieren.</translation>
    </message>
    <message>
        <source>An NVIDIA card is here, but this torch (%1) is for cards of AMD (ROCm)</source>
        <translation>Eine NVIDIA-Karte ist da, aber dieses torch (%1) ist für AMD-Karten (ROCm)</translation>
    </message>
    <message>
        <source>A GPU is here, but this torch (%1) is CPU-only</source>
        <translation>Eine GPU ist da, aber dieses torch (%1) ist nur für die CPU</translation>
    </message>
    <message>
        <source>Restart the computer; if that does not help, install torch again.</source>
        <translation>Den Rechner neu starten; hilft das nicht, torch erneut installieren.</translation>
    </message>
    <message>
        <source>%1 computes correctly on %2 in FP32 and BF16</source>
        <translation>%1 rechnet auf %2 in FP32 und BF16 richtig</translation>
    </message>
    <message>
        <source>Install the torch that is made for this card.</source>
        <translation>Das torch installieren, das für diese Karte gemacht ist.</translation>
    </message>
    <message>
        <source>This torch (%1) has no kernels for %2 (capability %3.%4)</source>
        <translation>Dieses torch (%1) hat keine Rechenkerne für %2 (Fähigkeit %3.%4)</translation>
    </message>
    <message>
        <source>Models fail on this card with an error, or run on the processor.</source>
        <translation>Modelle brechen auf dieser Karte mit einem Fehler ab oder laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Install a torch that was built for this card.</source>
        <translation>Ein torch installieren, das für diese Karte gebaut ist.</translation>
    </message>
    <message>
        <source>torch does not find the card: %1</source>
        <translation>torch findet die Karte nicht: %1</translation>
    </message>
    <message>
        <source>Models fail on this card, or answer nonsense.</source>
        <translation>Modelle schlagen auf dieser Karte fehl oder antworten Unsinn.</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install torch again.</source>
        <translation>NVIDIA-Treiber aktualisieren oder torch erneut installieren.</translation>
    </message>
    <message>
        <source>The driver is of CUDA %1.%2, this torch of CUDA %3.%4</source>
        <translation>Der Treiber gehört zu CUDA %1.%2, dieses torch zu CUDA %3.%4</translation>
    </message>
    <message>
        <source>Products work, but parts that are compiled on the way may fail until the driver is newer.</source>
        <translation>Produkte stimmen, aber Teile, die unterwegs kompiliert werden, können scheitern, bis der Treiber neuer ist.</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver, or install the torch for this one.</source>
        <translation>NVIDIA-Treiber aktualisieren oder das torch für diesen installieren.</translation>
    </message>
    <message>
        <source>CUDA %1, computes on %2</source>
        <translation>CUDA %1, rechnet auf %2</translation>
    </message>
    <message>
        <source>The driver %1 is too old: it runs CUDA %2.%3, this torch needs CUDA %4.%5</source>
        <translation>Der Treiber %1 ist zu alt: Er führt CUDA %2.%3 aus, dieses torch braucht CUDA %4.%5</translation>
    </message>
    <message>
        <source>Install the torch that fits this driver, or update the driver.</source>
        <translation>Das torch installieren, das zu diesem Treiber passt, oder den Treiber aktualisieren.</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message numerus="yes">
        <source>%n thing(s) looked at</source>
        <translation>
            <numerusform>%n Punkt geprüft</numerusform>
            <numerusform>%n Punkte geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better</source>
        <translation>
            <numerusform>%n verbesserungsfähig</numerusform>
            <numerusform>%n verbesserungsfähig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better</source>
        <translation>
            <numerusform>Es funktioniert; %n Punkt ist verbesserungsfähig</numerusform>
            <numerusform>Es funktioniert; %n Punkte sind verbesserungsfähig</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Alles funktioniert</translation>
    </message>
    <message>
        <source>Looking… %1 of about %2</source>
        <translation>Wird geprüft&#xa0;… %1 von etwa %2</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is changed and nothing is sent. Esc stops.</source>
        <translation>Nichts wird geändert und nichts gesendet. Esc hält an.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n Punkt zu beheben</numerusform>
            <numerusform>%n Punkte zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>The check could not be finished</source>
        <translation>Die Prüfung konnte nicht abgeschlossen werden</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>In English, to be sent to whoever helps. It names no picture and no chat.</source>
        <translation>Auf Englisch, für alle, die helfen. Er nennt kein Bild und keinen Chat.</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop and remove what came</source>
        <translation>Anhalten und Heruntergeladenes entfernen</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Use “%1” as a model</source>
        <translation>„%1“ als Modell verwenden</translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s)</source>
        <translation>
            <numerusform>%n Modell hinzufügen</numerusform>
            <numerusform>%n Modelle hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the model in this pack</source>
        <translation>Das Modell in diesem Paket hinzufügen</translation>
    </message>
    <message>
        <source>Compare with the review in this file</source>
        <translation>Mit der Prüfung in dieser Datei vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures in %n folder(s)</source>
        <translation>
            <numerusform>Bilder in %n Ordner öffnen</numerusform>
            <numerusform>Bilder in %n Ordnern öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pictures and boxes in %n folder(s)</source>
        <translation>
            <numerusform>Bilder und Rahmen in %n Ordner öffnen</numerusform>
            <numerusform>Bilder und Rahmen in %n Ordnern öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the pages of %n document(s)</source>
        <translation>
            <numerusform>Seiten von %n Dokument öffnen</numerusform>
            <numerusform>Seiten von %n Dokumenten öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose frames of %n video(s)</source>
        <translation>
            <numerusform>Bilder aus %n Video wählen</numerusform>
            <numerusform>Bilder aus %n Videos wählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n picture(s)</source>
        <translation>
            <numerusform>%n Bild öffnen</numerusform>
            <numerusform>%n Bilder öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import the boxes of %n file(s)</source>
        <translation>
            <numerusform>Rahmen aus %n Datei importieren</numerusform>
            <numerusform>Rahmen aus %n Dateien importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Only an address: save the picture first, then drop the file</source>
        <translation>Nur eine Adresse: Speichern Sie das Bild zuerst und ziehen Sie dann die Datei herein</translation>
    </message>
    <message>
        <source>Add this picture to the session</source>
        <translation>Dieses Bild zur Sitzung hinzufügen</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>That was only an address; Eyebox opens no connection. Save the picture first, then drop the file.</source>
        <translation>Das war nur eine Adresse; Eyebox öffnet keine Verbindung. Das Bild erst speichern, dann die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or open a file with Ctrl+O.</source>
        <translation>In der Zwischenablage ist kein Bild. Eines kopieren oder mit Strg+O eine Datei öffnen.</translation>
    </message>
    <message>
        <source>“%1” holds a model and no picture.</source>
        <translation>„%1“ enthält ein Modell und kein Bild.</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>Als Modell verwenden&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) of the folder not opened: frames are chosen of one at a time.</source>
        <translation>
            <numerusform>%n Video des Ordners nicht geöffnet: Bilder werden einzeln aus je einem Video gewählt.</numerusform>
            <numerusform>%n Videos des Ordners nicht geöffnet: Bilder werden einzeln aus je einem Video gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose frames…</source>
        <translation>Bilder auswählen…</translation>
    </message>
    <message>
        <source>No picture came with the drop. Drop it again, or open it with Ctrl+O.</source>
        <translation>Beim Ablegen kam kein Bild an. Erneut ablegen oder mit Strg+O öffnen.</translation>
    </message>
</context>
<context>
    <name>Edges</name>
    <message>
        <source>Look for edges</source>
        <translation>Kanten suchen</translation>
    </message>
</context>
<context>
    <name>EngineController</name>
    <message>
        <source>The model engine was added: models run now.</source>
        <translation>Die Modell-Engine wurde hinzugefügt: Modelle laufen jetzt.</translation>
    </message>
    <message>
        <source>The server engine was added.</source>
        <translation>Die Server-Engine wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>EngineMissing</name>
    <message>
        <source>Models need the model engine</source>
        <translation>Modelle brauchen die Modell-Engine</translation>
    </message>
    <message>
        <source>Models need the model engine, %1</source>
        <translation>Modelle brauchen die Modell-Engine, %1</translation>
    </message>
    <message>
        <source>Also needs the model engine</source>
        <translation>Braucht auch die Modell-Engine</translation>
    </message>
    <message>
        <source>Also needs the model engine, %1</source>
        <translation>Braucht auch die Modell-Engine, %1</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>Modell-Engine hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet.</source>
        <translation>Noch kann nichts auf diesem Rechner Modelle ausführen.</translation>
    </message>
    <message>
        <source>It is added first, then the model follows: one download, one progress.</source>
        <translation>Sie wird zuerst hinzugefügt, dann folgt das Modell: ein Download, ein Fortschritt.</translation>
    </message>
    <message>
        <source>Add it now, or let it come along with the first model that is downloaded.</source>
        <translation>Jetzt hinzufügen oder mit dem ersten heruntergeladenen Modell kommen lassen.</translation>
    </message>
</context>
<context>
    <name>EngineOffer</name>
    <message>
        <source>Choose a folder of wheels</source>
        <translation>Ordner mit Wheels wählen</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>Zuerst den Ordner wählen.</translation>
    </message>
    <message>
        <source>Working out what it takes…</source>
        <translation>Bedarf wird ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>%1 on disk; %2 are free</source>
        <translation>%1 auf der Festplatte; %2 sind frei</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the packages are in the folder.</source>
        <translation>Nichts wird heruntergeladen: Die Pakete sind im Ordner.</translation>
    </message>
    <message>
        <source>%1 of about %2 are here; they are not fetched again.</source>
        <translation>%1 von etwa %2 sind hier; sie werden nicht erneut geholt.</translation>
    </message>
    <message>
        <source>About %1 will be downloaded.</source>
        <translation>Etwa %1 werden heruntergeladen.</translation>
    </message>
    <message>
        <source>Eyebox makes no connection for this.</source>
        <translation>Eyebox stellt dafür keine Verbindung her.</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1, once you press the button.</source>
        <translation>Eyebox verbindet sich mit %1, sobald die Schaltfläche gedrückt wird.</translation>
    </message>
    <message>
        <source>Eyebox will connect to %1 through the proxy %2, once you press the button.</source>
        <translation>Eyebox verbindet sich über den Proxy %2 mit %1, sobald die Schaltfläche gedrückt wird.</translation>
    </message>
    <message>
        <source>Only the requests for these files are sent: no picture, no question. Offline mode stays as it is for everything else.</source>
        <translation>Gesendet werden nur die Anfragen nach diesen Dateien: kein Bild, keine Frage. Für alles andere bleibt der Offline-Modus, wie er ist.</translation>
    </message>
    <message>
        <source>The folder holds no checksums, so its wheels are installed as they are: use one that you trust.</source>
        <translation>Der Ordner enthält keine Prüfsummen, die Wheels werden also installiert, wie sie sind: nur einen vertrauenswürdigen Ordner verwenden.</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder.</source>
        <translation>Die Wheels werden mit den Prüfsummen im Ordner verglichen.</translation>
    </message>
    <message>
        <source>The wheels are compared with the checksums in the folder; %1 of %2 have none.</source>
        <translation>Die Wheels werden mit den Prüfsummen im Ordner verglichen; %1 von %2 haben keine.</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was gebraucht wird</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher es kommt</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>Das Internet</translation>
    </message>
    <message>
        <source>A folder of wheels on this machine</source>
        <translation>Ein Ordner mit Wheels auf diesem Rechner</translation>
    </message>
    <message>
        <source>Addresses and proxy</source>
        <translation>Adressen und Proxy</translation>
    </message>
    <message>
        <source>Package index</source>
        <translation>Paketindex</translation>
    </message>
    <message>
        <source>PyTorch&apos;s index</source>
        <translation>PyTorch-Index</translation>
    </message>
    <message>
        <source>Standalone Python</source>
        <translation>Eigenständiges Python</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose it, or drop it onto this page.</source>
        <translation>Wählen oder auf diese Seite ziehen.</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Adding the model engine</source>
        <translation>Modell-Engine wird hinzugefügt</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>Modell-Engine wird entfernt</translation>
    </message>
    <message>
        <source>Update the model engine</source>
        <translation>Modell-Engine aktualisieren</translation>
    </message>
    <message>
        <source>Model engine</source>
        <translation>Modell-Engine</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Vorhandenes wird ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>This page may be closed meanwhile: it goes on, and the queue shows it.</source>
        <translation>Diese Seite darf inzwischen geschlossen werden: Es geht weiter, und die Warteschlange zeigt es.</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>It is made anew beside the one that is there, which works until then.</source>
        <translation>Sie wird neben der vorhandenen neu erstellt, die bis dahin funktioniert.</translation>
    </message>
    <message>
        <source>Vision-language models run on PyTorch, which this edition of Eyebox does not carry because it is large. It can be added here once; everything it does then happens on this machine.</source>
        <translation>Bildsprachmodelle laufen auf PyTorch, das diese Ausgabe von Eyebox wegen seiner Größe nicht enthält. Es lässt sich hier einmalig hinzufügen; danach geschieht alles auf diesem Rechner.</translation>
    </message>
    <message>
        <source>It was begun before: %1 are here. It can go on from there, or be started over.</source>
        <translation>Es wurde früher begonnen: %1 sind hier. Es kann dort weitergehen oder von vorn beginnen.</translation>
    </message>
    <message>
        <source>Remove the model engine? %1 become free; models themselves stay.</source>
        <translation>Modell-Engine entfernen? %1 werden frei; die Modelle selbst bleiben.</translation>
    </message>
    <message>
        <source>Throw away the %1 that came so far?</source>
        <translation>Die bisher geladenen %1 verwerfen?</translation>
    </message>
    <message>
        <source>Remove the server engine? %1 become free; models themselves stay.</source>
        <translation>Server-Engine entfernen? %1 werden frei; die Modelle selbst bleiben.</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>Server-Engine wird hinzugefügt</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>Server-Engine wird entfernt</translation>
    </message>
    <message>
        <source>Update the server engine</source>
        <translation>Server-Engine aktualisieren</translation>
    </message>
    <message>
        <source>Server engine</source>
        <translation>Server-Engine</translation>
    </message>
    <message>
        <source>vLLM answers many questions at once on an NVIDIA card. It needs other versions of its packages than the model engine, so it has a place of its own, and serves models on this machine only. It is optional.</source>
        <translation>vLLM beantwortet auf einer NVIDIA-Karte viele Fragen zugleich. Es braucht andere Paketversionen als die Modell-Engine, hat also einen eigenen Platz und stellt Modelle nur auf diesem Rechner bereit. Es ist optional.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>Von vorn beginnen&#xa0;…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Add it again…</source>
        <translation>Erneut hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>Aktualisieren&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Download and add</source>
        <translation>Herunterladen und hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Server engine (vLLM)…</source>
        <translation>Server-Engine (vLLM)&#xa0;…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>EngineThere</name>
    <message>
        <source>Models run in the Python that Eyebox itself runs in. There is nothing to add.</source>
        <translation>Modelle laufen in dem Python, in dem Eyebox selbst läuft. Es gibt nichts hinzuzufügen.</translation>
    </message>
    <message>
        <source>It came with Eyebox. There is nothing to add.</source>
        <translation>Sie kam mit Eyebox. Es gibt nichts hinzuzufügen.</translation>
    </message>
    <message>
        <source>It was added to Eyebox and runs on this machine only.</source>
        <translation>Sie wurde zu Eyebox hinzugefügt und läuft nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Its Python</source>
        <translation>Verwendetes Python</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Festplatte</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n Paket</numerusform>
            <numerusform>%n Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>Eingebaute Texterkennung</translation>
    </message>
    <message>
        <source>Accuracy at an IoU of %1</source>
        <translation>Genauigkeit bei IoU %1</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>Präzision bei IoU %1</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>Recall bei IoU %1</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>F1 bei IoU %1</translation>
    </message>
    <message>
        <source>AP (COCO, IoU 0.5 to 0.95)</source>
        <translation>AP (COCO, IoU 0,5 bis 0,95)</translation>
    </message>
    <message>
        <source>AP at an IoU of 0.5</source>
        <translation>AP bei IoU 0,5</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>Zeichenfehlerrate</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Exakte Übereinstimmung</translation>
    </message>
    <message>
        <source>Accuracy (VQA)</source>
        <translation>Genauigkeit (VQA)</translation>
    </message>
    <message>
        <source>Right choices</source>
        <translation>Richtige Auswahl</translation>
    </message>
    <message>
        <source>OCRBench points</source>
        <translation>OCRBench-Punkte</translation>
    </message>
    <message>
        <source>Accuracy (MME)</source>
        <translation>Genauigkeit (MME)</translation>
    </message>
    <message>
        <source>Accuracy+ (MME)</source>
        <translation>Genauigkeit+ (MME)</translation>
    </message>
    <message>
        <source>Perception (MME)</source>
        <translation>Wahrnehmung (MME)</translation>
    </message>
    <message>
        <source>Cognition (MME)</source>
        <translation>Kognition (MME)</translation>
    </message>
    <message>
        <source>Accuracy @%1</source>
        <translation>Genauigkeit @%1</translation>
    </message>
    <message>
        <source>Precision @%1</source>
        <translation>Präzision @%1</translation>
    </message>
    <message>
        <source>Recall @%1</source>
        <translation>Recall @%1</translation>
    </message>
</context>
<context>
    <name>EvaluationController</name>
    <message>
        <source>The evaluation is done.</source>
        <translation>Die Evaluierung ist fertig.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Built-in reader</source>
        <translation>Eingebaute Texterkennung</translation>
    </message>
    <message>
        <source>Boxes, texts or questions with answers</source>
        <translation>Rahmen, Texte oder Fragen mit Antworten</translation>
    </message>
    <message>
        <source>A folder of boxes or texts</source>
        <translation>Ein Ordner mit Rahmen oder Texten</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>Ein Ordner mit einem Modell</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>%1 of %2 questions are answered.</source>
        <translation>%1 von %2 Fragen sind beantwortet.</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Bilder werden betrachtet&#xa0;…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Paused; what was answered is kept.</source>
        <translation>Pausiert; was beantwortet wurde, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were not found and are left out.</source>
        <translation>
            <numerusform>%n Bild wurde nicht gefunden und ausgelassen.</numerusform>
            <numerusform>%n Bilder wurden nicht gefunden und ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about videos left out.</source>
        <translation>
            <numerusform>%n Frage zu Videos ausgelassen.</numerusform>
            <numerusform>%n Fragen zu Videos ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures come when the models have answered. You can close this and go on working.</source>
        <translation>Die Zahlen kommen, wenn die Modelle geantwortet haben. Dies darf geschlossen werden, die Arbeit geht weiter.</translation>
    </message>
    <message>
        <source>How well do models do on your own pictures? Choose pictures whose answers are known and one model or several, at one precision or several.</source>
        <translation>Wie gut sind Modelle auf den eigenen Bildern? Bilder mit bekannten Antworten wählen und ein oder mehrere Modelle, mit einer oder mehreren Genauigkeiten.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer, counted as wrong.</source>
        <translation>
            <numerusform>%n Frage ohne Antwort, als falsch gezählt.</numerusform>
            <numerusform>%n Fragen ohne Antwort, als falsch gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>Token pro Sekunde</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>Figures of the models, with intervals of 95 %</source>
        <translation>Zahlen der Modelle, mit Intervallen von 95&#xa0;%</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluierung</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Chart of</source>
        <translation>Diagramm von</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
</context>
<context>
    <name>EvaluationPictures</name>
    <message>
        <source>%1 is better</source>
        <translation>%1 ist besser</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>Zwei Modelle</translation>
    </message>
    <message>
        <source>Pictures on which they differ</source>
        <translation>Bilder, bei denen sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Dashed: what is true</source>
        <translation>Gestrichelt: was richtig ist</translation>
    </message>
    <message>
        <source>They differ on no picture.</source>
        <translation>Sie unterscheiden sich bei keinem Bild.</translation>
    </message>
    <message>
        <source>Evaluate two models, or one at two precisions, to see where they differ.</source>
        <translation>Zwei Modelle oder eines mit zwei Genauigkeiten evaluieren, um Unterschiede zu sehen.</translation>
    </message>
</context>
<context>
    <name>EvaluationSetup</name>
    <message>
        <source>Pictures whose answers are known</source>
        <translation>Bilder mit bekannten Antworten</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei&#xa0;…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Ein Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file of boxes or questions</source>
        <translation>Datei mit Rahmen oder Fragen wählen</translation>
    </message>
    <message>
        <source>Choose a folder of boxes or texts</source>
        <translation>Ordner mit Rahmen oder Texten wählen</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>Ein Ordner mit einem Modell&#xa0;…</translation>
    </message>
    <message>
        <source>Answers are made without chance, so that they are the same again. Answers that are there stay.</source>
        <translation>Antworten entstehen ohne Zufall und sind daher wiederholbar. Vorhandene Antworten bleiben.</translation>
    </message>
    <message>
        <source>Reviewed pictures of this session</source>
        <translation>Geprüfte Bilder dieser Sitzung</translation>
    </message>
    <message>
        <source>All pictures of this session with boxes</source>
        <translation>Alle Bilder dieser Sitzung mit Rahmen</translation>
    </message>
    <message>
        <source>By the file</source>
        <translation>Nach der Datei</translation>
    </message>
    <message>
        <source>Find the boxes</source>
        <translation>Rahmen finden</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Text lesen</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>Fragen beantworten</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message>
        <source>Evaluation of %1</source>
        <translation>Evaluierung von %1</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es gab keine Antwort.</translation>
    </message>
    <message>
        <source>Evaluation: counting</source>
        <translation>Evaluierung: Zählung</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Looking at what there is to export…</source>
        <translation>Zu Exportierendes wird ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>What this format loses:</source>
        <translation>Was dieses Format verliert:</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good.</source>
        <translation>
            <numerusform>%n Bereich ist endgültig geschwärzt.</numerusform>
            <numerusform>%n Bereiche sind endgültig geschwärzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are blacked out for good, with their text.</source>
        <translation>
            <numerusform>%n Bereich ist endgültig geschwärzt, samt Text.</numerusform>
            <numerusform>%n Bereiche sind endgültig geschwärzt, samt Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text that is blacked out is written as ████.</source>
        <translation>Geschwärzter Text wird als ████ geschrieben.</translation>
    </message>
    <message>
        <source>Chats are written as they are.</source>
        <translation>Chats werden geschrieben, wie sie sind.</translation>
    </message>
    <message>
        <source>Only boxes are written: in the picture files themselves nothing is blacked out.</source>
        <translation>Nur Rahmen werden geschrieben: In den Bilddateien selbst ist nichts geschwärzt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture with its boxes (PNG)</source>
        <translation>Bild mit seinen Rahmen (PNG)</translation>
    </message>
    <message>
        <source>Blacked out picture (PNG or JPEG)</source>
        <translation>Geschwärztes Bild (PNG oder JPEG)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>Die ganze Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>The selected pictures (%n)</source>
        <translation>
            <numerusform>Das ausgewählte Bild (%n)</numerusform>
            <numerusform>Die ausgewählten Bilder (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EyeboxError</name>
    <message>
        <source>&quot;{build}&quot; is no build of torch: choose one of {builds}.</source>
        <translation>„{build}“ ist kein Build von torch: einen von {builds} wählen.</translation>
    </message>
    <message>
        <source>&quot;{device}&quot; is no device; choose auto, cpu, cuda, cuda:N or mps.</source>
        <translation>„{device}“ ist kein Gerät; auto, cpu, cuda, cuda:N oder mps wählen.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no name of a model: names look like Qwen/Qwen2-VL-2B-Instruct.</source>
        <translation>„{name}“ ist kein Modellname: Namen sehen aus wie Qwen/Qwen2-VL-2B-Instruct.</translation>
    </message>
    <message>
        <source>&quot;{precision}&quot; is no precision; choose one of {precisions}.</source>
        <translation>„{precision}“ ist keine Genauigkeit; eine von {precisions} wählen.</translation>
    </message>
    <message>
        <source>&quot;{revision}&quot; is no revision: give a branch, a tag or a commit.</source>
        <translation>„{revision}“ ist keine Revision: einen Branch, Tag oder Commit angeben.</translation>
    </message>
    <message>
        <source>&quot;{tensor}&quot; is {shape}, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>„{tensor}“ ist {shape}, aber config.json verlangt {wanted}: Die Konfiguration gehört zu einem anderen Modell; Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>A cluster does not make PDF files, for which all pages of a document have to come together: leave --cluster out.</source>
        <translation>Ein Cluster erzeugt keine PDF-Dateien, für die alle Seiten eines Dokuments zusammenkommen müssen: --cluster weglassen.</translation>
    </message>
    <message>
        <source>A download from {host}, which was asked for.</source>
        <translation>Ein Download von {host}, der verlangt wurde.</translation>
    </message>
    <message>
        <source>A file of boxes has no questions: --task vqa needs lines with image, question and answers.</source>
        <translation>Eine Rahmendatei enthält keine Fragen: --task vqa braucht Zeilen mit image, question und answers.</translation>
    </message>
    <message>
        <source>A file of this format holds one picture: export the session into a folder.</source>
        <translation>Eine Datei dieses Formats enthält ein Bild: Sitzung in einen Ordner exportieren.</translation>
    </message>
    <message>
        <source>A file of {folder} is missing or cannot be read ({reason}); download the model again.</source>
        <translation>Eine Datei von {folder} fehlt oder ist nicht lesbar ({reason}); Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>A key goes only over https, or to this machine: give an https address, or one of a tunnel (ssh -L).</source>
        <translation>Ein Schlüssel geht nur über https oder an diesen Rechner: eine https-Adresse oder die eines Tunnels (ssh -L) angeben.</translation>
    </message>
    <message>
        <source>A model in {method}</source>
        <translation>Ein Modell in {method}</translation>
    </message>
    <message>
        <source>A picture of this evaluation is gone: {file}.</source>
        <translation>Ein Bild dieser Evaluierung ist verschwunden: {file}.</translation>
    </message>
    <message>
        <source>A picture of {width:,} x {height:,} pixels is too long and thin for this model; crop it to the part that matters.</source>
        <translation>Ein Bild von {width:,} x {height:,} Pixeln ist für dieses Modell zu lang und schmal; auf den wichtigen Teil zuschneiden.</translation>
    </message>
    <message>
        <source>A redacted picture is a PNG or a JPEG file: give {name} such an ending.</source>
        <translation>Ein geschwärztes Bild ist eine PNG- oder JPEG-Datei: {name} eine solche Endung geben.</translation>
    </message>
    <message>
        <source>A request to the server {host}, which was given.</source>
        <translation>Eine Anfrage an den angegebenen Server {host}.</translation>
    </message>
    <message>
        <source>A schema needs a vision-language model: choose one, or leave the schema out.</source>
        <translation>Ein Schema braucht ein Bildsprachmodell: eines wählen oder das Schema weglassen.</translation>
    </message>
    <message>
        <source>A server can&apos;t be called &quot;{name}&quot;: use letters, digits, &quot;.&quot; and &quot;-&quot;.</source>
        <translation>Ein Server kann nicht „{name}“ heißen: Buchstaben, Ziffern, „.“ und „-“ verwenden.</translation>
    </message>
    <message>
        <source>A server is asked (--job ask) or takes out fields (--job extract), with a --model.</source>
        <translation>Ein Server wird gefragt (--job ask) oder entnimmt Felder (--job extract), mit einem --model.</translation>
    </message>
    <message>
        <source>A server is asked without an adapter of this machine: take it off.</source>
        <translation>Ein Server wird ohne Adapter dieses Rechners gefragt: den Adapter abwählen.</translation>
    </message>
    <message>
        <source>A server is asked without beams: set beams to 1.</source>
        <translation>Ein Server wird ohne Strahlsuche gefragt: Strahlen auf 1 setzen.</translation>
    </message>
    <message>
        <source>A weight file in {folder} holds more than numbers and is not opened; use a safetensors version of the model.</source>
        <translation>Eine Gewichtsdatei in {folder} enthält mehr als Zahlen und wird nicht geöffnet; eine safetensors-Version des Modells verwenden.</translation>
    </message>
    <message>
        <source>A weight file in {folder} is cut or broken; download the model again.</source>
        <translation>Eine Gewichtsdatei in {folder} ist abgeschnitten oder defekt; Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>Add pictures, documents or folders first.</source>
        <translation>Zuerst Bilder, Dokumente oder Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>Another Eyebox is changing the servers and does not come to an end: try again, or close it.</source>
        <translation>Ein anderes Eyebox ändert gerade die Server und wird damit nicht fertig: Versuchen Sie es noch einmal oder beenden Sie es.</translation>
    </message>
    <message>
        <source>Another Eyebox runs the server engine: stop it there first.</source>
        <translation>Ein anderes Eyebox betreibt die Server-Engine: dort zuerst anhalten.</translation>
    </message>
    <message>
        <source>Another program is using {name}: close it, then try again.</source>
        <translation>Ein anderes Programm verwendet {name}: dieses schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Another program is writing to {name}: wait a moment, it is tried again.</source>
        <translation>Ein anderes Programm schreibt in {name}: einen Moment warten, es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Another user&apos;s program answers at {address} in place of Eyebox; nothing was sent to it. Open the files in Eyebox&apos;s window.</source>
        <translation>Unter {address} antwortet das Programm eines anderen Benutzers anstelle von Eyebox; es wurde nichts gesendet. Die Dateien im Fenster von Eyebox öffnen.</translation>
    </message>
    <message>
        <source>Answers by a JSON schema need the package llguidance: {install}.</source>
        <translation>Antworten nach einem JSON-Schema brauchen das Paket llguidance: {install}.</translation>
    </message>
    <message>
        <source>CUDA graphs could not be made here, so answers take longer ({reason}).</source>
        <translation>CUDA-Graphen ließen sich hier nicht erstellen, Antworten dauern daher länger ({reason}).</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Speicher kann nicht zugewiesen werden</translation>
    </message>
    <message>
        <source>Check one server after the other.</source>
        <translation>Server nacheinander überprüfen.</translation>
    </message>
    <message>
        <source>Choose --device cpu</source>
        <translation>--device cpu wählen</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>Ein kleineres Modell wählen</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>Ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Choose int4 and --device cpu</source>
        <translation>int4 und --device cpu wählen</translation>
    </message>
    <message>
        <source>Choose int4 and show at most 250,000 pixels a picture</source>
        <translation>int4 wählen und höchstens 250.000 Pixel pro Bild zeigen</translation>
    </message>
    <message>
        <source>Choose {precision}</source>
        <translation>{precision} wählen</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Verzeichnis nicht leer</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent überschritten</translation>
    </message>
    <message>
        <source>Downloads need the package huggingface_hub: {install}.</source>
        <translation>Downloads brauchen das Paket huggingface_hub: {install}.</translation>
    </message>
    <message>
        <source>Each machine of the cluster needs {count} processors or more: start Ray with --num-cpus={count}.</source>
        <translation>Jeder Rechner des Clusters braucht mindestens {count} Prozessoren: Ray mit --num-cpus={count} starten.</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>Fehler im Programmformat</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t have keys of its own here: bind a key to the command `eyebox capture` in the system&apos;s settings.</source>
        <translation>Eyebox kann hier keine eigenen Tasten haben: in den Systemeinstellungen eine Taste mit dem Befehl `eyebox capture` belegen.</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: change its permissions, free some space, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyebox kann nicht in {folder} schreiben: Zugriffsrechte ändern, Platz schaffen oder EYEBOX_HOME auf einen eigenen Ordner setzen.</translation>
    </message>
    <message>
        <source>Eyebox can&apos;t write to {folder}: {reason}. Change its permissions, or set EYEBOX_HOME to a folder of your own.</source>
        <translation>Eyebox kann nicht in {folder} schreiben: {reason}. Zugriffsrechte ändern oder EYEBOX_HOME auf einen eigenen Ordner setzen.</translation>
    </message>
    <message>
        <source>Eyebox does not know its own packages any more: install Eyebox again.</source>
        <translation>Eyebox kennt die eigenen Pakete nicht mehr: Eyebox erneut installieren.</translation>
    </message>
    <message>
        <source>Eyebox does not know models of the type &quot;{kind}&quot;; choose another model.</source>
        <translation>Eyebox kennt Modelle vom Typ „{kind}“ nicht; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Eyebox does not know the conversation template &quot;{template}&quot; of this InternVL; choose another version.</source>
        <translation>Eyebox kennt die Gesprächsvorlage „{template}“ dieses InternVL nicht; eine andere Version wählen.</translation>
    </message>
    <message>
        <source>Eyebox does not run this kind of InternVL&apos;s vision tower; choose another version.</source>
        <translation>Eyebox unterstützt diese Art von Vision-Teil eines InternVL nicht; eine andere Version wählen.</translation>
    </message>
    <message>
        <source>Eyebox ended while it worked at this page.</source>
        <translation>Eyebox endete, während diese Seite bearbeitet wurde.</translation>
    </message>
    <message>
        <source>Eyebox is already running (process {process}) but does not answer: open the files in its window. Where there is none, end that process and start again.</source>
        <translation>Eyebox läuft bereits (Prozess {process}), antwortet aber nicht: die Dateien im dortigen Fenster öffnen. Gibt es keines, diesen Prozess beenden und neu starten.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei existiert bereits</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>Files in {path} that can&apos;t be read: {count:,}. The first: {reason}</source>
        <translation>Nicht lesbare Dateien in {path}: {count:,}. Die erste: {reason}</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: no socket can be made at {address}. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>Dateien eines zweiten Starts erreichen dieses Fenster nicht: Unter {address} lässt sich kein Socket anlegen. XDG_RUNTIME_DIR auf einen Ordner setzen, den nur der eigene Benutzer öffnen darf, und neu starten.</translation>
    </message>
    <message>
        <source>Files opened with a second start can&apos;t reach this window: {folder} is not a folder that only you may open. Remove it, or set XDG_RUNTIME_DIR, and start again.</source>
        <translation>Dateien eines zweiten Starts erreichen dieses Fenster nicht: {folder} ist kein Ordner, den nur der eigene Benutzer öffnen darf. Ihn entfernen oder XDG_RUNTIME_DIR setzen und neu starten.</translation>
    </message>
    <message>
        <source>GPTQ can&apos;t quantize {folder}: its layers&apos; widths are no multiples of {group}; choose nf4.</source>
        <translation>GPTQ kann {folder} nicht quantisieren: Die Breiten der Schichten sind keine Vielfachen von {group}; nf4 wählen.</translation>
    </message>
    <message>
        <source>Give the address of a server alone, as http://127.0.0.1:8000/v1, and its key by itself.</source>
        <translation>Nur die Adresse eines Servers angeben, etwa http://127.0.0.1:8000/v1, und den Schlüssel für sich.</translation>
    </message>
    <message>
        <source>In {folder} nothing was begun that could be gone on with.</source>
        <translation>In {folder} wurde nichts begonnen, das fortgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Int8 and Int4</source>
        <translation>Int8 und Int4</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>It is not signed; its files are as its list says.</source>
        <translation>Es ist nicht signiert; die Dateien entsprechen der Liste.</translation>
    </message>
    <message>
        <source>It is signed, but not verified: the package cryptography is not installed.</source>
        <translation>Es ist signiert, aber nicht überprüft: Das Paket cryptography ist nicht installiert.</translation>
    </message>
    <message>
        <source>It needs about {needed} and {free} are free: free some space first.</source>
        <translation>Es braucht etwa {needed}, frei sind {free}: zuerst Platz schaffen.</translation>
    </message>
    <message>
        <source>It was stopped: {left:,} parts were not looked at.</source>
        <translation>Es wurde angehalten: {left:,} Teile wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Its coordinates are fractions of the picture&apos;s sides.</source>
        <translation>Die Koordinaten sind Bruchteile der Bildseiten.</translation>
    </message>
    <message>
        <source>Its coordinates are pixels of the picture that it is sent.</source>
        <translation>Die Koordinaten sind Pixel des gesendeten Bildes.</translation>
    </message>
    <message>
        <source>Its coordinates are thousandths of the picture&apos;s sides.</source>
        <translation>Die Koordinaten sind Tausendstel der Bildseiten.</translation>
    </message>
    <message>
        <source>Layer {number} lacks {tensor}; fetch the weights again.</source>
        <translation>In Schicht {number} fehlt {tensor}; Gewichte erneut holen.</translation>
    </message>
    <message>
        <source>Layers in {precision} can&apos;t live elsewhere; choose bf16 to offload them.</source>
        <translation>Schichten in {precision} lassen sich nicht auslagern; zum Auslagern bf16 wählen.</translation>
    </message>
    <message>
        <source>Let layers live in memory or on disk (--offload), which is slow, or choose a smaller model.</source>
        <translation>Schichten in den Arbeitsspeicher oder auf die Festplatte auslagern (--offload), was langsam ist, oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again in {precision}.</source>
        <translation>Der Speicher reichte nicht: Das Modell wird erneut geladen, in {precision}.</translation>
    </message>
    <message>
        <source>Memory ran out: the model is loaded again with layers in memory or on disk, which is slow.</source>
        <translation>Der Speicher reichte nicht: Das Modell wird erneut geladen, mit ausgelagerten Schichten, was langsam ist.</translation>
    </message>
    <message>
        <source>Memory ran out: the pictures are shown smaller, as {after:,} visual tokens instead of {before:,}.</source>
        <translation>Der Speicher reichte nicht: Die Bilder werden kleiner gezeigt, mit {after:,} statt {before:,} visuellen Token.</translation>
    </message>
    <message>
        <source>Memory ran out: what was kept of earlier turns was dropped, and the answer begins anew.</source>
        <translation>Der Speicher reichte nicht: Was von früheren Beiträgen aufbewahrt war, wurde verworfen, und die Antwort beginnt neu.</translation>
    </message>
    <message>
        <source>Name the fields that are to be read of each page.</source>
        <translation>Die Felder nennen, die von jeder Seite gelesen werden.</translation>
    </message>
    <message>
        <source>Name what is to be found on each page.</source>
        <translation>Nennen, was auf jeder Seite gesucht wird.</translation>
    </message>
    <message>
        <source>No NVIDIA card was found, so models run on the processor.</source>
        <translation>Keine NVIDIA-Karte gefunden, Modelle laufen daher auf dem Prozessor.</translation>
    </message>
    <message>
        <source>No family of models can load this folder; choose another model.</source>
        <translation>Keine Modellfamilie kann diesen Ordner laden; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>No file of boxes was found in {path}: choose another folder.</source>
        <translation>Keine Rahmendatei in {path} gefunden: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>No model is called &quot;{model}&quot;, and it is no folder of a model that Eyebox knows.</source>
        <translation>Kein Modell heißt „{model}“, und es ist kein Modellordner, den Eyebox kennt.</translation>
    </message>
    <message>
        <source>No picture has all of its boxes judged yet: go on with the review, then export again.</source>
        <translation>Noch ist kein Bild vollständig beurteilt: mit der Prüfung fortfahren, dann erneut exportieren.</translation>
    </message>
    <message>
        <source>No picture of this review is marked complete: mark them in the review, or export all that are judged.</source>
        <translation>Kein Bild dieser Prüfung ist als vollständig markiert: in der Prüfung markieren oder alle beurteilten exportieren.</translation>
    </message>
    <message>
        <source>No secure connection to {host} came about: check its address (https or http) and the proxy.</source>
        <translation>Keine sichere Verbindung zu {host}: Adresse (https oder http) und Proxy prüfen.</translation>
    </message>
    <message>
        <source>No shape was given a box.</source>
        <translation>Keine Form erhielt einen Rahmen.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Speicherplatz mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Nobody asked for this.</source>
        <translation>Niemand hat darum gebeten.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>Nothing was written: boxes of {picture} were read back elsewhere than they were left. Report this, please.</source>
        <translation>Nichts wurde geschrieben: Rahmen von {picture} kamen beim Zurücklesen an anderer Stelle an. Bitte diesen Fehler melden.</translation>
    </message>
    <message>
        <source>Only {found} of {total} shapes were found.</source>
        <translation>Nur {found} von {total} Formen wurden gefunden.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Die Operation ist nicht erlaubt</translation>
    </message>
    <message>
        <source>PDF needs PDFium, which is not installed here; add the model engine again.</source>
        <translation>PDF braucht PDFium, das hier nicht installiert ist; Modell-Engine erneut hinzufügen.</translation>
    </message>
    <message>
        <source>Parts of the model live elsewhere ({memory} in memory, {disk} on disk), which is slow.</source>
        <translation>Teile des Modells sind ausgelagert ({memory} im Arbeitsspeicher, {disk} auf der Festplatte), was langsam ist.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to {host}.</source>
        <translation>Bilder bleiben auf diesem Rechner, bis erlaubt wird, dass sie an {host} gehen.</translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be listened at: {reason}.</source>
        <translation>An Port {port} kann nicht gelauscht werden: {reason}.</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program: end that one, or choose another port with --port.</source>
        <translation>Port {port} ist von einem anderen Programm belegt: dieses beenden oder mit --port einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>Python {version} is downloaded from {host}.</source>
        <translation>Python {version} wird von {host} heruntergeladen.</translation>
    </message>
    <message>
        <source>Python {version} is here already.</source>
        <translation>Python {version} ist bereits hier.</translation>
    </message>
    <message>
        <source>Python {version} of this machine ({program}) is used.</source>
        <translation>Python {version} dieses Rechners ({program}) wird verwendet.</translation>
    </message>
    <message>
        <source>Python {version} was downloaded, but is not in {folder}: try again.</source>
        <translation>Python {version} wurde heruntergeladen, ist aber nicht in {folder}: erneut versuchen.</translation>
    </message>
    <message>
        <source>Quantizing to {to} needs {packages}: {install}</source>
        <translation>Zum Quantisieren nach {to} fehlt {packages}: {install}</translation>
    </message>
    <message>
        <source>Quantizing {folder} takes about {takes} of memory, and {free} are free; close other programs, or take a smaller model.</source>
        <translation>Das Quantisieren von {folder} braucht etwa {takes} Speicher, frei sind {free}; andere Programme schließen oder ein kleineres Modell nehmen.</translation>
    </message>
    <message>
        <source>Ray is not installed: pip install &quot;eyebox[cluster]&quot;.</source>
        <translation>Ray ist nicht installiert: pip install &quot;eyebox[cluster]&quot;.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Say what is to be asked about each page.</source>
        <translation>Angeben, was zu jeder Seite gefragt wird.</translation>
    </message>
    <message>
        <source>Say where the results go.</source>
        <translation>Angeben, wohin die Ergebnisse kommen.</translation>
    </message>
    <message>
        <source>Show at most {pixels:,} pixels a picture</source>
        <translation>Höchstens {pixels:,} Pixel pro Bild zeigen</translation>
    </message>
    <message>
        <source>Show at most {tiles} tiles a picture</source>
        <translation>Höchstens {tiles} Kacheln pro Bild zeigen</translation>
    </message>
    <message>
        <source>Signatures need the package cryptography, which is not installed: add it, or leave the key out.</source>
        <translation>Signaturen brauchen das Paket cryptography, das nicht installiert ist: hinzufügen oder den Schlüssel weglassen.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>Etwas Unerwartetes ist geschehen ({kind}).</translation>
    </message>
    <message>
        <source>Something unexpected happened; {log} says more.</source>
        <translation>Etwas Unerwartetes ist geschehen; mehr dazu in {log}.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({reason}).</source>
        <translation>Etwas Unerwartetes ist schiefgegangen ({reason}).</translation>
    </message>
    <message>
        <source>Something unexpected went wrong between Eyebox and its engine.</source>
        <translation>Zwischen Eyebox und seiner Engine ist etwas Unerwartetes schiefgegangen.</translation>
    </message>
    <message>
        <source>Teaching {name} so takes about {needed}, and {free} are free. {advice}.</source>
        <translation>{name} so zu trainieren braucht etwa {needed}, frei sind {free}. {advice}.</translation>
    </message>
    <message>
        <source>That region is outside of picture {number}, which goes from [0, 0] to [{across}, {down}].</source>
        <translation>Dieser Ausschnitt liegt außerhalb von Bild {number}, das von [0, 0] bis [{across}, {down}] reicht.</translation>
    </message>
    <message>
        <source>The Python of the model engine is gone ({path}): add the model engine again.</source>
        <translation>Das Python der Modell-Engine ist verschwunden ({path}): Modell-Engine erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The adapter in {folder} changes nothing; save it again.</source>
        <translation>Der Adapter in {folder} ändert nichts; erneut speichern.</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds only half of {layer}; save it again.</source>
        <translation>Der Adapter in {folder} enthält nur die Hälfte von {layer}; erneut speichern.</translation>
    </message>
    <message>
        <source>The adapter in {folder} replaces {path}, which can&apos;t be done with quantized or offloaded layers; choose bf16, or merge the adapter first.</source>
        <translation>Der Adapter in {folder} ersetzt {path}, was mit quantisierten oder ausgelagerten Schichten nicht geht; bf16 wählen oder den Adapter zuerst einrechnen.</translation>
    </message>
    <message>
        <source>The adapter in {folder} uses {features}, which Eyebox does not compute; train it without, or merge it with the program that made it.</source>
        <translation>Der Adapter in {folder} verwendet {features}, was Eyebox nicht berechnet; ohne dies trainieren oder mit dem Programm einrechnen, das ihn erzeugt hat.</translation>
    </message>
    <message>
        <source>The adapter in {folder} was made for another model: {reason}.</source>
        <translation>Der Adapter in {folder} wurde für ein anderes Modell gemacht: {reason}.</translation>
    </message>
    <message>
        <source>The answer broke off: {why}</source>
        <translation>Die Antwort brach ab: {why}</translation>
    </message>
    <message>
        <source>The answer of {host} has no end and was cut: ask for fewer tokens.</source>
        <translation>Die Antwort von {host} nimmt kein Ende und wurde abgeschnitten: weniger Token verlangen.</translation>
    </message>
    <message>
        <source>The answer was cut after {tokens:,} tokens and is no whole JSON: allow longer answers, or ask for fewer fields.</source>
        <translation>Die Antwort wurde nach {tokens:,} Token abgeschnitten und ist kein vollständiges JSON: längere Antworten erlauben oder weniger Felder verlangen.</translation>
    </message>
    <message>
        <source>The arguments of the call are no JSON object.</source>
        <translation>Die Argumente des Aufrufs sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The batch {name} can&apos;t be used ({reason}).</source>
        <translation>Der Stapel {name} ist nicht verwendbar ({reason}).</translation>
    </message>
    <message>
        <source>The batch {name} is under way in another Eyebox: pause it there first.</source>
        <translation>Der Stapel {name} ist in einem anderen Eyebox in Arbeit: dort zuerst pausieren.</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of a picture of another size (about {times} times).</source>
        <translation>Die Rahmen stehen in Koordinaten eines Bildes anderer Größe (etwa das {times}-Fache).</translation>
    </message>
    <message>
        <source>The boxes are in coordinates of the resized picture that the model was shown, not of the original.</source>
        <translation>Die Rahmen stehen in Koordinaten des verkleinerten Bildes, das dem Modell gezeigt wurde, nicht des Originals.</translation>
    </message>
    <message>
        <source>The boxes are in thousandths of the picture, but were taken for pixels.</source>
        <translation>Die Rahmen stehen in Tausendsteln des Bildes, wurden aber für Pixel gehalten.</translation>
    </message>
    <message>
        <source>The boxes are shifted by about {across} pixels {side} and {down} pixels {height}.</source>
        <translation>Die Rahmen sind um etwa {across} Pixel {side} und {down} Pixel {height} verschoben.</translation>
    </message>
    <message>
        <source>The build of torch for Apple silicon is used.</source>
        <translation>Der Build von torch für Apple-Chips wird verwendet.</translation>
    </message>
    <message>
        <source>The built-in reader is not there where this model runs.</source>
        <translation>Die eingebaute Texterkennung ist dort, wo dieses Modell läuft, nicht vorhanden.</translation>
    </message>
    <message>
        <source>The call is no JSON of the form {example}.</source>
        <translation>Der Aufruf ist kein JSON der Form {example}.</translation>
    </message>
    <message>
        <source>The captured picture could not be written: {reason}.</source>
        <translation>Das Bildschirmfoto konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The certificate of {host} was refused ({reason}): check this machine&apos;s clock, or the proxy in between.</source>
        <translation>Das Zertifikat von {host} wurde abgelehnt ({reason}): Uhr dieses Rechners oder den Proxy dazwischen prüfen.</translation>
    </message>
    <message>
        <source>The chat is {prompt_tokens:,} tokens long, but this model&apos;s context is {context:,} tokens: shorten the text, show fewer or smaller pictures, or start a new chat.</source>
        <translation>Der Chat ist {prompt_tokens:,} Token lang, der Kontext dieses Modells aber {context:,} Token: Text kürzen, weniger oder kleinere Bilder zeigen oder einen neuen Chat beginnen.</translation>
    </message>
    <message>
        <source>The chat template of this model has no place for pictures; choose another model.</source>
        <translation>Die Chatvorlage dieses Modells hat keinen Platz für Bilder; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The chat template of this model refuses this chat: {reason}</source>
        <translation>Die Chatvorlage dieses Modells lehnt diesen Chat ab: {reason}</translation>
    </message>
    <message>
        <source>The chat template of this model takes too much time or memory, so it is not used; choose another model.</source>
        <translation>Die Chatvorlage dieses Modells braucht zu viel Zeit oder Speicher und wird nicht verwendet; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The cluster gave up: start the same command again, it goes on from here.</source>
        <translation>Der Cluster hat aufgegeben: denselben Befehl erneut starten, es geht von hier weiter.</translation>
    </message>
    <message>
        <source>The cluster {address} can&apos;t be reached: is Ray started there?</source>
        <translation>Der Cluster {address} ist nicht erreichbar: Ist Ray dort gestartet?</translation>
    </message>
    <message>
        <source>The connection to {host} broke off in the middle of {file}.</source>
        <translation>Die Verbindung zu {host} brach mitten in {file} ab.</translation>
    </message>
    <message>
        <source>The connection to {host} broke: check the network, or try again later.</source>
        <translation>Die Verbindung zu {host} brach ab: Netzwerk prüfen oder später erneut versuchen.</translation>
    </message>
    <message>
        <source>The decoded picture is gone or damaged: open the picture again.</source>
        <translation>Das dekodierte Bild ist verschwunden oder beschädigt: Bild erneut öffnen.</translation>
    </message>
    <message>
        <source>The desktop does not let Eyebox capture the screen. Allow it in the desktop&apos;s settings for privacy or applications, then try again from Eyebox&apos;s window.</source>
        <translation>Der Desktop lässt Eyebox den Bildschirm nicht aufnehmen. Dies in den Einstellungen des Desktops für Privatsphäre oder Anwendungen erlauben, dann aus dem Fenster von Eyebox erneut versuchen.</translation>
    </message>
    <message>
        <source>The desktop gave Eyebox no keys: bind a key to the command `eyebox capture` in its keyboard settings.</source>
        <translation>Der Desktop gab Eyebox keine Tasten: in seinen Tastatureinstellungen eine Taste mit dem Befehl `eyebox capture` belegen.</translation>
    </message>
    <message>
        <source>The desktop gave a picture of the screen that is none.</source>
        <translation>Der Desktop lieferte ein Bildschirmfoto, das keines ist.</translation>
    </message>
    <message>
        <source>The desktop takes keys of a program once while it runs: change them in the desktop&apos;s settings, or start Eyebox again.</source>
        <translation>Der Desktop nimmt Tasten eines Programms nur einmal, während es läuft: in den Einstellungen des Desktops ändern oder Eyebox neu starten.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer: is xdg-desktop-portal running? Log out and in again if it stays so.</source>
        <translation>Das Portal des Desktops antwortet nicht: Läuft xdg-desktop-portal? Ab- und wieder anmelden, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal has ended before it answered: try again.</source>
        <translation>Das Portal des Desktops wurde beendet, bevor es antwortete: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal refused: {reason}.</source>
        <translation>Das Portal des Desktops lehnte ab: {reason}.</translation>
    </message>
    <message>
        <source>The disk is full, nothing more is saved to {name}: free some space.</source>
        <translation>Die Festplatte ist voll, in {name} wird nichts mehr gespeichert: Platz schaffen.</translation>
    </message>
    <message>
        <source>The disk is full, {name} was not written: free some space and try again.</source>
        <translation>Die Festplatte ist voll, {name} wurde nicht geschrieben: Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The disk is too full to open {path}; make {megabytes:,} MB free in {folder}.</source>
        <translation>Die Festplatte ist zu voll, um {path} zu öffnen; {megabytes:,}&#xa0;MB in {folder} frei machen.</translation>
    </message>
    <message>
        <source>The disk is too full: make {megabytes:,} MB free in {folder}.</source>
        <translation>Die Festplatte ist zu voll: {megabytes:,}&#xa0;MB in {folder} frei machen.</translation>
    </message>
    <message>
        <source>The disk of {path} is full; what came is kept: free some space and ask for the download again.</source>
        <translation>Die Festplatte von {path} ist voll; das Heruntergeladene bleibt: Platz schaffen und den Download erneut verlangen.</translation>
    </message>
    <message>
        <source>The disk of {path} takes no files of this size: choose another folder for models.</source>
        <translation>Die Festplatte von {path} nimmt keine Dateien dieser Größe: einen anderen Ordner für Modelle wählen.</translation>
    </message>
    <message>
        <source>The doctor tried whether this is refused.</source>
        <translation>Die Diagnose hat getestet, ob dies verweigert wird.</translation>
    </message>
    <message>
        <source>The download is not finished ({file} is there); let it go on.</source>
        <translation>Der Download ist nicht fertig ({file} ist da); ihn fortsetzen.</translation>
    </message>
    <message>
        <source>The engine did not understand what it was asked to do.</source>
        <translation>Die Engine hat nicht verstanden, was sie tun sollte.</translation>
    </message>
    <message>
        <source>The engine of downloads</source>
        <translation>Die Engine für Downloads</translation>
    </message>
    <message>
        <source>The engine that asks servers</source>
        <translation>Die Engine, die Server fragt</translation>
    </message>
    <message>
        <source>The engine that sets up the model engine</source>
        <translation>Die Engine, die die Modell-Engine einrichtet</translation>
    </message>
    <message>
        <source>The engine that teaches models</source>
        <translation>Die Engine, die Modelle trainiert</translation>
    </message>
    <message>
        <source>The engine that writes documents</source>
        <translation>Die Engine, die Dokumente schreibt</translation>
    </message>
    <message>
        <source>The engine {role}</source>
        <translation>Die Engine {role}</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents are refused connections by a hook in Python. Native code is not held by it: {reason}.</source>
        <translation>Den Engines, die Bilder öffnen, lesen, antworten, Modelle betrachten und Dokumente schreiben, verweigert ein Hook in Python Verbindungen. Nativer Code wird davon nicht zurückgehalten: {reason}.</translation>
    </message>
    <message>
        <source>The engines that open pictures, read, answer, look at models and write documents can&apos;t connect: the Linux kernel refuses it to them and to all they start (seccomp). What native code is refused there is not listed.</source>
        <translation>Die Engines, die Bilder öffnen, lesen, antworten, Modelle betrachten und Dokumente schreiben, können sich nicht verbinden: Der Linux-Kernel verweigert es ihnen und allem, was sie starten (seccomp). Was nativem Code dort verweigert wird, ist nicht aufgeführt.</translation>
    </message>
    <message>
        <source>The experts of this model ({share} % of its weights) stay in 16 bit: bitsandbytes cannot quantize them.</source>
        <translation>Die Experten dieses Modells ({share}&#xa0;% seiner Gewichte) bleiben in 16&#xa0;Bit: bitsandbytes kann sie nicht quantisieren.</translation>
    </message>
    <message>
        <source>The file of this evaluation is damaged; start it again, answers that were kept are used.</source>
        <translation>Die Datei dieser Evaluierung ist beschädigt; erneut starten, aufbewahrte Antworten werden verwendet.</translation>
    </message>
    <message>
        <source>The folder holds torch {version}.</source>
        <translation>Der Ordner enthält torch {version}.</translation>
    </message>
    <message>
        <source>The folder holds {package} {version}.</source>
        <translation>Der Ordner enthält {package} {version}.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made: check the permissions of the one above it.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen: Zugriffsrechte des übergeordneten prüfen.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be used: check its permissions.</source>
        <translation>Der Ordner {folder} ist nicht verwendbar: Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>The graphics card reported an error, and what was loaded on it is gone; try again. The doctor in the Help menu (`eyebox doctor`) tells whether the card works.</source>
        <translation>Die Grafikkarte hat einen Fehler gemeldet, und was auf ihr geladen war, ist verloren; bitte erneut versuchen. Die Diagnose im Hilfe-Menü (`eyebox doctor`) sagt, ob die Karte funktioniert.</translation>
    </message>
    <message>
        <source>The hub gives no checksum for {file} of {name}: try another mirror.</source>
        <translation>Der Hub gibt keine Prüfsumme für {file} von {name}: einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, but config.json wants {wanted}: fetch config and preprocessor_config.json of one model.</source>
        <translation>{name} des Bildprozessors ist {value}, aber config.json verlangt {wanted}: config und preprocessor_config.json desselben Modells holen.</translation>
    </message>
    <message>
        <source>The image processor&apos;s {name} is {value}, which is no size; fetch its file again.</source>
        <translation>{name} des Bildprozessors ist {value}, was keine Größe ist; die Datei erneut holen.</translation>
    </message>
    <message>
        <source>The index gives no checksum for {name}: try another mirror.</source>
        <translation>Der Index gibt keine Prüfsumme für {name}: einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>The index names a file that is no wheel ({name}): try another mirror.</source>
        <translation>Der Index nennt eine Datei, die kein Wheel ist ({name}): einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>The index of the weights is missing: fetch {index}.</source>
        <translation>Der Index der Gewichte fehlt: {index} holen.</translation>
    </message>
    <message>
        <source>The installed gptqmodel needs torch 2.14 or newer: {install}</source>
        <translation>Das installierte gptqmodel braucht torch 2.14 oder neuer: {install}</translation>
    </message>
    <message>
        <source>The installed torch has no CUDA: install the build for it from pytorch.org, or choose --device cpu.</source>
        <translation>Das installierte torch hat kein CUDA: den Build dafür von pytorch.org installieren oder --device cpu wählen.</translation>
    </message>
    <message>
        <source>The installed transformers knows no model that answers about pictures for the type &quot;{model_type}&quot;; update transformers or choose another model.</source>
        <translation>Das installierte transformers kennt kein Modell des Typs „{model_type}“, das zu Bildern antwortet; transformers aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The job says something that this Eyebox does not know: {name}.</source>
        <translation>Der Auftrag enthält etwas, das dieses Eyebox nicht kennt: {name}.</translation>
    </message>
    <message>
        <source>The job {kind} is done by the built-in reader: leave the model out.</source>
        <translation>Die Aufgabe {kind} erledigt die eingebaute Texterkennung: das Modell weglassen.</translation>
    </message>
    <message>
        <source>The key {file} can&apos;t be read: {reason}.</source>
        <translation>Der Schlüssel {file} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The keyring of this system is locked or does not answer: unlock it and try again.</source>
        <translation>Der Schlüsselbund dieses Systems ist gesperrt oder antwortet nicht: entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The limit of calls is reached, so this one was not done: answer from what you have seen.</source>
        <translation>Die Grenze der Aufrufe ist erreicht, dieser wurde nicht ausgeführt: Antworte nach dem, was du gesehen hast.</translation>
    </message>
    <message>
        <source>The local API can&apos;t be started: {reason}.</source>
        <translation>Die lokale API lässt sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <source>The local API can&apos;t reach its engines: no socket can be made. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.</source>
        <translation>Die lokale API erreicht ihre Engines nicht: Es lässt sich kein Socket anlegen. XDG_RUNTIME_DIR auf einen Ordner setzen, den nur der eigene Benutzer öffnen darf, und neu starten.</translation>
    </message>
    <message>
        <source>The local API has ended by itself. Switch it on again.</source>
        <translation>Die lokale API hat sich von selbst beendet. Wieder einschalten.</translation>
    </message>
    <message>
        <source>The local API, which programs on this machine alone can reach.</source>
        <translation>Die lokale API, die nur Programme auf diesem Rechner erreichen.</translation>
    </message>
    <message>
        <source>The look was not possible: {reason}.</source>
        <translation>Die Überprüfung war nicht möglich: {reason}.</translation>
    </message>
    <message>
        <source>The model computed values that are no numbers: its weights are damaged or do not bear this precision; verify its folder, or choose another precision.</source>
        <translation>Das Modell berechnete Werte, die keine Zahlen sind: Die Gewichte sind beschädigt oder vertragen diese Genauigkeit nicht; den Ordner überprüfen oder eine andere Genauigkeit wählen.</translation>
    </message>
    <message>
        <source>The model engine is being added or removed already, by another window or command: wait for that one.</source>
        <translation>Die Modell-Engine wird bereits von einem anderen Fenster oder Befehl hinzugefügt oder entfernt: darauf warten.</translation>
    </message>
    <message>
        <source>The model engine is of another version of Eyebox, or damaged: add it again.</source>
        <translation>Die Modell-Engine gehört zu einer anderen Version von Eyebox oder ist beschädigt: erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The model engine was to be added.</source>
        <translation>Die Modell-Engine sollte hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The model library&apos;s engine</source>
        <translation>Die Engine der Modellbibliothek</translation>
    </message>
    <message>
        <source>The model runs on the processor, because it needs at least {needed} on {card}, where {free} can be used.</source>
        <translation>Das Modell läuft auf dem Prozessor, weil es auf {card} mindestens {needed} braucht, wo {free} verwendbar sind.</translation>
    </message>
    <message>
        <source>The model runs on the processor, because {card} can run it in no precision.</source>
        <translation>Das Modell läuft auf dem Prozessor, weil {card} es in keiner Genauigkeit ausführen kann.</translation>
    </message>
    <message>
        <source>The model stays on the processor, as it was chosen before; {precision} fits on {card} by now and can be chosen.</source>
        <translation>Das Modell bleibt auf dem Prozessor, wie früher gewählt; {precision} passt inzwischen auf {card} und kann gewählt werden.</translation>
    </message>
    <message>
        <source>The model wanted to look again after {count} rounds, which is the limit.</source>
        <translation>Das Modell wollte nach {count} Runden noch einmal hinsehen; das ist die Grenze.</translation>
    </message>
    <message>
        <source>The model&apos;s engine</source>
        <translation>Die Engine des Modells</translation>
    </message>
    <message>
        <source>The name {name} is too long: choose a shorter one.</source>
        <translation>Der Name {name} ist zu lang: einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>The name {path} is too long for a pack.</source>
        <translation>Der Name {path} ist zu lang für ein Paket.</translation>
    </message>
    <message>
        <source>The new model engine does not answer and was not put in place: try again.</source>
        <translation>Die neue Modell-Engine antwortet nicht und wurde nicht eingesetzt: erneut versuchen.</translation>
    </message>
    <message>
        <source>The new model engine does not work ({reason}) and was not put in place: try another build or another source.</source>
        <translation>Die neue Modell-Engine funktioniert nicht ({reason}) und wurde nicht eingesetzt: einen anderen Build oder eine andere Quelle versuchen.</translation>
    </message>
    <message>
        <source>The packages could not be chosen from {source}: {reason}.</source>
        <translation>Die Pakete ließen sich nicht aus {source} auswählen: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be installed ({reason}): try again, or another source.</source>
        <translation>Die Pakete ließen sich nicht installieren ({reason}): erneut oder eine andere Quelle versuchen.</translation>
    </message>
    <message>
        <source>The picture engine</source>
        <translation>Die Bild-Engine</translation>
    </message>
    <message>
        <source>The picture of the screen can&apos;t be read: {reason}.</source>
        <translation>Das Bildschirmfoto ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts at their full size.</source>
        <translation>Das Bild wurde als Ganzes und in {count:,} überlappenden Teilen in voller Größe angesehen.</translation>
    </message>
    <message>
        <source>The picture was looked at as a whole, and in {count:,} overlapping parts, shown {shrink} times smaller.</source>
        <translation>Das Bild wurde als Ganzes und in {count:,} überlappenden Teilen angesehen, {shrink}-mal kleiner gezeigt.</translation>
    </message>
    <message>
        <source>The pictures were shown in less detail, as this chat is set: {shown:,} visual tokens instead of {whole:,}.</source>
        <translation>Die Bilder wurden wie für diesen Chat eingestellt mit weniger Details gezeigt: {shown:,} statt {whole:,} visuelle Token.</translation>
    </message>
    <message>
        <source>The process that renders chat templates could not be started; install the model engine again.</source>
        <translation>Der Prozess, der Chatvorlagen umsetzt, konnte nicht gestartet werden; Modell-Engine erneut installieren.</translation>
    </message>
    <message>
        <source>The program&apos;s own Python has torch already, and models go on running there.</source>
        <translation>Das Python des Programms hat bereits torch, und Modelle laufen weiterhin dort.</translation>
    </message>
    <message>
        <source>The proxy does not let through to {host} ({reason}): check the proxy.</source>
        <translation>Der Proxy lässt nicht zu {host} durch ({reason}): Proxy prüfen.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be used: give an HTTP proxy, as http://host:port.</source>
        <translation>Der Proxy {proxy} ist nicht verwendbar: einen HTTP-Proxy angeben, etwa http://host:port.</translation>
    </message>
    <message>
        <source>The reader finds no text there.</source>
        <translation>Die Texterkennung findet dort keinen Text.</translation>
    </message>
    <message>
        <source>The reader&apos;s engine</source>
        <translation>Die Engine der Texterkennung</translation>
    </message>
    <message>
        <source>The reader&apos;s models are missing; install the package rapidocr again.</source>
        <translation>Die Modelle der Texterkennung fehlen; das Paket rapidocr erneut installieren.</translation>
    </message>
    <message>
        <source>The report could not be kept in {folder}: {reason}.</source>
        <translation>Der Bericht ließ sich nicht in {folder} aufbewahren: {reason}.</translation>
    </message>
    <message>
        <source>The running Eyebox does not understand this: close it and start it again.</source>
        <translation>Das laufende Eyebox versteht das nicht: Beenden Sie es und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The schema cannot be used ({reason}); fix it and ask again.</source>
        <translation>Das Schema ist nicht verwendbar ({reason}); korrigieren und erneut fragen.</translation>
    </message>
    <message>
        <source>The schema has to be a JSON object, such as {{&quot;type&quot;: &quot;object&quot;}}; fix it and ask again.</source>
        <translation>Das Schema muss ein JSON-Objekt sein, etwa {{&quot;type&quot;: &quot;object&quot;}}; korrigieren und erneut fragen.</translation>
    </message>
    <message>
        <source>The schema is not JSON ({reason}); fix it and ask again.</source>
        <translation>Das Schema ist kein JSON ({reason}); korrigieren und erneut fragen.</translation>
    </message>
    <message>
        <source>The schema is not JSON: {reason}.</source>
        <translation>Das Schema ist kein JSON: {reason}.</translation>
    </message>
    <message>
        <source>The script has a step that does not exist: {step}.</source>
        <translation>Das Skript hat einen Schritt, den es nicht gibt: {step}.</translation>
    </message>
    <message>
        <source>The script has no answer to &quot;{question}&quot;.</source>
        <translation>Das Skript hat keine Antwort auf „{question}“.</translation>
    </message>
    <message>
        <source>The script {path} cannot be read: {reason}.</source>
        <translation>Das Skript {path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The script {path} is not JSON.</source>
        <translation>Das Skript {path} ist kein JSON.</translation>
    </message>
    <message>
        <source>The server engine</source>
        <translation>Die Server-Engine</translation>
    </message>
    <message>
        <source>The server engine does not run ({reason}): see the details, or use the model engine.</source>
        <translation>Die Server-Engine läuft nicht ({reason}): Details ansehen oder die Modell-Engine verwenden.</translation>
    </message>
    <message>
        <source>The session file {name} can&apos;t be opened for writing: check its permissions and those of its folder.</source>
        <translation>Die Sitzungsdatei {name} lässt sich nicht zum Schreiben öffnen: ihre Zugriffsrechte und die ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The session file {path} is damaged and was left as it is: put a copy of it in its place, or set it aside and start with an empty one.</source>
        <translation>Die Sitzungsdatei {path} ist beschädigt und blieb, wie sie war: eine Kopie an ihre Stelle setzen oder sie beiseitelegen und mit einer leeren beginnen.</translation>
    </message>
    <message>
        <source>The settings cannot be saved to {file} ({reason}); they hold until you close Eyebox.</source>
        <translation>Die Einstellungen lassen sich nicht in {file} speichern ({reason}); sie gelten, bis Eyebox geschlossen wird.</translation>
    </message>
    <message>
        <source>The settings in {file} are damaged ({reason}); the defaults are used.</source>
        <translation>Die Einstellungen in {file} sind beschädigt ({reason}); die Vorgaben werden verwendet.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read ({reason}); the defaults are used.</source>
        <translation>Die Einstellungen in {file} sind nicht lesbar ({reason}); die Vorgaben werden verwendet.</translation>
    </message>
    <message>
        <source>The settings were damaged and are kept as {file}; the defaults are used.</source>
        <translation>Die Einstellungen waren beschädigt und sind als {file} aufbewahrt; die Vorgaben werden verwendet.</translation>
    </message>
    <message>
        <source>The signature of {file} is wrong, so nothing of it is unpacked.</source>
        <translation>Die Signatur von {file} ist falsch, es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>The small pictures of the boxes are gone: they will be made again.</source>
        <translation>Die kleinen Bilder der Rahmen sind verschwunden: Sie werden erneut erstellt.</translation>
    </message>
    <message>
        <source>The state of the teaching in {folder} can&apos;t be read; begin anew under another name.</source>
        <translation>Der Stand des Trainings in {folder} ist nicht lesbar; unter einem anderen Namen neu beginnen.</translation>
    </message>
    <message>
        <source>The teaching in {folder} was begun with another model or other data: leave them out, or choose another name.</source>
        <translation>Das Training in {folder} wurde mit einem anderen Modell oder anderen Daten begonnen: diese weglassen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The thumbnail {file} could not be written.</source>
        <translation>Die Miniatur {file} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The token can&apos;t be kept in {file}: {reason}.</source>
        <translation>Das Token lässt sich nicht in {file} aufbewahren: {reason}.</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} knows more tokens than the weights: fetch both of one model.</source>
        <translation>Der Tokenizer in {folder} kennt mehr Token als die Gewichte: beide vom selben Modell holen.</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} writes the places of pictures otherwise than the model: fetch both of one model.</source>
        <translation>Der Tokenizer in {folder} schreibt die Stellen von Bildern anders als das Modell: Holen Sie beides von einem Modell.</translation>
    </message>
    <message>
        <source>The tokenizer is missing: fetch tokenizer.json and tokenizer_config.json.</source>
        <translation>Der Tokenizer fehlt: tokenizer.json und tokenizer_config.json holen.</translation>
    </message>
    <message>
        <source>The tokenizer of {folder} has no {token}; download the model again.</source>
        <translation>Der Tokenizer von {folder} hat kein {token}; Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files disagree about &quot;{text}&quot;; download the model again.</source>
        <translation>Die Dateien des Tokenizers sind sich über „{text}“ nicht einig; Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>The vision tower has {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>Der Vision-Teil hat {found} Schichten, aber config.json verlangt {wanted}: Die Konfiguration gehört zu einem anderen Modell; Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>The weights are in the GGUF format, which Eyebox does not run; choose the safetensors version.</source>
        <translation>Die Gewichte sind im Format GGUF, das Eyebox nicht ausführt; die safetensors-Version wählen.</translation>
    </message>
    <message>
        <source>The weights are missing: there is no model.safetensors; fetch the model again.</source>
        <translation>Die Gewichte fehlen: Es gibt kein model.safetensors; Modell erneut holen.</translation>
    </message>
    <message>
        <source>The weights are missing: {file} is no model.safetensors; fetch the model again.</source>
        <translation>Die Gewichte fehlen: {file} ist kein model.safetensors; Modell erneut holen.</translation>
    </message>
    <message>
        <source>The weights are quantized on disk ({method}): choose {precision}, or the BF16 version of this model.</source>
        <translation>Die Gewichte sind auf der Festplatte quantisiert ({method}): {precision} oder die BF16-Version dieses Modells wählen.</translation>
    </message>
    <message>
        <source>The weights are stored as {precision}, which Eyebox does not run; choose the BF16 version of this model.</source>
        <translation>Die Gewichte sind als {precision} gespeichert, was Eyebox nicht ausführt; die BF16-Version dieses Modells wählen.</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq) and were unpacked to {precision}.</source>
        <translation>Die Gewichte sind in 4&#xa0;Bit gespeichert (gptq) und wurden in {precision} entpackt.</translation>
    </message>
    <message>
        <source>The weights are stored in 4 bits (gptq), and were unpacked and made int8.</source>
        <translation>Die Gewichte sind in 4&#xa0;Bit gespeichert (gptq) und wurden entpackt und in int8 umgewandelt.</translation>
    </message>
    <message>
        <source>The weights have no input embeddings (embed_tokens); fetch them again.</source>
        <translation>Den Gewichten fehlen die Eingabe-Embeddings (embed_tokens); erneut holen.</translation>
    </message>
    <message>
        <source>The weights have no output layer (lm_head); fetch them again.</source>
        <translation>Den Gewichten fehlt die Ausgabeschicht (lm_head); erneut holen.</translation>
    </message>
    <message>
        <source>The weights have no vision tower; fetch them again.</source>
        <translation>Den Gewichten fehlt der Vision-Teil; erneut holen.</translation>
    </message>
    <message>
        <source>The weights have {found} layers, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>Die Gewichte haben {found} Schichten, aber config.json verlangt {wanted}: Die Konfiguration gehört zu einem anderen Modell; Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not belong to its config.json ({reason}); download the model again.</source>
        <translation>Die Gewichte in {folder} gehören nicht zur dortigen config.json ({reason}); Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>The weights in {folder} hold numbers that are not finite (in {name}); download the model again.</source>
        <translation>Die Gewichte in {folder} enthalten Zahlen, die nicht endlich sind (in {name}); Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>The weights lack {name}; fetch them again.</source>
        <translation>In den Gewichten fehlt {name}; erneut holen.</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are missing; fetch them again.</source>
        <translation>Die Gewichte von Schicht {layer} fehlen; erneut holen.</translation>
    </message>
    <message>
        <source>The weights were unpacked and made NF4, because no kernel takes them as they are ({reason}).</source>
        <translation>Die Gewichte wurden entpackt und in NF4 umgewandelt, weil kein Rechenkern sie nimmt, wie sie sind ({reason}).</translation>
    </message>
    <message>
        <source>The window and the command line connect to nobody; a hook in Python refuses it and records it. A display or message bus on another machine, where you set one up, is reached by the system&apos;s own libraries.</source>
        <translation>Fenster und Befehlszeile verbinden sich mit niemandem; ein Hook in Python verweigert und verzeichnet es. Eine Anzeige oder ein Nachrichtenbus auf einem anderen Rechner wird, falls eingerichtet, von den Bibliotheken des Systems erreicht.</translation>
    </message>
    <message>
        <source>The {part} has {found} layers in the weights, but config.json wants {wanted}: the config belongs to another model; fetch config and weights of one model.</source>
        <translation>{part} hat in den Gewichten {found} Schichten, aber config.json verlangt {wanted}: Die Konfiguration gehört zu einem anderen Modell; Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>There are only questions about videos; save frames as pictures and ask about these.</source>
        <translation>Es gibt nur Fragen zu Videos; speichern Sie Einzelbilder als Bilder und fragen Sie zu diesen.</translation>
    </message>
    <message>
        <source>There is no Apple GPU here; choose --device cpu.</source>
        <translation>Hier gibt es keine Apple-GPU; --device cpu wählen.</translation>
    </message>
    <message>
        <source>There is no CUDA card here; choose --device cpu.</source>
        <translation>Hier gibt es keine CUDA-Karte; --device cpu wählen.</translation>
    </message>
    <message>
        <source>There is no Python {version} here for these wheels: install it, or put a standalone one (cpython-*-install_only.tar.gz) into {folder}.</source>
        <translation>Für diese Wheels gibt es hier kein Python {version}: installieren oder ein eigenständiges (cpython-*-install_only.tar.gz) in {folder} legen.</translation>
    </message>
    <message>
        <source>There is no X server whose keys could be listened to.</source>
        <translation>Es gibt keinen X-Server, auf dessen Tasten gehört werden könnte.</translation>
    </message>
    <message>
        <source>There is no batch {name}; eyebox batch list shows them.</source>
        <translation>Es gibt keinen Stapel {name}; eyebox batch list zeigt sie.</translation>
    </message>
    <message>
        <source>There is no card {device} here; choose --device cpu.</source>
        <translation>Hier gibt es keine Karte {device}; --device cpu wählen.</translation>
    </message>
    <message>
        <source>There is no conversation to learn from{first}.</source>
        <translation>Es gibt kein Gespräch zum Lernen{first}.</translation>
    </message>
    <message>
        <source>There is no family {name}: give one as qwen2_5_vl, qwen3_vl or internvl.</source>
        <translation>Es gibt keine Familie {name}: eine angeben wie qwen2_5_vl, qwen3_vl oder internvl.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>Es gibt keine Datei und keinen Ordner {path}.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder of a model.</source>
        <translation>Es gibt keinen Ordner {folder}: den Ordner eines Modells angeben.</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder that holds a standalone Python.</source>
        <translation>Es gibt keinen Ordner {folder}: den Ordner mit einem eigenständigen Python angeben.</translation>
    </message>
    <message>
        <source>There is no folder {folder}: give the folder with the wheels, or the address of an index.</source>
        <translation>Es gibt keinen Ordner {folder}: den Ordner mit den Wheels oder die Adresse eines Index angeben.</translation>
    </message>
    <message>
        <source>There is no job {kind}: choose one of {kinds}.</source>
        <translation>Es gibt keine Aufgabe {kind}: eine von {kinds} wählen.</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; check HF_TOKEN.</source>
        <translation>Es gibt kein Modell {name} auf {host}: Namen und HF_TOKEN prüfen.</translation>
    </message>
    <message>
        <source>There is no model {name} on {host}: check its name; if it is private or gated, set HF_TOKEN.</source>
        <translation>Es gibt kein Modell {name} auf {host}: Namen prüfen; ist es privat oder beschränkt, HF_TOKEN setzen.</translation>
    </message>
    <message>
        <source>There is no page to write into a PDF file.</source>
        <translation>Es gibt keine Seite für eine PDF-Datei.</translation>
    </message>
    <message>
        <source>There is no picture {number}: pictures of the chat: {count}.</source>
        <translation>Es gibt kein Bild {number}: Bilder des Chats: {count}.</translation>
    </message>
    <message>
        <source>There is no server called &quot;{name}&quot;: add it (eyebox endpoints add NAME URL), or choose another.</source>
        <translation>Kein Server heißt „{name}“: hinzufügen (eyebox endpoints add NAME URL) oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>There is no session bus, by which the desktop could be asked: start Eyebox from the desktop.</source>
        <translation>Es gibt keinen Sitzungsbus, über den der Desktop gefragt werden könnte: Eyebox vom Desktop aus starten.</translation>
    </message>
    <message>
        <source>There is no such region yet: capture one first, and give it a name from its bar.</source>
        <translation>Noch gibt es keinen solchen Bereich: zuerst einen aufnehmen und in seiner Leiste benennen.</translation>
    </message>
    <message>
        <source>There is no template of ignored parts called {name} (there are: {known}). Save one in the window.</source>
        <translation>Es gibt keine Vorlage ignorierter Bereiche namens {name} (vorhanden: {known}). Im Fenster eine speichern.</translation>
    </message>
    <message>
        <source>There is no tool {name}; there are {tools}.</source>
        <translation>Es gibt kein Werkzeug {name}; es gibt {tools}.</translation>
    </message>
    <message>
        <source>There is no torch for Macs with Intel processors any more: the built-in reader still reads here.</source>
        <translation>Für Macs mit Intel-Prozessor gibt es kein torch mehr: Die eingebaute Texterkennung liest hier weiterhin.</translation>
    </message>
    <message>
        <source>There is no wheel of {package} for this machine: try another source.</source>
        <translation>Es gibt kein Wheel von {package} für diesen Rechner: eine andere Quelle versuchen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this question; ask about fewer or smaller pictures, or choose a smaller model.</source>
        <translation>Für diese Frage reicht der Speicher nicht; zu weniger oder kleineren Bildern fragen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>There is not enough memory to load {name}; choose int8 or int4, or let layers be offloaded.</source>
        <translation>Der Speicher reicht nicht, um {name} zu laden; int8 oder int4 wählen oder Schichten auslagern lassen.</translation>
    </message>
    <message>
        <source>There is not enough memory to open this picture; close other programs, or make it smaller.</source>
        <translation>Der Speicher reicht nicht, um dieses Bild zu öffnen; andere Programme schließen oder es verkleinern.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {path}; close other programs, or make it smaller.</source>
        <translation>Der Speicher reicht nicht, um {path} zu öffnen; andere Programme schließen oder die Datei verkleinern.</translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>Der Speicher reicht nicht; andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>There is nothing to ask: {missing} of the pictures were not found, and the others have no boxes, or no questions.</source>
        <translation>Es gibt nichts zu fragen: {missing} der Bilder wurden nicht gefunden, die anderen haben keine Rahmen oder keine Fragen.</translation>
    </message>
    <message>
        <source>There is too little memory for the buffers of CUDA graphs.</source>
        <translation>Für die Puffer der CUDA-Graphen ist zu wenig Speicher da.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es gab keine Antwort.</translation>
    </message>
    <message>
        <source>This InternVL has a language model of the type &quot;{kind}&quot;, which Eyebox reads only from a version for transformers; choose one whose name ends in &quot;-hf&quot;.</source>
        <translation>Dieses InternVL hat ein Sprachmodell vom Typ „{kind}“, das Eyebox nur aus einer Version für transformers liest; eine wählen, deren Name auf „-hf“ endet.</translation>
    </message>
    <message>
        <source>This InternVL is older than InternVL2, which Eyebox does not run; choose InternVL2 or newer.</source>
        <translation>Dieses InternVL ist älter als InternVL2 und läuft in Eyebox nicht; InternVL2 oder neuer wählen.</translation>
    </message>
    <message>
        <source>This desktop has no portal for it: install xdg-desktop-portal and the part for your desktop, or bind a key to the command `eyebox capture` and paste screenshots of the system with Ctrl+V.</source>
        <translation>Dieser Desktop hat kein Portal dafür: xdg-desktop-portal und den Teil für den Desktop installieren oder eine Taste mit dem Befehl `eyebox capture` belegen und Bildschirmfotos des Systems mit Strg+V einfügen.</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;qwen&quot;); choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>Dies ist ein reines Textmodell („qwen“); Qwen-VL oder Qwen-VL-Chat wählen.</translation>
    </message>
    <message>
        <source>This is a model for text alone (&quot;{kind}&quot;); choose one that looks at pictures.</source>
        <translation>Dies ist ein reines Textmodell („{kind}“); eines wählen, das Bilder betrachtet.</translation>
    </message>
    <message>
        <source>This is not a picture that Eyebox can open: use a PNG, JPEG, WebP, TIFF, BMP or GIF.</source>
        <translation>Dies ist kein Bild, das Eyebox öffnen kann: PNG, JPEG, WebP, TIFF, BMP oder GIF verwenden.</translation>
    </message>
    <message>
        <source>This is only an adapter (LoRA): load its base model and give this folder as the adapter.</source>
        <translation>Dies ist nur ein Adapter (LoRA): sein Basismodell laden und diesen Ordner als Adapter angeben.</translation>
    </message>
    <message>
        <source>This is that region of picture {number} at full resolution. Boxes that you give lie on picture {number}.</source>
        <translation>Dies ist dieser Ausschnitt von Bild {number} in voller Auflösung. Rahmen, die du angibst, liegen auf Bild {number}.</translation>
    </message>
    <message>
        <source>This keyboard has no key for {keys}: choose another.</source>
        <translation>Diese Tastatur hat keine Taste für {keys}: eine andere wählen.</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Dieses Modell</translation>
    </message>
    <message>
        <source>This model (&quot;{kind}&quot;) works only with program code of its own, which Eyebox never runs; choose a version for transformers (often its name ends in &quot;-hf&quot;).</source>
        <translation>Dieses Modell („{kind}“) funktioniert nur mit eigenem Programmcode, den Eyebox nie ausführt; eine Version für transformers wählen (oft endet der Name auf „-hf“).</translation>
    </message>
    <message>
        <source>This model can&apos;t be shown these pictures: {reason}</source>
        <translation>Diesem Modell lassen sich diese Bilder nicht zeigen: {reason}</translation>
    </message>
    <message>
        <source>This model cannot run here.</source>
        <translation>Dieses Modell kann hier nicht laufen.</translation>
    </message>
    <message>
        <source>This model folder has no chat template, so it can&apos;t be asked anything; choose another.</source>
        <translation>Dieser Modellordner hat keine Chatvorlage, das Modell lässt sich daher nichts fragen; ein anderes wählen.</translation>
    </message>
    <message>
        <source>This model has no token that ends an answer, so it can&apos;t be taught.</source>
        <translation>Dieses Modell hat kein Token, das eine Antwort beendet, und lässt sich daher nicht trainieren.</translation>
    </message>
    <message>
        <source>This model is being evaluated by another Eyebox; wait until that has ended, or pause it.</source>
        <translation>Dieses Modell wird von einem anderen Eyebox evaluiert; warten, bis das beendet ist, oder es pausieren.</translation>
    </message>
    <message>
        <source>This model knows no tools, so it answers from what it sees at once.</source>
        <translation>Dieses Modell kennt keine Werkzeuge und antwortet deshalb nach dem, was es auf den ersten Blick sieht.</translation>
    </message>
    <message>
        <source>This model knows no tools: ask it without them, or choose another model.</source>
        <translation>Dieses Modell kennt keine Werkzeuge: ohne sie fragen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer cannot be used with a JSON schema; ask without one.</source>
        <translation>Der Tokenizer dieses Modells ist mit einem JSON-Schema nicht verwendbar; ohne Schema fragen.</translation>
    </message>
    <message>
        <source>This pack is not signed, but a key was asked for.</source>
        <translation>Dieses Paket ist nicht signiert, aber ein Schlüssel wurde verlangt.</translation>
    </message>
    <message>
        <source>This pack was signed by {found}, not by {wanted}.</source>
        <translation>Dieses Paket wurde von {found} signiert, nicht von {wanted}.</translation>
    </message>
    <message>
        <source>This page takes too long to be taken in; save it as a picture in another program first.</source>
        <translation>Diese Seite aufzunehmen dauert zu lange; sie zuerst in einem anderen Programm als Bild speichern.</translation>
    </message>
    <message>
        <source>This part of Eyebox needs no network.</source>
        <translation>Dieser Teil von Eyebox braucht kein Netzwerk.</translation>
    </message>
    <message>
        <source>This password does not open {path}; try another one.</source>
        <translation>Dieses Passwort öffnet {path} nicht; ein anderes versuchen.</translation>
    </message>
    <message>
        <source>This session is gone: open another one from the list of sessions.</source>
        <translation>Diese Sitzung ist verschwunden: eine andere aus der Liste der Sitzungen öffnen.</translation>
    </message>
    <message>
        <source>This text has {count:,} characters, and {most:,} of it fit into a QR code. Select less of it.</source>
        <translation>Dieser Text hat {count:,} Zeichen, davon passen {most:,} in einen QR-Code. Weniger auswählen.</translation>
    </message>
    <message>
        <source>This video takes too long to be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>Das Dekodieren dieses Videos dauert zu lange; zuerst in einem anderen Programm als MP4 (H.264) speichern.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Ebenen aus symbolischen Links</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Videos need OpenCV, which is not installed here.</source>
        <translation>Videos brauchen OpenCV, das hier nicht installiert ist.</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too long to set up; download the model again, or choose another.</source>
        <translation>Was die Dateien in {folder} beschreiben, braucht viel zu lange zum Einrichten; Modell erneut herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>What the files in {folder} describe takes far too much memory to set up; download the model again, or choose another.</source>
        <translation>Was die Dateien in {folder} beschreiben, braucht viel zu viel Speicher zum Einrichten; Modell erneut herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Windows keeps the Print Screen key for its own snipping tool: switch that off under Settings, Accessibility, Keyboard, or choose other keys.</source>
        <translation>Windows behält die Druck-Taste für sein eigenes Snipping Tool: dies unter Einstellungen, Barrierefreiheit, Tastatur ausschalten oder andere Tasten wählen.</translation>
    </message>
    <message>
        <source>You may not read {path}; change its permissions or copy it elsewhere.</source>
        <translation>{path} darf nicht gelesen werden; Zugriffsrechte ändern oder die Datei anderswohin kopieren.</translation>
    </message>
    <message>
        <source>You opened this link.</source>
        <translation>Dieser Link wurde geöffnet.</translation>
    </message>
    <message>
        <source>a box is on a picture that it does not have</source>
        <translation>ein Rahmen liegt auf einem Bild, das es darin nicht gibt</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a file is still coming</source>
        <translation>eine Datei kommt noch</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Link</translation>
    </message>
    <message>
        <source>a page has over {most:,} lines</source>
        <translation>eine Seite hat über {most:,} Zeilen</translation>
    </message>
    <message>
        <source>a picture has over {most:,} boxes</source>
        <translation>ein Bild hat über {most:,} Rahmen</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a tag is far too long</source>
        <translation>ein Tag ist viel zu lang</translation>
    </message>
    <message>
        <source>adapter_config.json makes transformers load an adapter over the model; move the adapter&apos;s files into a folder of their own.</source>
        <translation>Durch adapter_config.json lädt transformers einen Adapter über das Modell; die Dateien des Adapters in einen eigenen Ordner verschieben.</translation>
    </message>
    <message>
        <source>add the model engine (Models, or eyebox models engine add)</source>
        <translation>die Modell-Engine hinzufügen (Modelle oder eyebox models engine add)</translation>
    </message>
    <message>
        <source>add the model engine again with them (Models, or eyebox models engine add --wheels FOLDER)</source>
        <translation>die Modell-Engine damit erneut hinzufügen (Modelle oder eyebox models engine add --wheels ORDNER)</translation>
    </message>
    <message>
        <source>an extension of tar</source>
        <translation>eine Erweiterung von tar</translation>
    </message>
    <message>
        <source>annotation {annotation} belongs to no image</source>
        <translation>Annotation {annotation} gehört zu keinem Bild</translation>
    </message>
    <message>
        <source>another program answers on its port</source>
        <translation>auf seinem Port antwortet ein anderes Programm</translation>
    </message>
    <message>
        <source>audio_tokenizer_config.json makes transformers load another model; remove it, since Eyebox does not listen.</source>
        <translation>Durch audio_tokenizer_config.json lädt transformers ein weiteres Modell; die Datei entfernen, da Eyebox nichts hört.</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>boxes marked as a crowd</source>
        <translation>als Menge (crowd) markierte Rahmen</translation>
    </message>
    <message>
        <source>boxes marked as difficult</source>
        <translation>als schwierig markierte Rahmen</translation>
    </message>
    <message>
        <source>boxes on pictures whose size is not known</source>
        <translation>Rahmen auf Bildern unbekannter Größe</translation>
    </message>
    <message>
        <source>boxes on pictures whose text was read</source>
        <translation>Rahmen auf Bildern, deren Text gelesen wurde</translation>
    </message>
    <message>
        <source>boxes that are cut at the edge of their picture</source>
        <translation>am Bildrand abgeschnittene Rahmen</translation>
    </message>
    <message>
        <source>boxes that moved by over a pixel, as the model counts in coarser steps</source>
        <translation>Rahmen, die sich um mehr als ein Pixel verschoben haben, da das Modell gröber zählt</translation>
    </message>
    <message>
        <source>boxes whose corners can&apos;t be used</source>
        <translation>Rahmen mit unbrauchbaren Ecken</translation>
    </message>
    <message>
        <source>boxes with a description, a group or flags</source>
        <translation>Rahmen mit Beschreibung, Gruppe oder Flags</translation>
    </message>
    <message>
        <source>boxes with attributes</source>
        <translation>Rahmen mit Attributen</translation>
    </message>
    <message>
        <source>boxes without an area inside of their picture, or written twice</source>
        <translation>Rahmen ohne Fläche innerhalb ihres Bildes oder doppelt vorhandene</translation>
    </message>
    <message>
        <source>boxes without width or height</source>
        <translation>Rahmen ohne Breite oder Höhe</translation>
    </message>
    <message>
        <source>changes to fused experts</source>
        <translation>Änderungen an zusammengefassten Experten</translation>
    </message>
    <message>
        <source>changes to single tokens</source>
        <translation>Änderungen an einzelnen Token</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>circles, lines and points</source>
        <translation>Kreise, Linien und Punkte</translation>
    </message>
    <message>
        <source>config.json does not say which type of model this is; fetch it again.</source>
        <translation>config.json nennt den Modelltyp nicht; erneut holen.</translation>
    </message>
    <message>
        <source>config.json in {folder} describes a model with far more weights than its files hold: config and weights belong to different models; fetch both of one model.</source>
        <translation>config.json in {folder} beschreibt ein Modell mit viel mehr Gewichten, als die Dateien enthalten: Konfiguration und Gewichte gehören zu verschiedenen Modellen; beide vom selben Modell holen.</translation>
    </message>
    <message>
        <source>config.json in {folder} has no usable &quot;{key}&quot;; fetch it again.</source>
        <translation>config.json in {folder} hat kein brauchbares „{key}“; erneut holen.</translation>
    </message>
    <message>
        <source>config.json is missing; fetch it again.</source>
        <translation>config.json fehlt; erneut holen.</translation>
    </message>
    <message>
        <source>config.json says &quot;{model_type}&quot;, but the weights are of another kind ({others}): fetch config and weights of one model.</source>
        <translation>config.json sagt „{model_type}“, aber die Gewichte sind von anderer Art ({others}): Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>config.json says that &quot;{key}&quot; is {value}, far beyond its weights: config and weights belong to different models; fetch both of one model.</source>
        <translation>config.json sagt, „{key}“ sei {value}, weit mehr als die Gewichte haben: Konfiguration und Gewichte gehören zu verschiedenen Modellen; beide vom selben Modell holen.</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nach unten</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>Exit-Code {code}</translation>
    </message>
    <message>
        <source>gptqmodel can&apos;t quantize models of the type {kind}; choose nf4, or a model of a Qwen or InternVL family.</source>
        <translation>gptqmodel kann Modelle des Typs {kind} nicht quantisieren; nf4 oder ein Modell der Qwen- oder InternVL-Familie wählen.</translation>
    </message>
    <message>
        <source>it begins with &lt;{tag}&gt;, not with &lt;{root}&gt;</source>
        <translation>es beginnt mit &lt;{tag}&gt;, nicht mit &lt;{root}&gt;</translation>
    </message>
    <message>
        <source>it declares a document type, which is not read</source>
        <translation>es deklariert einen Dokumenttyp, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>es antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>es endete</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>es endete ohne Meldung</translation>
    </message>
    <message>
        <source>it got no better on what was held out</source>
        <translation>auf den zurückgehaltenen Daten wurde es nicht mehr besser</translation>
    </message>
    <message>
        <source>it has boxes that wait for a verdict or are unsure</source>
        <translation>es hat Rahmen, die auf ein Urteil warten oder unsicher sind</translation>
    </message>
    <message>
        <source>it has fewer boxes or names than places for them</source>
        <translation>es hat weniger Rahmen oder Namen als Stellen dafür</translation>
    </message>
    <message>
        <source>it has no conversation</source>
        <translation>es enthält kein Gespräch</translation>
    </message>
    <message>
        <source>it has no rejected answer</source>
        <translation>es hat keine abgelehnte Antwort</translation>
    </message>
    <message>
        <source>it holds neither labels nor pictures</source>
        <translation>darin sind weder Labels noch Bilder</translation>
    </message>
    <message>
        <source>it holds no answer</source>
        <translation>es enthält keine Antwort</translation>
    </message>
    <message>
        <source>it is about a video; models are taught with pictures here: save its frames as pictures</source>
        <translation>sie handelt von einem Video; hier wird mit Bildern trainiert: Einzelbilder als Bilder speichern</translation>
    </message>
    <message>
        <source>it is in {file}</source>
        <translation>es ist in {file}</translation>
    </message>
    <message>
        <source>it is no review of Eyebox, or one of a newer version</source>
        <translation>es ist keine Prüfung von Eyebox oder eine einer neueren Version</translation>
    </message>
    <message>
        <source>it is not a sound table ({reason})</source>
        <translation>die Tabelle ist fehlerhaft ({reason})</translation>
    </message>
    <message>
        <source>it is not marked complete in the review</source>
        <translation>es ist in der Prüfung nicht als vollständig markiert</translation>
    </message>
    <message>
        <source>it is not trusted</source>
        <translation>ihm wird nicht vertraut</translation>
    </message>
    <message>
        <source>it is of CVAT for video; export it for images</source>
        <translation>es ist von CVAT für Video; für Bilder exportieren</translation>
    </message>
    <message>
        <source>it is {tokens:,} tokens long, and the model&apos;s context is {context:,}</source>
        <translation>es ist {tokens:,} Token lang, der Kontext des Modells aber {context:,}</translation>
    </message>
    <message>
        <source>it knows no {tensor}</source>
        <translation>es kennt kein {tensor}</translation>
    </message>
    <message>
        <source>it names {marks} pictures and has {count}</source>
        <translation>es nennt {marks} Bilder und hat {count}</translation>
    </message>
    <message>
        <source>it needs {tensor}</source>
        <translation>es braucht {tensor}</translation>
    </message>
    <message>
        <source>it was ended by hand</source>
        <translation>es wurde von Hand beendet</translation>
    </message>
    <message>
        <source>it writes no text</source>
        <translation>es schreibt keinen Text</translation>
    </message>
    <message>
        <source>its boxes are in another family&apos;s form, among other text</source>
        <translation>seine Rahmen stehen in der Form einer anderen Familie, in anderem Text</translation>
    </message>
    <message>
        <source>its download has not ended</source>
        <translation>der Download ist nicht beendet</translation>
    </message>
    <message>
        <source>its encoding is not known</source>
        <translation>die Kodierung ist nicht bekannt</translation>
    </message>
    <message>
        <source>its first row names no columns picture, what, text, x1, y1, x2, y2</source>
        <translation>in der ersten Zeile fehlen die Spalten picture, what, text, x1, y1, x2, y2</translation>
    </message>
    <message>
        <source>its picture {name} was not found</source>
        <translation>sein Bild {name} wurde nicht gefunden</translation>
    </message>
    <message>
        <source>its size is not known, or models refuse it</source>
        <translation>seine Größe ist unbekannt, oder Modelle lehnen es ab</translation>
    </message>
    <message>
        <source>its two answers are the same</source>
        <translation>seine beiden Antworten sind gleich</translation>
    </message>
    <message>
        <source>its weights are missing</source>
        <translation>seine Gewichte fehlen</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <translation>durch {signal} beendet</translation>
    </message>
    <message>
        <source>killed by {signal}, often because memory ran out</source>
        <translation>durch {signal} beendet, oft weil der Speicher nicht reichte</translation>
    </message>
    <message>
        <source>labels of boxes</source>
        <translation>Labels von Rahmen</translation>
    </message>
    <message>
        <source>labels with line breaks, or with what models take for markup</source>
        <translation>Labels mit Zeilenumbrüchen oder mit Zeichen, die Modelle für Markup halten</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>layers that stand twice</source>
        <translation>doppelt vorhandene Schichten</translation>
    </message>
    <message>
        <source>line {line} is no sound XML</source>
        <translation>Zeile {line} ist kein gültiges XML</translation>
    </message>
    <message>
        <source>line {line} is no sound YAML</source>
        <translation>Zeile {line} ist kein gültiges YAML</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>line {number} is far too long</source>
        <translation>Zeile {number} ist viel zu lang</translation>
    </message>
    <message>
        <source>macOS does not let Eyebox see the screen: allow it under System Settings, Privacy and Security, Screen Recording, and start Eyebox again.</source>
        <translation>macOS lässt Eyebox den Bildschirm nicht sehen: unter Systemeinstellungen, Datenschutz &amp; Sicherheit, Bildschirmaufnahme erlauben und Eyebox neu starten.</translation>
    </message>
    <message>
        <source>no box that a model proposed on it was corrected</source>
        <translation>kein vorgeschlagener Rahmen darauf wurde korrigiert</translation>
    </message>
    <message>
        <source>no file has it</source>
        <translation>keine Datei enthält es</translation>
    </message>
    <message>
        <source>none of its lines is the number of a class and places</source>
        <translation>keine Zeile besteht aus einer Klassennummer und Koordinaten</translation>
    </message>
    <message>
        <source>one of its boxes has no area</source>
        <translation>einer der Rahmen hat keine Fläche</translation>
    </message>
    <message>
        <source>one of its boxes reaches out of its picture</source>
        <translation>einer der Rahmen ragt über sein Bild hinaus</translation>
    </message>
    <message>
        <source>one of its turns is neither a question nor an answer</source>
        <translation>einer der Beiträge ist weder Frage noch Antwort</translation>
    </message>
    <message>
        <source>only Linux has such a filter</source>
        <translation>nur Linux hat einen solchen Filter</translation>
    </message>
    <message>
        <source>outlines of boxes that lean or have more corners</source>
        <translation>Umrisse schräger Rahmen oder solcher mit mehr Ecken</translation>
    </message>
    <message>
        <source>pictures that EXIF turns, which some trainers don&apos;t: save those upright before you train</source>
        <translation>Bilder, die EXIF dreht, manche Trainingsprogramme aber nicht: diese vor dem Training aufrecht speichern</translation>
    </message>
    <message>
        <source>pictures that are not marked complete</source>
        <translation>nicht als vollständig markierte Bilder</translation>
    </message>
    <message>
        <source>pictures whose size is not known</source>
        <translation>Bilder unbekannter Größe</translation>
    </message>
    <message>
        <source>pictures whose size is not known, or which the model refuses</source>
        <translation>Bilder unbekannter Größe oder solche, die das Modell ablehnt</translation>
    </message>
    <message>
        <source>pictures with boxes that wait for a verdict or are unsure</source>
        <translation>Bilder mit Rahmen, die auf ein Urteil warten oder unsicher sind</translation>
    </message>
    <message>
        <source>pictures with read text</source>
        <translation>Bilder mit gelesenem Text</translation>
    </message>
    <message>
        <source>pictures without boxes</source>
        <translation>Bilder ohne Rahmen</translation>
    </message>
    <message>
        <source>pip install {packages}</source>
        <translation>pip install {packages}</translation>
    </message>
    <message>
        <source>preprocessor_config.json is missing; fetch it again.</source>
        <translation>preprocessor_config.json fehlt; erneut holen.</translation>
    </message>
    <message>
        <source>records about videos, which have no boxes</source>
        <translation>Einträge zu Videos, die keine Rahmen haben</translation>
    </message>
    <message>
        <source>rotated boxes, shown by their outlines</source>
        <translation>gedrehte Rahmen, als Umriss gezeigt</translation>
    </message>
    <message>
        <source>rotations of boxes, which many programs ignore</source>
        <translation>Drehungen von Rahmen, die viele Programme ignorieren</translation>
    </message>
    <message>
        <source>scores of boxes</source>
        <translation>Werte von Rahmen</translation>
    </message>
    <message>
        <source>shapes of kinds that are only kept</source>
        <translation>Formen von Arten, die nur aufbewahrt werden</translation>
    </message>
    <message>
        <source>task {number}</source>
        <translation>Aufgabe {number}</translation>
    </message>
    <message>
        <source>text of pictures that were not read</source>
        <translation>Text von nicht gelesenen Bildern</translation>
    </message>
    <message>
        <source>the id {id} of category {category} is taken twice</source>
        <translation>die id {id} der Kategorie {category} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>the id {id} of image {image} is taken twice</source>
        <translation>die id {id} des Bildes {image} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>the {key} of task {number}</source>
        <translation>{key} von Aufgabe {number}</translation>
    </message>
    <message>
        <source>their shapes differ</source>
        <translation>die Formen unterscheiden sich</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>es keine gibt</translation>
    </message>
    <message>
        <source>there is no page (ocr_page)</source>
        <translation>es gibt keine Seite (ocr_page)</translation>
    </message>
    <message>
        <source>there is no {layer} in this one</source>
        <translation>hier gibt es kein {layer}</translation>
    </message>
    <message>
        <source>this kernel offers no seccomp filter</source>
        <translation>dieser Kernel bietet keinen seccomp-Filter</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>this model has no form of its own for boxes</source>
        <translation>dieses Modell hat keine eigene Form für Rahmen</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>nach links</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>nach rechts</translation>
    </message>
    <message>
        <source>tokenizer.json cannot be read: {reason}.</source>
        <translation>tokenizer.json ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>tokenizer.json is damaged or cut short; fetch it again.</source>
        <translation>tokenizer.json ist beschädigt oder abgeschnitten; erneut holen.</translation>
    </message>
    <message>
        <source>torch is not installed: {install}</source>
        <translation>torch ist nicht installiert: {install}</translation>
    </message>
    <message>
        <source>transformers 5 or newer is needed: {install}</source>
        <translation>transformers 5 oder neuer wird gebraucht: {install}</translation>
    </message>
    <message>
        <source>up</source>
        <translation>nach oben</translation>
    </message>
    <message>
        <source>vLLM brings a torch of its own.</source>
        <translation>vLLM bringt ein eigenes torch mit.</translation>
    </message>
    <message>
        <source>vLLM needs an NVIDIA card, and none was found here.</source>
        <translation>vLLM braucht eine NVIDIA-Karte, hier wurde keine gefunden.</translation>
    </message>
    <message>
        <source>vision tower</source>
        <translation>Vision-Teil</translation>
    </message>
    <message>
        <source>what it holds for {layer} is no LoRA of a linear layer</source>
        <translation>was es für {layer} enthält, ist kein LoRA einer linearen Schicht</translation>
    </message>
    <message>
        <source>x and y of the boxes are swapped.</source>
        <translation>x und y der Rahmen sind vertauscht.</translation>
    </message>
    <message>
        <source>{address} is no address of a hub: it looks like https://huggingface.co.</source>
        <translation>{address} ist keine Hub-Adresse: Sie sieht aus wie https://huggingface.co.</translation>
    </message>
    <message>
        <source>{address} is no address of packages: it looks like https://pypi.org/simple.</source>
        <translation>{address} ist keine Paketadresse: Sie sieht aus wie https://pypi.org/simple.</translation>
    </message>
    <message>
        <source>{advice} ({size}).</source>
        <translation>{advice} ({size}).</translation>
    </message>
    <message>
        <source>{before} was kept because it was chosen before; {now} fits into the memory by now and can be chosen.</source>
        <translation>{before} wurde beibehalten, weil es früher gewählt war; {now} passt inzwischen in den Speicher und kann gewählt werden.</translation>
    </message>
    <message>
        <source>{build} was asked for.</source>
        <translation>{build} wurde verlangt.</translation>
    </message>
    <message>
        <source>{card} does not compute in BF16 itself; fp16 is faster on it.</source>
        <translation>{card} rechnet nicht selbst in BF16; fp16 ist darauf schneller.</translation>
    </message>
    <message>
        <source>{card} is older than Turing, which only the builds for CUDA 12.6 know.</source>
        <translation>{card} ist älter als Turing, was nur die Builds für CUDA 12.6 kennen.</translation>
    </message>
    <message>
        <source>{card} is too old for CUDA 12: update the driver, or models run on the processor.</source>
        <translation>{card} ist zu alt für CUDA 12: Treiber aktualisieren, sonst laufen Modelle auf dem Prozessor.</translation>
    </message>
    <message>
        <source>{card} runs CUDA 12; from driver {driver} on it would be CUDA 13.</source>
        <translation>{card} führt CUDA 12 aus; ab Treiber {driver} wäre es CUDA 13.</translation>
    </message>
    <message>
        <source>{card} runs CUDA 13.</source>
        <translation>{card} führt CUDA 13 aus.</translation>
    </message>
    <message>
        <source>{card} with driver of unknown version</source>
        <translation>{card} mit Treiber unbekannter Version</translation>
    </message>
    <message>
        <source>{card} with driver {driver}</source>
        <translation>{card} mit Treiber {driver}</translation>
    </message>
    <message>
        <source>{count:,} of them could not be looked at: {reason}</source>
        <translation>{count:,} davon konnten nicht angesehen werden: {reason}</translation>
    </message>
    <message>
        <source>{count} layers stay in 16 bit: this processor&apos;s 4-bit kernel does not take their width.</source>
        <translation>{count} Schichten bleiben in 16&#xa0;Bit: Der 4-Bit-Rechenkern dieses Prozessors nimmt ihre Breite nicht.</translation>
    </message>
    <message>
        <source>{file} and {more} more of {wanted} weight files are missing; fetch them again.</source>
        <translation>{file} und {more} weitere von {wanted} Gewichtsdateien fehlen; erneut holen.</translation>
    </message>
    <message>
        <source>{file} arrived damaged from {host} {attempts} times (its checksum is not the one listed) and was deleted: try again later, or another mirror.</source>
        <translation>{file} kam {attempts} Mal beschädigt von {host} an (die Prüfsumme stimmt nicht) und wurde gelöscht: später erneut oder einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as conversations: {reason}.</source>
        <translation>{file} lässt sich nicht als Gespräche lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as templates of ignored parts. Move it away and save them again.</source>
        <translation>{file} ist nicht als Vorlagen ignorierter Bereiche lesbar. Die Datei verschieben und neu speichern.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be unpacked: {reason}.</source>
        <translation>{file} lässt sich nicht entpacken: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be read ({reason}): check the disk.</source>
        <translation>{file} war nicht lesbar ({reason}): Festplatte prüfen.</translation>
    </message>
    <message>
        <source>{file} has &quot;{key}&quot;, which leads to what is not part of this model; remove it, or choose another model.</source>
        <translation>{file} hat „{key}“, was zu etwas führt, das nicht Teil dieses Modells ist; entfernen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{file} has not the size that it should have</source>
        <translation>{file} hat nicht die richtige Größe</translation>
    </message>
    <message>
        <source>{file} has to end with a message of the user.</source>
        <translation>{file} muss mit einer Nachricht des Benutzers enden.</translation>
    </message>
    <message>
        <source>{file} holds more than its list says, so nothing of it is unpacked.</source>
        <translation>{file} enthält mehr, als die Liste sagt, es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} holds no chats: it has to be a list of messages, or of chats.</source>
        <translation>{file} enthält keine Chats: Es muss eine Liste von Nachrichten oder von Chats sein.</translation>
    </message>
    <message>
        <source>{file} holds the path {path}, which is not allowed, so nothing of it is unpacked.</source>
        <translation>{file} enthält den nicht erlaubten Pfad {path}, es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} holds {path} twice, so nothing of it is unpacked.</source>
        <translation>{file} enthält {path} doppelt, es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is not what its list says comes there, so nothing of it is unpacked.</source>
        <translation>{file} enthält {path}, was laut Liste dort nicht kommt, es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} holds {path}, which is {what}, so nothing of it is unpacked.</source>
        <translation>{file} enthält {path}: {what}. Es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} holds {path}, which no model needs (code and pickled objects are never taken), so nothing of it is unpacked.</source>
        <translation>{file} enthält {path}, was kein Modell braucht (Code und Pickle-Objekte werden nie übernommen), es wird daher nichts entpackt.</translation>
    </message>
    <message>
        <source>{file} is a folder: choose the files of conversations in it.</source>
        <translation>{file} ist ein Ordner: Wählen Sie die Dateien mit Gesprächen darin.</translation>
    </message>
    <message>
        <source>{file} is cut off: fetch it again.</source>
        <translation>{file} ist abgeschnitten: erneut holen.</translation>
    </message>
    <message>
        <source>{file} is damaged (its checksum is not the one that the hub gave): delete {path} and download {name} again.</source>
        <translation>{file} ist beschädigt (die Prüfsumme ist nicht die des Hubs): {path} löschen und {name} erneut herunterladen.</translation>
    </message>
    <message>
        <source>{file} is damaged, or no standalone Python: fetch it again.</source>
        <translation>{file} ist beschädigt oder kein eigenständiges Python: erneut holen.</translation>
    </message>
    <message>
        <source>{file} is larger than {gigabytes} GB: split it into several files.</source>
        <translation>{file} ist größer als {gigabytes}&#xa0;GB: in mehrere Dateien teilen.</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} fehlt</translation>
    </message>
    <message>
        <source>{file} is missing: download {name} again.</source>
        <translation>{file} fehlt: {name} erneut herunterladen.</translation>
    </message>
    <message>
        <source>{file} is missing; fetch it again.</source>
        <translation>{file} fehlt; erneut holen.</translation>
    </message>
    <message>
        <source>{file} is no Ed25519 key without a password, in PEM form.</source>
        <translation>{file} ist kein Ed25519-Schlüssel ohne Passwort im PEM-Format.</translation>
    </message>
    <message>
        <source>{file} is no chat: it has to be a list of messages.</source>
        <translation>{file} ist kein Chat: Es muss eine Liste von Nachrichten sein.</translation>
    </message>
    <message>
        <source>{file} is no list of files.</source>
        <translation>{file} ist keine Dateiliste.</translation>
    </message>
    <message>
        <source>{file} is no model pack, or it is damaged: fetch it again.</source>
        <translation>{file} ist kein Modellpaket oder beschädigt: erneut holen.</translation>
    </message>
    <message>
        <source>{file} is not JSON: {reason}.</source>
        <translation>{file} ist kein JSON: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not what the checksums beside it say, so nothing of it is used: fetch it again from where it came from.</source>
        <translation>{file} entspricht nicht den Prüfsummen daneben und wird nicht verwendet: erneut aus der Quelle holen.</translation>
    </message>
    <message>
        <source>{file} is not what {title} looks like: {reason}.</source>
        <translation>{file} sieht nicht aus wie {title}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is still coming</source>
        <translation>{file} kommt noch</translation>
    </message>
    <message>
        <source>{file} is unpacked.</source>
        <translation>{file} wird entpackt.</translation>
    </message>
    <message>
        <source>{file} of {wanted} weight files is missing; fetch it again.</source>
        <translation>{file} von {wanted} Gewichtsdateien fehlt; erneut holen.</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no sensible number; fetch it again.</source>
        <translation>{file} sagt, „{key}“ sei {value}, was keine sinnvolle Zahl ist; erneut holen.</translation>
    </message>
    <message>
        <source>{file} says that &quot;{key}&quot; is {value}, which is no size; fetch it again.</source>
        <translation>{file} sagt, „{key}“ sei {value}, was keine Größe ist; erneut holen.</translation>
    </message>
    <message>
        <source>{file} was made by another version of Eyebox: update Eyebox first.</source>
        <translation>{file} stammt von einer anderen Version von Eyebox: zuerst Eyebox aktualisieren.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be packed: {reason}.</source>
        <translation>{folder} lässt sich nicht packen: {reason}.</translation>
    </message>
    <message>
        <source>{folder} cannot be looked at ({reason}): check the folder.</source>
        <translation>{folder} lässt sich nicht ansehen ({reason}): Ordner prüfen.</translation>
    </message>
    <message>
        <source>{folder} cannot be opened; choose another folder.</source>
        <translation>{folder} lässt sich nicht öffnen; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({reason}); check it.</source>
        <translation>In {folder} lässt sich nicht schreiben ({reason}); Ordner prüfen.</translation>
    </message>
    <message>
        <source>{folder} could not be loaded ({kind}: {reason}); choose another model.</source>
        <translation>{folder} ließ sich nicht laden ({kind}: {reason}); ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{folder} does not exist; choose the folder of a model.</source>
        <translation>{folder} existiert nicht; den Ordner eines Modells wählen.</translation>
    </message>
    <message>
        <source>{folder} does not exist; make that folder first, or choose another.</source>
        <translation>{folder} existiert nicht; den Ordner zuerst anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>{host} takes no tools: “{reason}”.</source>
        <translation>{host} nimmt keine Werkzeuge an: „{reason}“.</translation>
    </message>
    <message>
        <source>{name} has weights that can&apos;t be written back into its own files; choose a LoRA (--method lora).</source>
        <translation>{name} hat Gewichte, die sich nicht in seine eigenen Dateien zurückschreiben lassen; eine LoRA wählen (--method lora).</translation>
    </message>
    <message>
        <source>{name} is quantized; choose the model in 16 bit, and QLoRA (--method qlora) to quantize it while it is taught.</source>
        <translation>{name} ist quantisiert; das Modell in 16 Bit wählen und QLoRA (--method qlora), um es beim Training zu quantisieren.</translation>
    </message>
    <message>
        <source>{folder} has no tokenizer that can be read; download the model again.</source>
        <translation>{folder} hat keinen lesbaren Tokenizer; Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>{folder} holds a model that is being taught: --resume goes on with it, another name begins anew.</source>
        <translation>{folder} enthält ein Modell im Training: --resume setzt es fort, ein anderer Name beginnt neu.</translation>
    </message>
    <message>
        <source>{folder} holds no adapter that can be read; choose another folder.</source>
        <translation>{folder} enthält keinen lesbaren Adapter; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} holds no adapter: it has no {config} that can be read; choose the folder with that file.</source>
        <translation>{folder} enthält keinen Adapter: Es gibt kein lesbares {config}; den Ordner mit dieser Datei wählen.</translation>
    </message>
    <message>
        <source>{folder} holds no pictures; choose another folder.</source>
        <translation>{folder} enthält keine Bilder; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} holds no torch of the build {build} (but {held}): leave the build out.</source>
        <translation>{folder} enthält kein torch des Builds {build} (sondern {held}): den Build weglassen.</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of uv for this machine, which installs the others: download uv into it too.</source>
        <translation>{folder} enthält kein Wheel von uv für diesen Rechner, das die anderen installiert: uv ebenfalls dorthin herunterladen.</translation>
    </message>
    <message>
        <source>{folder} holds results of another job: choose another folder.</source>
        <translation>{folder} enthält Ergebnisse eines anderen Auftrags: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} is a Qwen model for text alone; choose Qwen-VL or Qwen-VL-Chat.</source>
        <translation>{folder} ist ein reines Qwen-Textmodell; Qwen-VL oder Qwen-VL-Chat wählen.</translation>
    </message>
    <message>
        <source>{folder} is a file; choose the folder of a model.</source>
        <translation>{folder} ist eine Datei; den Ordner eines Modells wählen.</translation>
    </message>
    <message>
        <source>{folder} is no LoRA, and other adapters can&apos;t be used; choose a LoRA.</source>
        <translation>{folder} ist kein LoRA, andere Adapter sind nicht verwendbar; ein LoRA wählen.</translation>
    </message>
    <message>
        <source>{folder} is no folder of a model; choose one.</source>
        <translation>{folder} ist kein Modellordner; einen wählen.</translation>
    </message>
    <message>
        <source>{folder} is no model in an original layout that can be converted; it is used as it is.</source>
        <translation>{folder} ist kein Modell in einem ursprünglichen Layout, das umgewandelt werden könnte; es wird verwendet, wie es ist.</translation>
    </message>
    <message>
        <source>{folder} is quantized already; choose the model in 16 bit.</source>
        <translation>{folder} ist bereits quantisiert; das Modell in 16&#xa0;Bit wählen.</translation>
    </message>
    <message>
        <source>{folder} is quantized, and nothing can be merged into quantized weights; choose the model in 16 bit.</source>
        <translation>{folder} ist quantisiert, und in quantisierte Gewichte lässt sich nichts einrechnen; das Modell in 16&#xa0;Bit wählen.</translation>
    </message>
    <message>
        <source>{folder} lacks the files of its processor (preprocessor_config.json, tokenizer.json); download the model again.</source>
        <translation>In {folder} fehlen die Dateien des Prozessors (preprocessor_config.json, tokenizer.json); Modell erneut herunterladen.</translation>
    </message>
    <message>
        <source>{folder} lacks {weights}; save the adapter again.</source>
        <translation>In {folder} fehlt {weights}; den Adapter erneut speichern.</translation>
    </message>
    <message>
        <source>{folder} needs a package that is not installed ({reason}).</source>
        <translation>{folder} braucht ein Paket, das nicht installiert ist ({reason}).</translation>
    </message>
    <message>
        <source>{folder} only works with code of its own, which Eyebox never runs; choose a model that transformers knows.</source>
        <translation>{folder} funktioniert nur mit eigenem Code, den Eyebox nie ausführt; ein Modell wählen, das transformers kennt.</translation>
    </message>
    <message>
        <source>{folder} turns only a part of each head (rotary_pct), which Eyebox does not compute; choose Qwen-VL or Qwen-VL-Chat as they were published.</source>
        <translation>{folder} dreht nur einen Teil jedes Kopfes (rotary_pct), was Eyebox nicht berechnet; Qwen-VL oder Qwen-VL-Chat wie veröffentlicht wählen.</translation>
    </message>
    <message>
        <source>{folder}/{file} is no file; remove it and fetch the model again.</source>
        <translation>{folder}/{file} ist keine Datei; entfernen und Modell erneut holen.</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, and half of the boxes are off by {pixels} pixels or more.</source>
        <translation>{found} von {total} Formen wurden gefunden, und die Hälfte der Rahmen weicht um {pixels} Pixel oder mehr ab.</translation>
    </message>
    <message>
        <source>{found} of {total} shapes were found, half of them within {pixels} pixels.</source>
        <translation>{found} von {total} Formen wurden gefunden, die Hälfte davon auf {pixels} Pixel genau.</translation>
    </message>
    <message>
        <source>{host} does not answer as ModelScope does: check the mirror&apos;s address.</source>
        <translation>{host} antwortet nicht wie ModelScope: Adresse des Spiegelservers prüfen.</translation>
    </message>
    <message>
        <source>{host} does not answer as a hub does: check the mirror&apos;s address.</source>
        <translation>{host} antwortet nicht wie ein Hub: Adresse des Spiegelservers prüfen.</translation>
    </message>
    <message>
        <source>{host} does not answer as a package index does: check its address.</source>
        <translation>{host} antwortet nicht wie ein Paketindex: Adresse prüfen.</translation>
    </message>
    <message>
        <source>{host} does not answer: check the network connection, or try again later.</source>
        <translation>{host} antwortet nicht: Netzwerkverbindung prüfen oder später erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} does not give {file} (status {status}): try again later, or another mirror.</source>
        <translation>{host} gibt {file} nicht heraus (Status {status}): später erneut oder einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{host} does not give {what} without permission (status {status}): accept the model&apos;s licence there and set HF_TOKEN.</source>
        <translation>{host} gibt {what} nicht ohne Erlaubnis heraus (Status {status}): dort die Lizenz des Modells annehmen und HF_TOKEN setzen.</translation>
    </message>
    <message>
        <source>{host} does not list {name} (status {status}): try another mirror.</source>
        <translation>{host} führt {name} nicht auf (Status {status}): einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{host} does not say how large {file} is: try another mirror.</source>
        <translation>{host} nennt die Größe von {file} nicht: einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{host} gives no checksum for {file}: try another index.</source>
        <translation>{host} gibt keine Prüfsumme für {file}: einen anderen Index versuchen.</translation>
    </message>
    <message>
        <source>{host} gives no commit for {name}: try another mirror.</source>
        <translation>{host} nennt keinen Commit für {name}: einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{host} has no uv for this machine: try another index, or a folder of wheels.</source>
        <translation>{host} hat kein uv für diesen Rechner: einen anderen Index oder einen Ordner mit Wheels versuchen.</translation>
    </message>
    <message>
        <source>{host} is busy and asks to come back in {minutes} minutes: try again then.</source>
        <translation>{host} ist ausgelastet und bittet, in {minutes} Minuten wiederzukommen: dann erneut versuchen.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds whole numbers ({dtype}), and config.json names no quantization; fetch config and weights of one model.</source>
        <translation>„{name}“ enthält ganze Zahlen ({dtype}), und config.json nennt keine Quantisierung; Konfiguration und Gewichte desselben Modells holen.</translation>
    </message>
    <message>
        <source>&quot;box&quot; has to be four numbers [x1, y1, x2, y2], not {value}.</source>
        <translation>„box“ muss aus vier Zahlen bestehen, [x1, y1, x2, y2], nicht {value}.</translation>
    </message>
    <message>
        <source>&quot;image&quot; has to be the number of a picture, from 1, not {value}.</source>
        <translation>„image“ muss die Nummer eines Bildes sein, ab 1, nicht {value}.</translation>
    </message>
    <message>
        <source>A stop text ended the answer before it was whole JSON: take the stop text away, or ask without a schema.</source>
        <translation>Ein Stopptext beendete die Antwort, bevor sie vollständiges JSON war: den Stopptext entfernen oder ohne Schema fragen.</translation>
    </message>
    <message>
        <source>Choose QLoRA (--method qlora)</source>
        <translation>QLoRA wählen (--method qlora)</translation>
    </message>
    <message>
        <source>Choose a LoRA (--method lora)</source>
        <translation>Eine LoRA wählen (--method lora)</translation>
    </message>
    <message>
        <source>Choose one conversation at once (--batch 1)</source>
        <translation>Ein Gespräch auf einmal wählen (--batch 1)</translation>
    </message>
    <message>
        <source>Choose pictures of {pixels:,} pixels at most (--max-pixels {pixels})</source>
        <translation>Bilder mit höchstens {pixels:,} Pixeln wählen (--max-pixels {pixels})</translation>
    </message>
    <message>
        <source>Choose to leave what looks at pictures as it is (--freeze-vision)</source>
        <translation>Den Bildteil unverändert lassen (--freeze-vision)</translation>
    </message>
    <message>
        <source>Downloads, servers that you added, and adding the model engine are processes of their own. They run when you ask for them, reach what you asked for, and each connection is listed here.</source>
        <translation>Downloads, selbst hinzugefügte Server und das Hinzufügen der Modell-Engine sind eigene Prozesse. Sie laufen auf Wunsch, erreichen, was verlangt wurde, und jede Verbindung ist hier aufgeführt.</translation>
    </message>
    <message>
        <source>It lacks {packages} and {last}: what needs them will not work.</source>
        <translation>Es fehlen {packages} und {last}: Was sie braucht, funktioniert nicht.</translation>
    </message>
    <message>
        <source>It lacks {package}: what needs it will not work.</source>
        <translation>Es fehlt {package}: Was es braucht, funktioniert nicht.</translation>
    </message>
    <message>
        <source>Nothing of this model can be trained so; choose all linear layers (--targets all).</source>
        <translation>Nichts an diesem Modell lässt sich so trainieren; alle linearen Schichten wählen (--targets all).</translation>
    </message>
    <message>
        <source>Python {version} could not be downloaded ({reason}): install Python {version} on this machine, or give a folder or an address with a standalone one.</source>
        <translation>Python {version} ließ sich nicht herunterladen ({reason}): Python {version} auf diesem Rechner installieren oder einen Ordner oder eine Adresse mit einem eigenständigen angeben.</translation>
    </message>
    <message>
        <source>The loss is no number any more after {step:,} steps; begin anew with a smaller learning rate (--lr).</source>
        <translation>Der Verlust ist nach {step:,} Schritten keine Zahl mehr; mit kleinerer Lernrate (--lr) neu beginnen.</translation>
    </message>
    <message>
        <source>The model does not even learn {name} by heart (its loss went from {first} to {last}), so nothing was begun; choose another learning rate (--lr), or all linear layers (--targets all).</source>
        <translation>Das Modell lernt {name} nicht einmal auswendig (der Verlust ging von {first} auf {last}), es wurde daher nichts begonnen; eine andere Lernrate (--lr) oder alle linearen Schichten (--targets all) wählen.</translation>
    </message>
    <message>
        <source>The model engine</source>
        <translation>Die Modell-Engine</translation>
    </message>
    <message>
        <source>The server engine was not added: add it first (eyebox models engine add --server).</source>
        <translation>Die Server-Engine ist nicht hinzugefügt: zuerst hinzufügen (eyebox models engine add --server).</translation>
    </message>
    <message>
        <source>The shortcuts could not be written to {file}: {reason}.</source>
        <translation>Die Tastenkürzel ließen sich nicht in {file} schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The weights in {folder} are quantized or pickled; only plain safetensors are converted.</source>
        <translation>Die Gewichte in {folder} sind quantisiert oder in Pickle; nur reine safetensors werden umgewandelt.</translation>
    </message>
    <message>
        <source>There is nothing to learn from. Conversations left out: {count:,}; the first: {reason}</source>
        <translation>Es gibt nichts zu lernen. Ausgelassene Gespräche: {count:,}; das erste: {reason}</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>Annotation {number}</translation>
    </message>
    <message>
        <source>category {number}</source>
        <translation>Kategorie {number}</translation>
    </message>
    <message>
        <source>fields of {format} alone</source>
        <translation>Felder, die nur {format} hat</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>shape {number}</source>
        <translation>Form {number}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>the {key} of annotation {number}</source>
        <translation>{key} von Annotation {number}</translation>
    </message>
    <message>
        <source>the {key} of category {number}</source>
        <translation>{key} von Kategorie {number}</translation>
    </message>
    <message>
        <source>the {key} of image {number}</source>
        <translation>{key} von Bild {number}</translation>
    </message>
    <message>
        <source>the {key} of shape {number}</source>
        <translation>{key} von Form {number}</translation>
    </message>
    <message>
        <source>{config} in {folder} has no usable lora_alpha; save the adapter again.</source>
        <translation>{config} in {folder} hat kein brauchbares lora_alpha; den Adapter erneut speichern.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Free some space.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}. Platz schaffen.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{file} is damaged: its header gives nonsense for the tensor &quot;{tensor}&quot;; fetch it again.</source>
        <translation>{file} ist beschädigt: Der Kopf enthält Unsinn für den Tensor „{tensor}“; erneut holen.</translation>
    </message>
    <message>
        <source>{file} is no file of shortcuts. Choose one that Eyebox exported.</source>
        <translation>{file} ist keine Datei mit Tastenkürzeln. Eine wählen, die Eyebox exportiert hat.</translation>
    </message>
    <message>
        <source>{folder} has an original layout, which can&apos;t be quantized: choose the model in the layout of transformers, which “eyebox models convert” writes for families that can be; or load this one with the precision Int4.</source>
        <translation>{folder} hat einen Original-Aufbau, der sich nicht quantisieren lässt: das Modell im Aufbau von transformers wählen, den „eyebox models convert“ für geeignete Familien schreibt; oder dieses mit der Genauigkeit Int4 laden.</translation>
    </message>
    <message>
        <source>{folder} has norms in its vision tower that a converted model can&apos;t have; use it as it is.</source>
        <translation>{folder} hat Normen im Vision-Teil, die ein umgewandeltes Modell nicht haben kann; unverändert verwenden.</translation>
    </message>
    <message>
        <source>{folder} holds no wheel of {package} for this machine: download {package} and the others into it, or choose another folder.</source>
        <translation>{folder} enthält kein Wheel von {package} für diesen Rechner: {package} und die anderen dorthin herunterladen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} shows no small whole picture beside its tiles, which a converted model can&apos;t do; use it as it is.</source>
        <translation>{folder} zeigt neben den Kacheln kein kleines Gesamtbild, was ein umgewandeltes Modell nicht kann; unverändert verwenden.</translation>
    </message>
    <message>
        <source>{host} gave something else than an answer: look at its address, which usually ends with /v1.</source>
        <translation>{host} gab etwas anderes als eine Antwort: die Adresse prüfen, die meist auf /v1 endet.</translation>
    </message>
    <message>
        <source>{host} has a problem (status {status}): try again later.</source>
        <translation>{host} hat ein Problem (Status {status}): später erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} has no model.</source>
        <translation>{host} hat kein Modell.</translation>
    </message>
    <message>
        <source>{host} is busy or has an error ({status}): try again later.</source>
        <translation>{host} ist ausgelastet oder hat einen Fehler ({status}): später erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} refuses the connection: check the network, the address and the proxy.</source>
        <translation>{host} verweigert die Verbindung: Netzwerk, Adresse und Proxy prüfen.</translation>
    </message>
    <message>
        <source>{host} refuses the request ({status}): look at its address, its key and the model&apos;s name.</source>
        <translation>{host} lehnt die Anfrage ab ({status}): Adresse, Schlüssel und Modellnamen prüfen.</translation>
    </message>
    <message>
        <source>{host} says: {reason}</source>
        <translation>{host} sagt: {reason}</translation>
    </message>
    <message>
        <source>{host} sends requests on to another address, which is not followed: give that address.</source>
        <translation>{host} leitet Anfragen an eine andere Adresse weiter, der nicht gefolgt wird: diese Adresse angeben.</translation>
    </message>
    <message>
        <source>{host} sent another part of {file} than it was asked for: try another mirror.</source>
        <translation>{host} sendete einen anderen Teil von {file} als verlangt: einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{host} was not found: check the network connection, the address and the proxy.</source>
        <translation>{host} wurde nicht gefunden: Netzwerkverbindung, Adresse und Proxy prüfen.</translation>
    </message>
    <message>
        <source>{index} is damaged: it does not say where the weights are; fetch it again.</source>
        <translation>{index} ist beschädigt: Es steht nicht darin, wo die Gewichte sind; erneut holen.</translation>
    </message>
    <message>
        <source>{index} is wrong: &quot;{tensor}&quot; is not in {file} ({where}); fetch index and weights again.</source>
        <translation>{index} ist falsch: „{tensor}“ ist nicht in {file} ({where}); Index und Gewichte erneut holen.</translation>
    </message>
    <message>
        <source>{index} is wrong: it leaves out &quot;{tensor}&quot;; fetch index and weights again.</source>
        <translation>{index} ist falsch: „{tensor}“ ist ausgelassen; Index und Gewichte erneut holen.</translation>
    </message>
    <message>
        <source>{index} names a file outside of the folder ({file}); fetch the model again.</source>
        <translation>{index} nennt eine Datei außerhalb des Ordners ({file}); Modell erneut holen.</translation>
    </message>
    <message>
        <source>{keys} belongs to another program, or to the desktop: choose other keys, or free it there.</source>
        <translation>{keys} gehört einem anderen Programm oder dem Desktop: andere Tasten wählen oder sie dort freigeben.</translation>
    </message>
    <message>
        <source>{layer} has another size</source>
        <translation>{layer} hat eine andere Größe</translation>
    </message>
    <message>
        <source>{layer} has other sizes</source>
        <translation>{layer} hat andere Größen</translation>
    </message>
    <message>
        <source>{layer} is no linear layer in this one</source>
        <translation>{layer} ist hier keine lineare Schicht</translation>
    </message>
    <message>
        <source>{model} has no layers that could be quantized; choose bf16 or fp32.</source>
        <translation>{model} hat keine Schichten, die quantisiert werden könnten; bf16 oder fp32 wählen.</translation>
    </message>
    <message>
        <source>{name} belongs to another version of Eyebox; install Eyebox again.</source>
        <translation>{name} gehört zu einer anderen Version von Eyebox; Eyebox erneut installieren.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read as a review: {reason}; choose a file that Eyebox has written.</source>
        <translation>{name} ist nicht als Prüfung lesbar: {reason}; eine Datei wählen, die Eyebox geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read or written: check the disk that it lies on.</source>
        <translation>{name} ist nicht les- oder schreibbar: die Festplatte prüfen, auf der es liegt.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>{name} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: check that it is there and may be read.</source>
        <translation>{name} ist nicht lesbar: prüfen, ob es da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be taught; choose a model in a folder.</source>
        <translation>{name} lässt sich nicht trainieren; ein Modell in einem Ordner wählen.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{name} changes its size: choose frames of one size.</source>
        <translation>{name} ändert seine Größe: Bilder gleicher Größe wählen.</translation>
    </message>
    <message>
        <source>{name} could not be started: {reason}.</source>
        <translation>{name} ließ sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <source>{name} ended unexpectedly ({how}); try again.</source>
        <translation>{name} endete unerwartet ({how}); erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} gave an answer that was not understood.</source>
        <translation>{name} gab eine Antwort, die nicht verstanden wurde.</translation>
    </message>
    <message>
        <source>{name} has no revision &quot;{revision}&quot; on {host}: leave it out, or check it.</source>
        <translation>{name} hat auf {host} keine Revision „{revision}“: weglassen oder prüfen.</translation>
    </message>
    <message>
        <source>{name} has no weights that Eyebox reads (safetensors): choose another model.</source>
        <translation>{name} hat keine Gewichte, die Eyebox liest (safetensors): ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{name} holds no names of labels.</source>
        <translation>{name} enthält keine Namen von Labels.</translation>
    </message>
    <message>
        <source>{name} holds no weights; fetch it again.</source>
        <translation>{name} enthält keine Gewichte; erneut holen.</translation>
    </message>
    <message>
        <source>{name} holds over {most:,} values: split it into several files.</source>
        <translation>{name} enthält über {most:,} Werte: in mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>{name} in {precision} needs {needed}, and {place} has {free} free. {advice}</source>
        <translation>{name} in {precision} braucht {needed}, und {place} hat {free} frei. {advice}</translation>
    </message>
    <message>
        <source>{name} is a file, where a folder is needed: choose another name.</source>
        <translation>{name} ist eine Datei, wo ein Ordner gebraucht wird: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{name} is a folder: choose another name.</source>
        <translation>{name} ist ein Ordner: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{name} is a link that cannot be followed: {reason}.</source>
        <translation>{name} ist ein Link, dem nicht gefolgt werden kann: {reason}.</translation>
    </message>
    <message>
        <source>{name} is a link that leads out of the cache of this model; fetch it again.</source>
        <translation>{name} ist ein Link, der aus dem Cache dieses Modells hinausführt; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is a link to a file that is not there; fetch it again.</source>
        <translation>{name} ist ein Link auf eine Datei, die nicht da ist; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is a link to something that is no file; fetch it again.</source>
        <translation>{name} ist ein Link auf etwas, das keine Datei ist; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is a pipe or a device and no file; remove it and fetch the model again.</source>
        <translation>{name} ist eine Pipe oder ein Gerät und keine Datei; entfernen und Modell erneut holen.</translation>
    </message>
    <message>
        <source>{name} is being downloaded already, by another window or command: wait for that one.</source>
        <translation>{name} wird bereits von einem anderen Fenster oder Befehl heruntergeladen: darauf warten.</translation>
    </message>
    <message>
        <source>{name} is cut short or damaged; fetch it again.</source>
        <translation>{name} ist abgeschnitten oder beschädigt; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is cut short within its header; fetch it again.</source>
        <translation>{name} ist im Kopf abgeschnitten; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is cut short: it has only {size} bytes; fetch it again.</source>
        <translation>{name} ist abgeschnitten und hat nur {size} Bytes; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is cut short: {bytes:,} bytes are missing at its end; fetch it again.</source>
        <translation>{name} ist abgeschnitten: Am Ende fehlen {bytes:,} Bytes; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: it does not begin as a safetensors file; fetch it again.</source>
        <translation>{name} ist beschädigt: Es beginnt nicht wie eine safetensors-Datei; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: it holds no JSON object; fetch it again.</source>
        <translation>{name} ist beschädigt: Es enthält kein JSON-Objekt; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: it is no JSON; fetch it again.</source>
        <translation>{name} ist beschädigt: Es ist kein JSON; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: its header cannot be read; fetch it again.</source>
        <translation>{name} ist beschädigt: Der Kopf ist nicht lesbar; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: its header is no table of tensors; fetch it again.</source>
        <translation>{name} ist beschädigt: Der Kopf ist keine Tabelle von Tensoren; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: its tensors overlap or leave gaps; fetch it again.</source>
        <translation>{name} ist beschädigt: Tensoren überlappen sich oder lassen Lücken; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is damaged: {bytes:,} bytes at its end belong to no tensor; fetch it again.</source>
        <translation>{name} ist beschädigt: {bytes:,} Bytes am Ende gehören zu keinem Tensor; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is far too large to be a config; fetch it again.</source>
        <translation>{name} ist viel zu groß für eine Konfiguration; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is far too large to belong to a model; fetch it again.</source>
        <translation>{name} ist viel zu groß, um zu einem Modell zu gehören; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB: split it into several files.</source>
        <translation>{name} ist größer als {megabytes}&#xa0;MB: in mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>{name} is missing; fetch it again.</source>
        <translation>{name} fehlt; erneut holen.</translation>
    </message>
    <message>
        <source>{name} is no batch that this Eyebox knows; it was left as it is.</source>
        <translation>{name} ist kein Stapel, den dieses Eyebox kennt; die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>{name} is no job file of Eyebox.</source>
        <translation>{name} ist keine Auftragsdatei von Eyebox.</translation>
    </message>
    <message>
        <source>{name} is no regular file: choose a file of boxes.</source>
        <translation>{name} ist keine reguläre Datei: eine Rahmendatei wählen.</translation>
    </message>
    <message>
        <source>{name} is not a sound JSON file: save it anew and try again.</source>
        <translation>{name} ist keine gültige JSON-Datei: neu speichern und erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} is not as large any more as when it was read: read it again.</source>
        <translation>{name} ist nicht mehr so groß wie beim Lesen: erneut lesen.</translation>
    </message>
    <message>
        <source>{name} is not whole, so it is not packed: download it to its end first.</source>
        <translation>{name} ist unvollständig und wird nicht gepackt: zuerst ganz herunterladen.</translation>
    </message>
    <message>
        <source>{name} is only a pointer to a large file that was not fetched: run git lfs pull in the folder.</source>
        <translation>{name} ist nur ein Verweis auf eine große Datei, die nicht geholt wurde: im Ordner git lfs pull ausführen.</translation>
    </message>
    <message>
        <source>{name} is only given to those who accepted its licence: accept it on {endpoint}/{name}, make a token there and set HF_TOKEN.</source>
        <translation>{name} erhält nur, wer die Lizenz angenommen hat: auf {endpoint}/{name} annehmen, dort ein Token erstellen und HF_TOKEN setzen.</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download it again.</source>
        <translation>{name} ist nur halb hier ({reason}): erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} is only half here ({reason}): download {name} again to go on.</source>
        <translation>{name} ist nur halb hier ({reason}): zum Fortsetzen {name} erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} may not be written: choose another folder or ask for the right to write there.</source>
        <translation>{name} darf nicht geschrieben werden: einen anderen Ordner wählen oder das Schreibrecht dafür einholen.</translation>
    </message>
    <message>
        <source>{name} needs {needed} more and {free} are free on the disk of {folder}: free {missing_space} first.</source>
        <translation>{name} braucht noch {needed}, frei sind {free} auf der Festplatte von {folder}: zuerst {missing_space} frei machen.</translation>
    </message>
    <message>
        <source>{name} only goes on with a text and has no place for a system prompt: leave it out, or put it into the question.</source>
        <translation>{name} setzt nur einen Text fort und hat keinen Platz für einen System-Prompt: weglassen oder in die Frage schreiben.</translation>
    </message>
    <message>
        <source>{name} was not written ({reason}): choose another place and try again.</source>
        <translation>{name} wurde nicht geschrieben ({reason}): einen anderen Ort wählen und erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} was not written because its folder does not exist: choose another folder.</source>
        <translation>{name} wurde nicht geschrieben, weil der Ordner nicht existiert: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Eyebox: update Eyebox.</source>
        <translation>{name} wurde von einem neueren Eyebox geschrieben: Eyebox aktualisieren.</translation>
    </message>
    <message>
        <source>{needs}; close other programs, or make it smaller.</source>
        <translation>{needs}; andere Programme schließen oder die Datei verkleinern.</translation>
    </message>
    <message>
        <source>{needs}; make it smaller, or save it as PNG or JPEG.</source>
        <translation>{needs}; die Datei verkleinern oder als PNG oder JPEG speichern.</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, cannot run here any more.</source>
        <translation>{now} wurde gewählt, weil das früher gewählte {before} hier nicht mehr laufen kann.</translation>
    </message>
    <message>
        <source>{now} was chosen because {before}, which was chosen before, does not fit into the memory any more.</source>
        <translation>{now} wurde gewählt, weil das früher gewählte {before} nicht mehr in den Speicher passt.</translation>
    </message>
    <message>
        <source>{packages} and {last} are not installed: {install}</source>
        <translation>{packages} und {last} sind nicht installiert: {install}</translation>
    </message>
    <message>
        <source>{package} is not installed: {install}</source>
        <translation>{package} ist nicht installiert: {install}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as {format}: {reason}; correct the file or choose another.</source>
        <translation>{path} ist nicht als {format} lesbar: {reason}; die Datei korrigieren oder eine andere wählen.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be renamed: check the permissions of its folder.</source>
        <translation>{path} lässt sich nicht umbenennen: Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>{path} cannot be opened, {folder} cannot be written to ({reason}); check that folder.</source>
        <translation>{path} lässt sich nicht öffnen, in {folder} lässt sich nicht schreiben ({reason}); diesen Ordner prüfen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); copy it to another place and try again.</source>
        <translation>{path} ist nicht lesbar ({reason}); an einen anderen Ort kopieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); fetch it again.</source>
        <translation>{path} ist nicht lesbar ({reason}); erneut holen.</translation>
    </message>
    <message>
        <source>{path} cannot be read; fetch it again.</source>
        <translation>{path} ist nicht lesbar; erneut holen.</translation>
    </message>
    <message>
        <source>{path} changed while it was packed: pack it again.</source>
        <translation>{path} änderte sich beim Packen: erneut packen.</translation>
    </message>
    <message>
        <source>{path} could not be removed: close what uses the model engine, or take the right to delete it.</source>
        <translation>{path} ließ sich nicht entfernen: schließen, was die Modell-Engine verwendet, oder das Recht zum Löschen einholen.</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): check the disk and ask for the download again.</source>
        <translation>{path} ließ sich nicht schreiben ({reason}): Festplatte prüfen und den Download erneut verlangen.</translation>
    </message>
    <message>
        <source>{path} does not exist; check its name, or whether it was moved.</source>
        <translation>{path} existiert nicht; Namen prüfen und ob die Datei verschoben wurde.</translation>
    </message>
    <message>
        <source>{path} has changed while it was being looked at; ask again.</source>
        <translation>{path} hat sich beim Ansehen geändert; erneut fragen.</translation>
    </message>
    <message>
        <source>{path} has no frame at {seconds} s; it ends at {end} s.</source>
        <translation>{path} hat bei {seconds}&#xa0;s kein Bild; es endet bei {end}&#xa0;s.</translation>
    </message>
    <message>
        <source>{path} has no frames that can be decoded; save it in another program as MP4 (H.264) first.</source>
        <translation>{path} hat keine Bilder, die sich dekodieren lassen; zuerst in einem anderen Programm als MP4 (H.264) speichern.</translation>
    </message>
    <message>
        <source>{path} has no page {page:,}; it has {count:,}.</source>
        <translation>{path} hat keine Seite {page:,}; es hat {count:,}.</translation>
    </message>
    <message>
        <source>{path} has no pages.</source>
        <translation>{path} hat keine Seiten.</translation>
    </message>
    <message>
        <source>{path} has {channels:,} channels of colour; save it as a picture in RGB first.</source>
        <translation>{path} hat {channels:,} Farbkanäle; zuerst als RGB-Bild speichern.</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened.</source>
        <translation>{path} enthält mehr als Zahlen und wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>{path} holds more than numbers and is not opened; save the adapter as safetensors.</source>
        <translation>{path} enthält mehr als Zahlen und wird nicht geöffnet; den Adapter als safetensors speichern.</translation>
    </message>
    <message>
        <source>{path} holds no video that can be opened: it is cut off, damaged, or sound alone.</source>
        <translation>{path} enthält kein Video, das sich öffnen lässt: Die Datei ist abgeschnitten, beschädigt oder enthält nur Ton.</translation>
    </message>
    <message>
        <source>{path} holds no weights of an adapter; save it as safetensors.</source>
        <translation>{path} enthält keine Gewichte eines Adapters; als safetensors speichern.</translation>
    </message>
    <message>
        <source>{path} in {file} is damaged (its checksum is another one): fetch it again.</source>
        <translation>{path} in {file} ist beschädigt (die Prüfsumme ist eine andere): erneut holen.</translation>
    </message>
    <message>
        <source>{path} is a HEIC picture, which cannot be opened here; save it as JPEG or PNG first.</source>
        <translation>{path} ist ein HEIC-Bild, das sich hier nicht öffnen lässt; zuerst als JPEG oder PNG speichern.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the pictures inside it.</source>
        <translation>{path} ist ein Ordner; die Bilder darin wählen.</translation>
    </message>
    <message>
        <source>{path} is cut or broken; fetch it again.</source>
        <translation>{path} ist abgeschnitten oder defekt; erneut holen.</translation>
    </message>
    <message>
        <source>{path} is damaged or cut off; get the file again from its source.</source>
        <translation>{path} ist beschädigt oder abgeschnitten; die Datei erneut aus der Quelle holen.</translation>
    </message>
    <message>
        <source>{path} is damaged or no tokenizer; fetch it again.</source>
        <translation>{path} ist beschädigt oder kein Tokenizer; erneut holen.</translation>
    </message>
    <message>
        <source>{path} is damaged: it is no list of tokens; fetch it again.</source>
        <translation>{path} ist beschädigt: Es ist keine Tokenliste; erneut holen.</translation>
    </message>
    <message>
        <source>{path} is damaged; fetch it again.</source>
        <translation>{path} ist beschädigt; erneut holen.</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} ist leer; erneut aus der Quelle kopieren.</translation>
    </message>
    <message>
        <source>{path} is encrypted in a way that is not known here; save it without protection first.</source>
        <translation>{path} ist auf eine hier unbekannte Art verschlüsselt; zuerst ohne Schutz speichern.</translation>
    </message>
    <message>
        <source>{path} is no BPE tokenizer, and no other kind is read; choose another model.</source>
        <translation>{path} ist kein BPE-Tokenizer, und keine andere Art wird gelesen; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{path} is no model folder: it has no config.json; choose the folder with that file.</source>
        <translation>{path} ist kein Modellordner: Es gibt keine config.json; den Ordner mit dieser Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is no name for a file: choose another one.</source>
        <translation>{path} ist kein Name für eine Datei: einen anderen wählen.</translation>
    </message>
    <message>
        <source>{path} is not a file; choose a picture file.</source>
        <translation>{path} ist keine Datei; eine Bilddatei wählen.</translation>
    </message>
    <message>
        <source>{path} is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.</source>
        <translation>{path} ist kein Bild, das sich öffnen lässt; als PNG, JPEG, WebP, TIFF, GIF oder BMP speichern.</translation>
    </message>
    <message>
        <source>{path} is not a session file of Eyebox and was left as it is: choose another one.</source>
        <translation>{path} ist keine Sitzungsdatei von Eyebox und blieb, wie sie war: eine andere wählen.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be opened; save it as MP4, WebM, MKV, MOV or AVI.</source>
        <translation>{path} ist kein Video, das sich öffnen lässt; als MP4, WebM, MKV, MOV oder AVI speichern.</translation>
    </message>
    <message>
        <source>{path} is not a video, so it has no frames.</source>
        <translation>{path} ist kein Video und hat keine Einzelbilder.</translation>
    </message>
    <message>
        <source>{path} is protected by a password; its pages open with it.</source>
        <translation>{path} ist durch ein Passwort geschützt; damit öffnen sich die Seiten.</translation>
    </message>
    <message>
        <source>{path} is too large, {width:,} × {height:,} pixels; make it smaller, up to {millions} million pixels and {side:,} a side.</source>
        <translation>{path} ist zu groß, {width:,} × {height:,} Pixel; auf höchstens {millions} Millionen Pixel und {side:,} pro Seite verkleinern.</translation>
    </message>
    <message>
        <source>{path} may not be written: choose another folder, or ask for the right to write there.</source>
        <translation>{path} darf nicht geschrieben werden: einen anderen Ordner wählen oder das Schreibrecht dafür einholen.</translation>
    </message>
    <message>
        <source>{path} needs {needed} GB of memory to be opened, and {free} GB are free for it</source>
        <translation>{path} braucht {needed}&#xa0;GB Speicher zum Öffnen, frei sind {free}&#xa0;GB</translation>
    </message>
    <message>
        <source>{path} takes too long to be drawn; save it as a picture in another program first.</source>
        <translation>{path} zu zeichnen dauert zu lange; zuerst in einem anderen Programm als Bild speichern.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Eyebox (format {version}, this one knows {newest}): update Eyebox; the file was left as it is.</source>
        <translation>{path} wurde von einem neueren Eyebox geschrieben (Format {version}, dieses kennt {newest}): Eyebox aktualisieren; die Datei blieb, wie sie war.</translation>
    </message>
    <message>
        <source>{place} belongs to somebody else; remove it first.</source>
        <translation>{place} gehört jemand anderem; zuerst entfernen.</translation>
    </message>
    <message>
        <source>{place} could not be written ({reason}).</source>
        <translation>{place} ließ sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>{place} has appeared meanwhile and is not overwritten; choose another name.</source>
        <translation>{place} ist inzwischen entstanden und wird nicht überschrieben; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{place} is being written by another window or command.</source>
        <translation>{place} wird gerade von einem anderen Fenster oder Befehl geschrieben.</translation>
    </message>
    <message>
        <source>{place} is there already and is not overwritten; choose another name.</source>
        <translation>{place} ist bereits vorhanden und wird nicht überschrieben; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{precision} answered {times} times as fast on this machine and can be chosen.</source>
        <translation>{precision} antwortete auf diesem Rechner {times}-mal so schnell und kann gewählt werden.</translation>
    </message>
    <message>
        <source>{precision} needs a CUDA card or the CPU; choose bf16, or --device cpu.</source>
        <translation>{precision} braucht eine CUDA-Karte oder die CPU; bf16 oder --device cpu wählen.</translation>
    </message>
    <message>
        <source>{precision} was chosen because {first} does not fit into the memory.</source>
        <translation>{precision} wurde gewählt, weil {first} nicht in den Speicher passt.</translation>
    </message>
    <message>
        <source>{program} could not be started ({reason}): add the model engine again.</source>
        <translation>{program} ließ sich nicht starten ({reason}): Modell-Engine erneut hinzufügen.</translation>
    </message>
    <message>
        <source>{reason} What came is kept; the same download goes on from there.</source>
        <translation>{reason} Das Heruntergeladene bleibt; derselbe Download geht von dort weiter.</translation>
    </message>
    <message>
        <source>{shard} is of a checkpoint that was saved in ranks; save it as model.safetensors.</source>
        <translation>{shard} gehört zu einem nach Rängen gespeicherten Checkpoint; als model.safetensors speichern.</translation>
    </message>
    <message>
        <source>{target} cannot be written because its folder does not exist.</source>
        <translation>{target} lässt sich nicht schreiben, weil der Ordner nicht existiert.</translation>
    </message>
    <message>
        <source>{target} is no folder: results go into a folder, or a file that ends with {endings}.</source>
        <translation>{target} ist kein Ordner: Ergebnisse kommen in einen Ordner oder eine Datei mit der Endung {endings}.</translation>
    </message>
    <message>
        <source>{title} can only be evaluated as {task}: choose that, or leave the choice to the file.</source>
        <translation>{title} lässt sich nur als {task} evaluieren: das wählen oder die Wahl der Datei überlassen.</translation>
    </message>
    <message>
        <source>{what} does not have four numbers</source>
        <translation>{what} hat keine vier Zahlen</translation>
    </message>
    <message>
        <source>{what} has a box that can&apos;t be read</source>
        <translation>{what} hat einen nicht lesbaren Rahmen</translation>
    </message>
    <message>
        <source>{what} has a negative size</source>
        <translation>{what} hat eine negative Größe</translation>
    </message>
    <message>
        <source>{what} has a verdict on no box</source>
        <translation>{what} hat ein Urteil über keinen Rahmen</translation>
    </message>
    <message>
        <source>{what} has half a point</source>
        <translation>{what} hat einen halben Punkt</translation>
    </message>
    <message>
        <source>{what} has no points</source>
        <translation>{what} hat keine Punkte</translation>
    </message>
    <message>
        <source>{what} has no tab</source>
        <translation>{what} hat keinen Tabulator</translation>
    </message>
    <message>
        <source>{what} has over {most:,} entries</source>
        <translation>{what} hat über {most:,} Einträge</translation>
    </message>
    <message>
        <source>{what} has the verdict {verdict}, which is none</source>
        <translation>{what} hat das Urteil {verdict}, das es nicht gibt</translation>
    </message>
    <message>
        <source>{what} holds a number that is too large</source>
        <translation>{what} enthält eine zu große Zahl</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>{what} fehlt</translation>
    </message>
    <message>
        <source>{what} is nested too deep</source>
        <translation>{what} ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>{what} is not a list</source>
        <translation>{what} ist keine Liste</translation>
    </message>
    <message>
        <source>{what} is not a point</source>
        <translation>{what} ist kein Punkt</translation>
    </message>
    <message>
        <source>{what} is not a size</source>
        <translation>{what} ist keine Größe</translation>
    </message>
    <message>
        <source>{what} is not a text</source>
        <translation>{what} ist kein Text</translation>
    </message>
    <message>
        <source>{what} is not a usable number</source>
        <translation>{what} ist keine brauchbare Zahl</translation>
    </message>
    <message>
        <source>{what} is not an object</source>
        <translation>{what} ist kein Objekt</translation>
    </message>
    <message>
        <source>{what} is not between 0 and 1</source>
        <translation>{what} ist nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <source>{what} is not on {host} (status {status}): check the name, or try another mirror.</source>
        <translation>{what} ist nicht auf {host} (Status {status}): Namen prüfen oder einen anderen Spiegelserver versuchen.</translation>
    </message>
    <message>
        <source>{what} is not sound JSON</source>
        <translation>{what} ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>{what} needs the package {package}: {install}</source>
        <translation>{what} braucht das Paket {package}: {install}</translation>
    </message>
    <message>
        <source>{what} refers to parts of itself</source>
        <translation>{what} verweist auf Teile von sich selbst</translation>
    </message>
    <message>
        <source>{what}: {count:,}</source>
        <translation>{what}: {count:,}</translation>
    </message>
    <message>
        <source>{wheel} is damaged, or no wheel of uv: fetch it again.</source>
        <translation>{wheel} ist beschädigt oder kein Wheel von uv: erneut holen.</translation>
    </message>
    <message>
        <source>{wheel} is damaged: fetch it again.</source>
        <translation>{wheel} ist beschädigt: erneut holen.</translation>
    </message>
    <message>
        <source>{where} has a part that is neither of type &quot;text&quot;, with a text, nor &quot;image&quot;, with a path, nor &quot;video&quot;, with a path and times.</source>
        <translation>{where} hat einen Teil, der weder „text“ mit einem Text noch „image“ mit einem Pfad noch „video“ mit Pfad und Zeiten ist.</translation>
    </message>
    <message>
        <source>{where} has to be an object with the role &quot;system&quot;, &quot;user&quot; or &quot;assistant&quot;.</source>
        <translation>{where} muss ein Objekt mit der Rolle „system“, „user“ oder „assistant“ sein.</translation>
    </message>
    <message>
        <source>{where} needs &quot;content&quot;: a text, or a list of texts and images.</source>
        <translation>{where} braucht „content“: einen Text oder eine Liste von Texten und Bildern.</translation>
    </message>
    <message>
        <source>{why} The model answers from what it sees at once.</source>
        <translation>{why} Das Modell antwortet nach dem, was es auf den ersten Blick sieht.</translation>
    </message>
    <message>
        <source>A good first choice: boxes, reading in many languages, small enough for a processor without a graphics card.</source>
        <translation>Eine gute erste Wahl: Rahmen, Lesen in vielen Sprachen, klein genug für einen Prozessor ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Documents, forms and tables, with boxes as JSON. Not for commercial use.</source>
        <translation>Dokumente, Formulare und Tabellen, mit Rahmen als JSON. Nicht für kommerzielle Nutzung.</translation>
    </message>
    <message>
        <source>Key information from forms and invoices, with boxes as JSON.</source>
        <translation>Wichtige Angaben aus Formularen und Rechnungen, mit Rahmen als JSON.</translation>
    </message>
    <message>
        <source>MIT, with the Qwen licence for its language model</source>
        <translation>MIT, mit der Qwen-Lizenz für das Sprachmodell</translation>
    </message>
    <message>
        <source>Quantized by its makers: a small download and little memory. Needs the extra gptq.</source>
        <translation>Vom Hersteller quantisiert: kleiner Download und wenig Speicher. Braucht das Extra gptq.</translation>
    </message>
    <message>
        <source>Qwen Research License</source>
        <translation>Qwen Research License</translation>
    </message>
    <message>
        <source>Reasoning about charts, documents and several pictures at once.</source>
        <translation>Schlussfolgern über Diagramme, Dokumente und mehrere Bilder zugleich.</translation>
    </message>
    <message>
        <source>Small and well tried: questions about pictures, text in them, boxes.</source>
        <translation>Klein und bewährt: Fragen zu Bildern, Text darin, Rahmen.</translation>
    </message>
    <message>
        <source>Small, good at documents and charts; pictures go in as tiles.</source>
        <translation>Klein, gut bei Dokumenten und Diagrammen; Bilder gehen als Kacheln hinein.</translation>
    </message>
    <message>
        <source>Strong at documents, charts and comparing pictures.</source>
        <translation>Stark bei Dokumenten, Diagrammen und Bildvergleichen.</translation>
    </message>
    <message>
        <source>The best balance: precise boxes, long documents, handwriting, for graphics cards of 8 to 12 GB.</source>
        <translation>Die beste Balance: genaue Rahmen, lange Dokumente, Handschrift, für Grafikkarten mit 8 bis 12&#xa0;GB.</translation>
    </message>
    <message>
        <source>The most capable of the list: boxes, small text, long documents; for 16 GB and more.</source>
        <translation>Das fähigste der Liste: Rahmen, kleiner Text, lange Dokumente; für 16&#xa0;GB und mehr.</translation>
    </message>
    <message>
        <source>The smallest: short answers about simple pictures, on almost any machine.</source>
        <translation>Das kleinste: kurze Antworten zu einfachen Bildern, auf fast jedem Rechner.</translation>
    </message>
    <message>
        <source>Well tried in its size: details, dense text, boxes.</source>
        <translation>Bewährt in seiner Größe: Details, dichter Text, Rahmen.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>FailureNotice</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>FiguresController</name>
    <message>
        <source>Markdown (%1)</source>
        <translation>Markdown (%1)</translation>
    </message>
    <message>
        <source>Table for Excel (%2)</source>
        <translation>Tabelle für Excel (%2)</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>Als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Label suchen</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Screen capture</source>
        <translation>Bildschirmaufnahme</translation>
    </message>
    <message>
        <source>Files of boxes</source>
        <translation>Rahmendateien</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>Rahmen importieren</translation>
    </message>
    <message>
        <source>Import the boxes of a folder</source>
        <translation>Rahmen eines Ordners importieren</translation>
    </message>
    <message>
        <source>The picture is still being opened; export it again in a moment.</source>
        <translation>Das Bild wird noch geöffnet; gleich noch einmal exportieren.</translation>
    </message>
    <message>
        <source>No picture of this session has been reviewed to its end yet: review its boxes first.</source>
        <translation>Noch kein Bild dieser Sitzung wurde zu Ende geprüft: zuerst seine Rahmen prüfen.</translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation>Ordner für die Dateien wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in this folder already.</source>
        <translation>
            <numerusform>%n Datei dieses Namens ist bereits in diesem Ordner.</numerusform>
            <numerusform>%n Dateien dieser Namen sind bereits in diesem Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep them, write the others</source>
        <translation>Behalten, nur die anderen schreiben</translation>
    </message>
</context>
<context>
    <name>FileNotices</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n Datei in %1 geschrieben.</numerusform>
            <numerusform>%n Dateien in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n training sample(s) written to %1.</source>
        <translation>
            <numerusform>%n Trainingsbeispiel in %1 geschrieben.</numerusform>
            <numerusform>%n Trainingsbeispiele in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preference pair(s) beside it.</source>
        <translation>
            <numerusform>%n Präferenzpaar daneben.</numerusform>
            <numerusform>%n Präferenzpaare daneben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) read back, at most %1 px from where you left them.</source>
        <translation>
            <numerusform>%n Rahmen zurückgelesen, höchstens %1&#xa0;px verschoben.</numerusform>
            <numerusform>%n Rahmen zurückgelesen, höchstens %1&#xa0;px verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1.</source>
        <translation>Hinweis: %1.</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Alles ist wieder gespeichert.</translation>
    </message>
    <message>
        <source>Something could not be saved. It is kept in %1.</source>
        <translation>Etwas konnte nicht gespeichert werden. Es ist in %1 aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Drop JSON or JSONL files here</source>
        <translation>JSON- oder JSONL-Dateien hier ablegen</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pictures of the session</source>
        <translation>Bilder der Sitzung</translation>
    </message>
    <message>
        <source>Pictures you open line up here.</source>
        <translation>Hier reihen sich Bilder auf.</translation>
    </message>
    <message>
        <source>Remove from the session</source>
        <translation>Aus der Sitzung entfernen</translation>
    </message>
</context>
<context>
    <name>FilmstripModel</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>die Datei fehlt</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Find text in the picture</source>
        <translation>Text im Bild suchen</translation>
    </message>
    <message>
        <source>Number of the hit</source>
        <translation>Nummer des Treffers</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Black out all hits</source>
        <translation>Alle Treffer schwärzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>keine Treffer</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>COCO boxes</source>
        <translation>COCO-Rahmen</translation>
    </message>
    <message>
        <source>CVAT for images</source>
        <translation>CVAT für Bilder</translation>
    </message>
    <message>
        <source>Read text with its places (hOCR)</source>
        <translation>Gelesener Text mit Positionen (hOCR)</translation>
    </message>
    <message>
        <source>InternVL training data (JSONL)</source>
        <translation>InternVL-Trainingsdaten (JSONL)</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label-Studio-Aufgaben</translation>
    </message>
    <message>
        <source>labelme boxes</source>
        <translation>labelme-Rahmen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Searchable PDF</source>
        <translation>Durchsuchbares PDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>PP-OCR labels</source>
        <translation>PP-OCR-Labels</translation>
    </message>
    <message>
        <source>Qwen-VL training data (JSON)</source>
        <translation>Qwen-VL-Trainingsdaten (JSON)</translation>
    </message>
    <message>
        <source>JSON with text, boxes and chats</source>
        <translation>JSON mit Text, Rahmen und Chats</translation>
    </message>
    <message>
        <source>ms-swift training data (JSONL)</source>
        <translation>ms-swift-Trainingsdaten (JSONL)</translation>
    </message>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation>Tabelle für Excel (CSV)</translation>
    </message>
    <message>
        <source>Table of the read lines (TSV)</source>
        <translation>Tabelle der gelesenen Zeilen (TSV)</translation>
    </message>
    <message>
        <source>Workbook of tables (XLSX)</source>
        <translation>Arbeitsmappe mit Tabellen (XLSX)</translation>
    </message>
    <message>
        <source>Pascal VOC boxes</source>
        <translation>Pascal-VOC-Rahmen</translation>
    </message>
    <message>
        <source>X-AnyLabeling boxes</source>
        <translation>X-AnyLabeling-Rahmen</translation>
    </message>
    <message>
        <source>YOLO dataset</source>
        <translation>YOLO-Datensatz</translation>
    </message>
</context>
<context>
    <name>FrameChooser</name>
    <message>
        <source>Frames of %1</source>
        <translation>Bilder aus %1</translation>
    </message>
    <message>
        <source>Spread over its time</source>
        <translation>Über die Zeit verteilt</translation>
    </message>
    <message>
        <source>Where the picture changes</source>
        <translation>Wo sich das Bild ändert</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Which frames are offered</source>
        <translation>Welche Bilder angeboten werden</translation>
    </message>
    <message>
        <source>How many frames are offered</source>
        <translation>Wie viele Bilder angeboten werden</translation>
    </message>
    <message>
        <source>Frames of the video</source>
        <translation>Bilder des Videos</translation>
    </message>
    <message>
        <source>What you take becomes pictures. Attached together, a model sees them as one video.</source>
        <translation>Was übernommen wird, wird zu Bildern. Zusammen angehängt sieht ein Modell sie als ein Video.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking into the video…</source>
        <translation>Das Video wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>The file is cut off: what can be seen of it ends at %1.</source>
        <translation>Die Datei ist abgeschnitten: Zu sehen ist sie bis %1.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n frame(s)</source>
        <translation>
            <numerusform>%n Bild übernehmen</numerusform>
            <numerusform>%n Bilder übernehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Generation</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Longest answer (tokens)</source>
        <translation>Längste Antwort (Token)</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>Strahlen</translation>
    </message>
    <message>
        <source>Detail of pictures</source>
        <translation>Bilddetails</translation>
    </message>
    <message>
        <source>Very large pictures</source>
        <translation>Sehr große Bilder</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Stopptexte</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>May look again</source>
        <translation>Darf noch einmal hinsehen</translation>
    </message>
    <message>
        <source>Adapter (LoRA)</source>
        <translation>Adapter (LoRA)</translation>
    </message>
    <message>
        <source>A number from 0 to 5.</source>
        <translation>Eine Zahl von 0 bis 5.</translation>
    </message>
    <message>
        <source>A number above 0, at most 1.</source>
        <translation>Eine Zahl über 0, höchstens 1.</translation>
    </message>
    <message>
        <source>A number above 0, at most 10.</source>
        <translation>Eine Zahl über 0, höchstens 10.</translation>
    </message>
    <message>
        <source>A whole number of at most 64 bits.</source>
        <translation>Eine ganze Zahl von höchstens 64&#xa0;Bit.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000.</source>
        <translation>Eine ganze Zahl von 1 bis 1.000.000.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 16.</source>
        <translation>Eine ganze Zahl von 1 bis 16.</translation>
    </message>
    <message>
        <source>As the model wants</source>
        <translation>Wie das Modell will</translation>
    </message>
    <message>
        <source>Less (faster)</source>
        <translation>Weniger (schneller)</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>Als Ganzes</translation>
    </message>
    <message>
        <source>Also in parts (slower)</source>
        <translation>Auch in Teilen (langsamer)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>At regions, by tools</source>
        <translation>Auf Ausschnitte, mit Werkzeugen</translation>
    </message>
</context>
<context>
    <name>GenerationController</name>
    <message>
        <source>It was made for another model: its layers have other sizes.</source>
        <translation>Er wurde für ein anderes Modell gemacht: Die Schichten haben andere Größen.</translation>
    </message>
    <message>
        <source>It was made for %1 and may not fit this model.</source>
        <translation>Er wurde für %1 gemacht und passt vielleicht nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>Choose the folder of an adapter</source>
        <translation>Ordner eines Adapters wählen</translation>
    </message>
</context>
<context>
    <name>GenerationPopover</name>
    <message>
        <source>Settings of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>The built-in reader has no settings. Choose a model to have them.</source>
        <translation>Die eingebaute Texterkennung hat keine Einstellungen. Dafür ein Modell wählen.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen&#xa0;…</translation>
    </message>
    <message>
        <source>%1 only goes on with a text: it has no place for a system prompt.</source>
        <translation>%1 setzt nur einen Text fort: Es hat keinen Platz für einen System-Prompt.</translation>
    </message>
    <message>
        <source>With beams the answer is shown only at its end.</source>
        <translation>Mit Strahlsuche wird die Antwort erst am Ende gezeigt.</translation>
    </message>
    <message>
        <source>The picture, then overlapping parts of it; boxes are joined across their seams.</source>
        <translation>Erst das Bild, dann überlappende Teile davon; Rahmen werden über die Nähte hinweg verbunden.</translation>
    </message>
    <message>
        <source>One a line; \n is a line break. The answer ends right before it.</source>
        <translation>Einer pro Zeile; \n ist ein Zeilenumbruch. Die Antwort endet unmittelbar davor.</translation>
    </message>
    <message>
        <source>A stop text may end the answer before its JSON is whole.</source>
        <translation>Ein Stopptext kann die Antwort beenden, bevor ihr JSON vollständig ist.</translation>
    </message>
    <message>
        <source>0: always the likeliest</source>
        <translation>0: Wahrscheinlichstes</translation>
    </message>
    <message>
        <source>1: all tokens</source>
        <translation>1: alle Token</translation>
    </message>
    <message>
        <source>needs a temperature</source>
        <translation>braucht eine Temperatur</translation>
    </message>
    <message>
        <source>another each time</source>
        <translation>jedes Mal ein anderer</translation>
    </message>
    <message>
        <source>1: none, it streams</source>
        <translation>1: keine, sie strömt</translation>
    </message>
    <message>
        <source>The chat template of %1 has no place for tools.</source>
        <translation>Die Chatvorlage von %1 hat keinen Platz für Werkzeuge.</translation>
    </message>
    <message>
        <source>Not where very large pictures are looked at in parts.</source>
        <translation>Nicht, wo sehr große Bilder in Teilen betrachtet werden.</translation>
    </message>
    <message>
        <source>%1 is shown all pictures at one size.</source>
        <translation>%1 sieht alle Bilder in einer Größe.</translation>
    </message>
    <message>
        <source>Fewer visual tokens for captions and classes; never for boxes or text.</source>
        <translation>Weniger visuelle Token für Beschreibungen und Klassen; nie für Rahmen oder Text.</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s own</source>
        <translation>die des Checkpoints</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: the checkpoint&apos;s</source>
        <translation>%1: die des Checkpoints</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>lädt herunter</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Eyebox opens no connection. Pictures and chats stay on this machine.</source>
        <translation>Eyebox öffnet keine Verbindung. Bilder und Chats bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 is in memory. Click to unload it.</source>
        <translation>%1 ist im Speicher. Zum Entladen klicken.</translation>
    </message>
    <message>
        <source>A model or its engine is being downloaded, as you asked. Pictures and chats stay on this machine.</source>
        <translation>Ein Modell oder seine Engine wird wie verlangt heruntergeladen. Bilder und Chats bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>Leertaste und ziehen</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>Mittlere Taste</translation>
    </message>
    <message>
        <source>Move the selected boxes by 1 or 10 pixels</source>
        <translation>Ausgewählte Rahmen um 1 oder 10 Pixel verschieben</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Move a box that is not selected</source>
        <translation>Nicht ausgewählten Rahmen verschieben</translation>
    </message>
    <message>
        <source>Drag its edge or label</source>
        <translation>An Kante oder Label ziehen</translation>
    </message>
    <message>
        <source>Select the text in a box</source>
        <translation>Text in einem Rahmen auswählen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Alt and drag where it is selected</source>
        <translation>Alt und ziehen, wo er ausgewählt ist</translation>
    </message>
    <message>
        <source>Next and previous box</source>
        <translation>Nächster und voriger Rahmen</translation>
    </message>
    <message>
        <source>Select all boxes rather than the text: with a box selected, in the list of boxes, while drawing</source>
        <translation>Alle Rahmen statt des Textes auswählen: bei ausgewähltem Rahmen, in der Liste der Rahmen, beim Zeichnen</translation>
    </message>
    <message>
        <source>Open or close a label in the list of boxes</source>
        <translation>Label in der Liste der Rahmen auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>Zur Auswahl hinzufügen</translation>
    </message>
    <message>
        <source>Shift and click</source>
        <translation>Umschalt und Klick</translation>
    </message>
    <message>
        <source>Send, or break the line</source>
        <translation>Senden oder Zeile umbrechen</translation>
    </message>
    <message>
        <source>Stop the answer of this chat</source>
        <translation>Antwort dieses Chats anhalten</translation>
    </message>
    <message>
        <source>Close what is open, drop the selection, leave full screen: one after the other</source>
        <translation>Offenes schließen, Auswahl aufheben, Vollbild verlassen: eins nach dem anderen</translation>
    </message>
    <message>
        <source>Mouse and held keys</source>
        <translation>Maus und gehaltene Tasten</translation>
    </message>
    <message>
        <source>Eyebox %1 reads pictures, answers about them and keeps everything on this machine.</source>
        <translation>Eyebox %1 liest Bilder, beantwortet Fragen dazu und behält alles auf diesem Rechner.</translation>
    </message>
    <message>
        <source>About Eyebox</source>
        <translation>Über Eyebox</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>The desktop gave the capture these keys: %1</source>
        <translation>Der Desktop gab der Bildschirmaufnahme diese Tasten: %1</translation>
    </message>
    <message>
        <source>The desktop does not listen for the keys of the capture any more: Eyebox asks for them again as soon as it can.</source>
        <translation>Der Desktop reagiert nicht mehr auf die Tasten für Aufnahmen: Eyebox fordert sie an, sobald es geht.</translation>
    </message>
    <message>
        <source>Capture a region of the screen</source>
        <translation>Bildschirmbereich aufnehmen</translation>
    </message>
</context>
<context>
    <name>IgnoreController</name>
    <message>
        <source>Ignore this part no more</source>
        <translation>Diesen Bereich nicht mehr ignorieren</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>Der Text dieses Bildes wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Drag over the part whose text is left out.</source>
        <translation>Über den Bereich ziehen, dessen Text ausgelassen wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the session have other ignored parts now.</source>
        <translation>
            <numerusform>%n Bild der Sitzung hat nun andere ignorierte Bereiche.</numerusform>
            <numerusform>%n Bilder der Sitzung haben nun andere ignorierte Bereiche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore this part</source>
        <translation>Diesen Bereich ignorieren</translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message>
        <source>Templates of ignored parts</source>
        <translation>Vorlagen ignorierter Bereiche</translation>
    </message>
    <message>
        <source>Parts such as page numbers and watermarks, by their place on the page: they fit pages of the same layout at any size.</source>
        <translation>Bereiche wie Seitenzahlen und Wasserzeichen, nach ihrer Lage auf der Seite: Sie passen auf Seiten desselben Aufbaus in jeder Größe.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>There is no template yet. Ignore parts of a picture, and save them under a name.</source>
        <translation>Noch gibt es keine Vorlage. Bereiche eines Bildes ignorieren und unter einem Namen speichern.</translation>
    </message>
    <message>
        <source>Apply to this picture</source>
        <translation>Auf dieses Bild anwenden</translation>
    </message>
    <message>
        <source>Apply to the session</source>
        <translation>Auf die Sitzung anwenden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Ignore nothing in the session</source>
        <translation>In der Sitzung nichts ignorieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the new template</source>
        <translation>Name der neuen Vorlage</translation>
    </message>
    <message numerus="yes">
        <source>Save the %n part(s) of this picture</source>
        <translation>
            <numerusform>Den Bereich dieses Bildes speichern (%n)</numerusform>
            <numerusform>Die %n Bereiche dieses Bildes speichern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ignoring</name>
    <message>
        <source>Ignore a part</source>
        <translation>Bereich ignorieren</translation>
    </message>
    <message>
        <source>Ignore a part no more</source>
        <translation>Bereich nicht mehr ignorieren</translation>
    </message>
    <message>
        <source>Ignore parts</source>
        <translation>Bereiche ignorieren</translation>
    </message>
    <message>
        <source>Ignore parts in all pictures</source>
        <translation>Bereiche in allen Bildern ignorieren</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n picture(s) of this file were not found; put them beside it and import again.</source>
        <translation>
            <numerusform>%n Bild dieser Datei wurde nicht gefunden; daneben ablegen und erneut importieren.</numerusform>
            <numerusform>%n Bilder dieser Datei wurden nicht gefunden; daneben ablegen und erneut importieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>Rahmen importieren</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New keys for “%1”</source>
        <translation>Neue Tasten für „%1“</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use them here instead</source>
        <translation>Stattdessen hier verwenden</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the keys</source>
        <translation>Tasten drücken</translation>
    </message>
</context>
<context>
    <name>LabelController</name>
    <message>
        <source>Files with names of labels (%1)</source>
        <translation>Dateien mit Labelnamen (%1)</translation>
    </message>
    <message>
        <source>Labels of a file</source>
        <translation>Labels einer Datei</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text that was read</source>
        <translation>Gelesener Text</translation>
    </message>
    <message numerus="yes">
        <source>Label of %n box(es)</source>
        <translation>
            <numerusform>Label von %n Rahmen</numerusform>
            <numerusform>Label von %n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>Label des Rahmens</translation>
    </message>
</context>
<context>
    <name>LabelGrid</name>
    <message>
        <source>No label has this name.</source>
        <translation>Kein Label hat diesen Namen.</translation>
    </message>
    <message>
        <source>There is no label yet.</source>
        <translation>Es gibt noch kein Label.</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Label suchen</translation>
    </message>
    <message>
        <source>Enter or a click gives the label · with Shift it is hidden or shown · with Ctrl it is seen alone</source>
        <translation>Eingabe oder ein Klick vergibt das Label · mit Umschalt wird es aus- oder eingeblendet · mit Strg ist nur dieses zu sehen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
</context>
<context>
    <name>LabelSet</name>
    <message>
        <source>Change the labels</source>
        <translation>Labels ändern</translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message numerus="yes">
        <source>%n label(s) added.</source>
        <translation>
            <numerusform>%n Label hinzugefügt.</numerusform>
            <numerusform>%n Labels hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) have this label: rename it, or delete them first.</source>
        <translation>
            <numerusform>%n Rahmen hat dieses Label: zuerst umbenennen oder den Rahmen löschen.</numerusform>
            <numerusform>%n Rahmen haben dieses Label: zuerst umbenennen oder die Rahmen löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused label(s) removed.</source>
        <translation>
            <numerusform>%n unbenutztes Label entfernt.</numerusform>
            <numerusform>%n unbenutzte Labels entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>Hellblau</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>Weinrot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe&#xa0;…</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>Farbe des Labels</translation>
    </message>
    <message>
        <source>Labels of the session</source>
        <translation>Labels der Sitzung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>F2 renames a label, Insert adds one, Alt and arrows move it, Delete takes it out.</source>
        <translation>F2 benennt ein Label um, Einfg fügt eines hinzu, Alt und Pfeiltasten verschieben es, Entf nimmt es heraus.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Remove unused</source>
        <translation>Unbenutzte entfernen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Attributes are written like this: side: left, right; remark. One without values takes any text.</source>
        <translation>Attribute werden so geschrieben: Seite: links, rechts; Bemerkung. Eines ohne Werte nimmt beliebigen Text.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>%1 is damaged; put the file there again.</source>
        <translation>%1 ist beschädigt; die Datei wieder dort ablegen.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>Kirgisisch</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tadschikisch</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tatarisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Ancient Greek</source>
        <translation>Altgriechisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>Uigurisch</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepali</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Panjabi</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>Oriya</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Dzongkha</source>
        <translation>Dzongkha</translation>
    </message>
    <message>
        <source>Dhivehi</source>
        <translation>Dhivehi</translation>
    </message>
    <message>
        <source>Syriac</source>
        <translation>Syrisch</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <translation>Cherokee</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>Inuktitut</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss held out</source>
        <translation>Verlust zurückgehalten</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>Gewählte bevorzugt</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>Belohnungsabstand</translation>
    </message>
    <message>
        <source>Questions that it does not learn</source>
        <translation>Fragen, die es nicht lernt</translation>
    </message>
    <message>
        <source>As it answers after %1 steps. Dashed: what is wanted.</source>
        <translation>Wie es nach %1 Schritten antwortet. Gestrichelt: was gewünscht ist.</translation>
    </message>
</context>
<context>
    <name>LearningPlot</name>
    <message>
        <source>Course of the loss</source>
        <translation>Verlauf des Verlusts</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>Belohnungsabstand</translation>
    </message>
    <message>
        <source>Chosen preferred</source>
        <translation>Gewählte bevorzugt</translation>
    </message>
    <message>
        <source>The first step is on its way.</source>
        <translation>Der erste Schritt ist unterwegs.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open this address in your browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>Sie führt zu %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>LoadingLine</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LocalApi</name>
    <message>
        <source>Start it so, or enter both under Admin Settings, Connections, OpenAI API. In Docker it needs --network=host.</source>
        <translation>So starten oder beides unter Admin Settings, Connections, OpenAI API eintragen. In Docker braucht es --network=host.</translation>
    </message>
    <message>
        <source>Add this to config.yaml.</source>
        <translation>In config.yaml einfügen.</translation>
    </message>
    <message>
        <source>With the package openai.</source>
        <translation>Mit dem Paket openai.</translation>
    </message>
    <message>
        <source>Lists the models that can be asked.</source>
        <translation>Listet die Modelle auf, die gefragt werden können.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Working it out…</source>
        <translation>Wird ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>Gewichte %1</translation>
    </message>
    <message>
        <source>chat %1</source>
        <translation>Chat %1</translation>
    </message>
    <message>
        <source>work %1</source>
        <translation>Rechnen %1</translation>
    </message>
</context>
<context>
    <name>MergeChoice</name>
    <message>
        <source>Merge with another review</source>
        <translation>Mit anderer Prüfung zusammenführen</translation>
    </message>
    <message>
        <source>Somebody else has reviewed the same pictures: choose where their review is. Nothing is changed yet.</source>
        <translation>Jemand anderes hat dieselben Bilder geprüft: wählen, wo diese Prüfung ist. Noch wird nichts geändert.</translation>
    </message>
    <message>
        <source>Sessions with a review</source>
        <translation>Sitzungen mit einer Prüfung</translation>
    </message>
    <message>
        <source>No other session here has a review. One from another machine comes as a file, which “Save the review for another reviewer…” writes there.</source>
        <translation>Keine andere Sitzung hier hat eine Prüfung. Eine von einem anderen Rechner kommt als Datei, die dort „Prüfung für andere Prüfer speichern&#xa0;…“ schreibt.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message>
        <source>Reviews (%1)</source>
        <translation>Prüfungen (%1)</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>This session has no review yet.</source>
        <translation>Diese Sitzung hat noch keine Prüfung.</translation>
    </message>
    <message>
        <source>Review boxes…</source>
        <translation>Rahmen prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>Save the review for another reviewer</source>
        <translation>Prüfung für andere Prüfer speichern</translation>
    </message>
    <message numerus="yes">
        <source>Saved the review of %n picture(s) as %1</source>
        <translation>
            <numerusform>Prüfung von %n Bild als %1 gespeichert</numerusform>
            <numerusform>Prüfung von %n Bildern als %1 gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) taken over.</source>
        <translation>
            <numerusform>%n Urteil übernommen.</numerusform>
            <numerusform>%n Urteile übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All disputes are settled.</source>
        <translation>Alle Konflikte sind gelöst.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>A picture was turned: compare the reviews again to go on.</source>
        <translation>Ein Bild wurde gedreht: Prüfungen erneut vergleichen, um fortzufahren.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the picture</source>
        <translation>Übersicht des Bildes</translation>
    </message>
    <message>
        <source>Arrows move what is in sight of the picture.</source>
        <translation>Pfeiltasten verschieben den sichtbaren Ausschnitt.</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Ziehen zum Verschieben</translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message>
        <source>Find %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>This is another picture than %1 was, or it has changed; boxes and text may not fit.</source>
        <translation>Dies ist ein anderes Bild, als %1 es war, oder es hat sich geändert; Rahmen und Text passen vielleicht nicht.</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>Trotzdem nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n other missing picture(s) are in this folder too.</source>
        <translation>
            <numerusform>%n weiteres fehlendes Bild ist auch in diesem Ordner.</numerusform>
            <numerusform>%n weitere fehlende Bilder sind auch in diesem Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them too</source>
        <translation>Auch nehmen</translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>New chats begin with %1.</source>
        <translation>Neue Chats beginnen mit %1.</translation>
    </message>
    <message>
        <source>New chats begin with the model beside them.</source>
        <translation>Neue Chats beginnen mit dem Modell des Chats daneben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten&#xa0;…</translation>
    </message>
    <message>
        <source>It is loaded after “%1”</source>
        <translation>Es wird nach „%1“ geladen</translation>
    </message>
    <message>
        <source>The check of boxes was stopped, so that the model can be used now. It can be made again.</source>
        <translation>Die Überprüfung der Rahmen wurde angehalten, damit das Modell jetzt verwendbar ist. Sie lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Pictures stay on this machine until you say that they may go to %1.</source>
        <translation>Bilder bleiben auf diesem Rechner, bis erlaubt wird, dass sie an %1 gehen.</translation>
    </message>
    <message>
        <source>Allow, and ask again</source>
        <translation>Erlauben und erneut fragen</translation>
    </message>
    <message>
        <source>Nothing on this machine can run models yet: the model engine has to be added first.</source>
        <translation>Noch kann nichts auf diesem Rechner Modelle ausführen: Zuerst muss die Modell-Engine hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>Modell-Engine hinzufügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ModelEngine</name>
    <message>
        <source>Looking at the model engine</source>
        <translation>Modell-Engine wird geprüft</translation>
    </message>
    <message>
        <source>Looking at the server engine</source>
        <translation>Server-Engine wird geprüft</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>Bedarf wird ermittelt</translation>
    </message>
    <message>
        <source>Adding the model engine</source>
        <translation>Modell-Engine wird hinzugefügt</translation>
    </message>
    <message>
        <source>Adding the server engine</source>
        <translation>Server-Engine wird hinzugefügt</translation>
    </message>
    <message>
        <source>A model still works. Let it end, or stop it, then try again.</source>
        <translation>Ein Modell arbeitet noch. Das Ende abwarten oder es anhalten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Removing the model engine</source>
        <translation>Modell-Engine wird entfernt</translation>
    </message>
    <message>
        <source>Removing the server engine</source>
        <translation>Server-Engine wird entfernt</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>new chats</source>
        <translation>neue Chats</translation>
    </message>
    <message>
        <source>Built in · reads and finds text</source>
        <translation>Eingebaut · liest und findet Text</translation>
    </message>
    <message>
        <source>always ready</source>
        <translation>immer bereit</translation>
    </message>
    <message>
        <source>its first model</source>
        <translation>sein erstes Modell</translation>
    </message>
    <message>
        <source>with pictures</source>
        <translation>mit Bildern</translation>
    </message>
    <message>
        <source>in words alone</source>
        <translation>nur in Worten</translation>
    </message>
    <message>
        <source>no boxes</source>
        <translation>keine Rahmen</translation>
    </message>
</context>
<context>
    <name>ModelLoading</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Precision of %1</source>
        <translation>Genauigkeit von %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>Working out what it takes</source>
        <translation>Bedarf wird ermittelt</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>%1 wird entfernt</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>Rahmen eines Modells werden überprüft</translation>
    </message>
</context>
<context>
    <name>MovedFiles</name>
    <message numerus="yes">
        <source>%n file(s) found again.</source>
        <translation>
            <numerusform>%n Datei wiedergefunden.</numerusform>
            <numerusform>%n Dateien wiedergefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of %1 was moved; it was found again as %2.</source>
        <translation>Die Datei von %1 wurde verschoben und als %2 wiedergefunden.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Memory on this machine, about</source>
        <translation>Speicher auf diesem Rechner, etwa</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>Lizenz %1</translation>
    </message>
    <message>
        <source>Size by precision</source>
        <translation>Größe nach Genauigkeit</translation>
    </message>
    <message>
        <source>Answers in words only: it was not taught to put boxes.</source>
        <translation>Antwortet nur in Worten: Rahmen zu setzen hat es nicht gelernt.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no picture in %1.</source>
        <translation>In %1 ist kein Bild.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Only the first %1 pages of %2 were opened.</source>
        <translation>Nur die ersten %1 Seiten von %2 wurden geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be opened.</source>
        <translation>
            <numerusform>%n weitere Datei ließ sich nicht öffnen.</numerusform>
            <numerusform>%n weitere Dateien ließen sich nicht öffnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message numerus="yes">
        <source>%n picture(s) moved.</source>
        <translation>
            <numerusform>%n Bild verschoben.</numerusform>
            <numerusform>%n Bilder verschoben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Nothing was held out.</source>
        <translation>Nichts wurde zurückgehalten.</translation>
    </message>
    <message>
        <source>No answer got worse.</source>
        <translation>Keine Antwort wurde schlechter.</translation>
    </message>
    <message>
        <source>No general questions were asked.</source>
        <translation>Es wurden keine allgemeinen Fragen gestellt.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Figures before and after, with intervals of 95 %</source>
        <translation>Zahlen vorher und nachher, mit 95-%-Intervallen</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>zu wenige für ein Urteil</translation>
    </message>
    <message>
        <source>no more than chance</source>
        <translation>nicht mehr als Zufall</translation>
    </message>
    <message>
        <source>Of pairs that it did not learn it prefers the chosen answer in %1, by a reward margin of %2.</source>
        <translation>Von Paaren, die es nicht gelernt hat, zieht es in %1 die gewählte Antwort vor, mit einem Belohnungsabstand von %2.</translation>
    </message>
    <message>
        <source>Held out, by change</source>
        <translation>Zurückgehalten, nach Änderung</translation>
    </message>
    <message>
        <source>Got worse: %1</source>
        <translation>Schlechter: %1</translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>Allgemeine Fragen</translation>
    </message>
    <message numerus="yes">
        <source>Taught in %n step(s).</source>
        <translation>
            <numerusform>In %n Schritt trainiert.</numerusform>
            <numerusform>In %n Schritten trainiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss fell from %1 to %2.</source>
        <translation>Der Verlust fiel von %1 auf %2.</translation>
    </message>
    <message>
        <source>The loss went from %1 to %2.</source>
        <translation>Der Verlust ging von %1 auf %2.</translation>
    </message>
    <message>
        <source>It ended early: %1.</source>
        <translation>Es endete früher: %1.</translation>
    </message>
    <message>
        <source>It got worse at: %1.</source>
        <translation>Schlechter wurde es bei: %1.</translation>
    </message>
    <message>
        <source>It got better at: %1, and worse at nothing that was asked.</source>
        <translation>Besser wurde es bei: %1; schlechter bei nichts, was gefragt wurde.</translation>
    </message>
    <message>
        <source>No difference is shown that is more than chance.</source>
        <translation>Es zeigt sich kein Unterschied, der mehr als Zufall ist.</translation>
    </message>
    <message>
        <source>Nothing was asked before and after.</source>
        <translation>Vorher und nachher wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals. General questions are the same for every model, about drawn pictures.</source>
        <translation>In Klammern: 95-%-Intervalle. Allgemeine Fragen sind für jedes Modell dieselben, zu gezeichneten Bildern.</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Unpack %1</source>
        <translation>%1 entpacken</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Title of the chat</source>
        <translation>Titel des Chats</translation>
    </message>
    <message>
        <source>Double click to rename  (F2)</source>
        <translation>Doppelklick zum Umbenennen  (F2)</translation>
    </message>
    <message>
        <source>Another chat beside this one</source>
        <translation>Weiterer Chat neben diesem</translation>
    </message>
    <message>
        <source>Close this chat</source>
        <translation>Diesen Chat schließen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>„%1“ ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>That password does not open it. Try another one.</source>
        <translation>Dieses Passwort öffnet die Datei nicht. Ein anderes versuchen.</translation>
    </message>
    <message>
        <source>It is kept until Eyebox is closed, in memory only.</source>
        <translation>Es bleibt nur im Arbeitsspeicher, bis Eyebox geschlossen wird.</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>“%1” is digitally signed. What is saved from here does not carry the signature.</source>
        <translation>„%1“ ist digital signiert. Was von hier gespeichert wird, trägt die Signatur nicht.</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Resume download</source>
        <translation>Download fortsetzen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download both</source>
        <translation>Beides herunterladen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>No model was found in %1. Choose a folder with config.json and safetensors files, or the one above it.</source>
        <translation>In %1 wurde kein Modell gefunden. Einen Ordner mit config.json und safetensors-Dateien wählen oder den darüber.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird überprüft</translation>
    </message>
    <message>
        <source>“Use it” stops the check</source>
        <translation>„Verwenden“ hält die Überprüfung an</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle durchsuchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>No model has these words.</source>
        <translation>Kein Modell hat diese Wörter.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server&#xa0;…</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>Eigenen Server hinzufügen</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen&#xa0;…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Für neue Chats verwenden</translation>
    </message>
    <message>
        <source>Without it a new chat has the model of the one beside it</source>
        <translation>Ohne dies hat ein neuer Chat das Modell des Chats daneben</translation>
    </message>
    <message>
        <source>Serve with vLLM</source>
        <translation>Mit vLLM bereitstellen</translation>
    </message>
    <message>
        <source>The server engine answers with it, to many questions at once</source>
        <translation>Die Server-Engine antwortet damit, auf viele Fragen zugleich</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Gives the memory of the loaded model back</source>
        <translation>Gibt den Speicher des geladenen Modells frei</translation>
    </message>
    <message>
        <source>The model engine is missing</source>
        <translation>Die Modell-Engine fehlt</translation>
    </message>
    <message>
        <source>This checkpoint is not complete: download it again, it goes on.</source>
        <translation>Dieser Checkpoint ist unvollständig: erneut herunterladen, der Download geht weiter.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 shown at %2</source>
        <translation>%1, gezeigt in %2</translation>
    </message>
    <message>
        <source>%1 % of its pixels</source>
        <translation>%1&#xa0;% seiner Pixel</translation>
    </message>
    <message>
        <source>The model saw every pixel.</source>
        <translation>Das Modell sah jedes Pixel.</translation>
    </message>
    <message>
        <source>%1 times smaller in each direction: what you can&apos;t read here, the model couldn&apos;t either.</source>
        <translation>In jeder Richtung %1-mal kleiner: Was hier nicht lesbar ist, konnte auch das Modell nicht lesen.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1&#xa0;B</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1&#xa0;M</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>about %1 to the first word</source>
        <translation>etwa %1 bis zum ersten Wort</translation>
    </message>
    <message>
        <source>%1: needs %2 of %3</source>
        <translation>%1: braucht %2 von %3</translation>
    </message>
    <message>
        <source>boxes not checked</source>
        <translation>Rahmen nicht überprüft</translation>
    </message>
    <message>
        <source>boxes trusted</source>
        <translation>Rahmen verlässlich</translation>
    </message>
    <message>
        <source>boxes not trusted</source>
        <translation>Rahmen nicht verlässlich</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;px</translation>
    </message>
    <message>
        <source>Adding the model engine first</source>
        <translation>Zuerst wird die Modell-Engine hinzugefügt</translation>
    </message>
    <message>
        <source>Asking for the list of files</source>
        <translation>Dateiliste wird abgefragt</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Putting into place</source>
        <translation>Wird eingesetzt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>PyTorch for the processor</source>
        <translation>PyTorch für den Prozessor</translation>
    </message>
    <message>
        <source>PyTorch for CUDA %1</source>
        <translation>PyTorch für CUDA %1</translation>
    </message>
</context>
<context>
    <name>PickerController</name>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Ordner eines Modells wählen</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Modellpaket wählen</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Signiert von %1.</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>„%1“ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>Als Modell verwenden&#xa0;…</translation>
    </message>
    <message>
        <source>vLLM answers now. Choose “%1” as the model of a chat.</source>
        <translation>vLLM antwortet jetzt. „%1“ als Modell eines Chats wählen.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
</context>
<context>
    <name>PictureChip</name>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Pictures of the session</source>
        <translation>Bilder der Sitzung</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>No picture has this in its name.</source>
        <translation>Kein Bild enthält dies im Namen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Attach %n picture(s)</source>
        <translation>
            <numerusform>%n Bild anhängen</numerusform>
            <numerusform>%n Bilder anhängen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureController</name>
    <message>
        <source>Opening… %1 %</source>
        <translation>Wird geöffnet&#xa0;… %1&#xa0;%</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>Passwort eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>Bilder und Dokumente</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Suchen in:</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Typ:</translation>
    </message>
</context>
<context>
    <name>PictureNumber</name>
    <message>
        <source>Go to a picture by its number (Ctrl+G)</source>
        <translation>Gehe zu Bild Nummer&#xa0;… (Strg+G)</translation>
    </message>
    <message>
        <source>Number of the picture</source>
        <translation>Nummer des Bildes</translation>
    </message>
</context>
<context>
    <name>PictureParts</name>
    <message>
        <source>The picture is still being opened; try again in a moment.</source>
        <translation>Das Bild wird noch geöffnet; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Drag over the part that becomes a new picture.</source>
        <translation>Über den Ausschnitt ziehen, der ein neues Bild wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PictureSizeController</name>
    <message>
        <source>Size at which the model sees pictures</source>
        <translation>Größe, in der das Modell Bilder sieht</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1 has changed since it was last opened; its boxes may not fit any more.</source>
        <translation>%1 hat sich seit dem letzten Öffnen geändert; die Rahmen passen vielleicht nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>Pinned capture</source>
        <translation>Angeheftetes Bildschirmfoto</translation>
    </message>
    <message>
        <source>Drag to move · wheel to scale · double click or Esc to close</source>
        <translation>Ziehen verschiebt · Mausrad skaliert · Doppelklick oder Esc schließt</translation>
    </message>
</context>
<context>
    <name>PrecisionChoice</name>
    <message>
        <source>Precision %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PresetButtons</name>
    <message>
        <source>With a vision-language model</source>
        <translation>Mit einem Bildsprachmodell</translation>
    </message>
    <message>
        <source>With the built-in reader</source>
        <translation>Mit der eingebauten Texterkennung</translation>
    </message>
</context>
<context>
    <name>PresetLine</name>
    <message>
        <source>No preset</source>
        <translation>Keine Voreinstellung</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Save, overwrite or remove a preset</source>
        <translation>Voreinstellung speichern, überschreiben oder entfernen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 (for new chats)</source>
        <translation>%1 (für neue Chats)</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>Als Voreinstellung speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>New chats with %1 take “%2”</source>
        <translation>Neue Chats mit %1 nehmen „%2“</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>All prompts</source>
        <translation>Alle Prompts</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Read all pictures: %1 left</source>
        <translation>Alle Bilder lesen: noch %1</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>Stapel: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Import of boxes</source>
        <translation>Import von Rahmen</translation>
    </message>
</context>
<context>
    <name>PromptRun</name>
    <message>
        <source>Add the boxes of “%1”</source>
        <translation>Rahmen von „%1“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>ProofController</name>
    <message>
        <source>There is no word left that the reader is unsure of.</source>
        <translation>Es ist kein Wort mehr übrig, bei dem die Texterkennung unsicher ist.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>Zeile berichtigen</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>The line is right</source>
        <translation>Die Zeile stimmt</translation>
    </message>
</context>
<context>
    <name>QrCodes</name>
    <message>
        <source>Select a text, or copy one: the QR code is made of it.</source>
        <translation>Einen Text auswählen oder kopieren: Daraus entsteht der QR-Code.</translation>
    </message>
    <message>
        <source>QR code: %1</source>
        <translation>QR-Code: %1</translation>
    </message>
</context>
<context>
    <name>QuantizeController</name>
    <message>
        <source>“%1” was quantized.</source>
        <translation>„%1“ wurde quantisiert.</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>Als Modell verwenden&#xa0;…</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A file of chats</source>
        <translation>Eine Datei mit Chats</translation>
    </message>
    <message>
        <source>Where the new folder is made</source>
        <translation>Wo der neue Ordner angelegt wird</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Calibrated with chats about pictures; runs fast on graphics cards.</source>
        <translation>Kalibriert mit Chats über Bilder; auf Grafikkarten schnell.</translation>
    </message>
    <message>
        <source>Rounded as it is, without calibration: done soon, and a little less exact.</source>
        <translation>Ohne Kalibrierung gerundet: bald fertig, etwas weniger genau.</translation>
    </message>
    <message>
        <source>Pictures like those you will ask about.</source>
        <translation>Bilder wie die, zu denen später gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing of your own: drawn shapes are used. Chats about your pictures are better.</source>
        <translation>Nichts Eigenes: Gezeichnete Formen werden verwendet. Chats über die eigenen Bilder sind besser.</translation>
    </message>
    <message>
        <source>Up to %1 chats about pictures are used.</source>
        <translation>Bis zu %1 Chats über Bilder werden verwendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n Chat</numerusform>
            <numerusform>%n Chats</numerusform>
        </translation>
    </message>
    <message>
        <source>drawn shapes</source>
        <translation>gezeichnete Formen</translation>
    </message>
    <message>
        <source>“%1” is there: %2, instead of %3.</source>
        <translation>„%1“ ist da: %2 statt %3.</translation>
    </message>
    <message>
        <source>It goes on when this page is closed. The queue shows it, too.</source>
        <translation>Es geht weiter, wenn diese Seite geschlossen wird. Auch die Warteschlange zeigt es.</translation>
    </message>
    <message>
        <source>Writes the model in 4 bit, about a quarter as large, in a new folder. This one stays.</source>
        <translation>Schreibt das Modell in 4&#xa0;Bit, etwa ein Viertel so groß, in einen neuen Ordner. Dieses bleibt.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>%1 quantisieren</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Calibrate with</source>
        <translation>Kalibrieren mit</translation>
    </message>
    <message>
        <source>Into the new folder</source>
        <translation>In den neuen Ordner</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es braucht</translation>
    </message>
    <message>
        <source>Chats and pictures of this session</source>
        <translation>Chats und Bilder dieser Sitzung</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>Ein Ordner mit Bildern&#xa0;…</translation>
    </message>
    <message>
        <source>A file of chats…</source>
        <translation>Eine Datei mit Chats&#xa0;…</translation>
    </message>
    <message>
        <source>Drawn shapes</source>
        <translation>Gezeichnete Formen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Calibrated with</source>
        <translation>Kalibriert mit</translation>
    </message>
    <message>
        <source>How far the quantizing is</source>
        <translation>Fortschritt der Quantisierung</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose where the new folder is made</source>
        <translation>Wählen, wo der neue Ordner angelegt wird</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Compare with the original…</source>
        <translation>Mit dem Original vergleichen&#xa0;…</translation>
    </message>
    <message>
        <source>Use it as a model…</source>
        <translation>Als Modell verwenden&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Quantizing</name>
    <message>
        <source>Working out what it takes</source>
        <translation>Bedarf wird ermittelt</translation>
    </message>
    <message>
        <source>Quantize %1</source>
        <translation>%1 quantisieren</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 ist bereits vorhanden. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Edit and ask again</source>
        <translation>Bearbeiten und erneut fragen</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>Frage kopieren</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
</context>
<context>
    <name>QueueChoice</name>
    <message>
        <source>%1 of %2 boxes</source>
        <translation>%1 von %2 Rahmen</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Alle Urteile</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>All origins</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Boxes without a score are left out as soon as this is narrower than 0 to 1.</source>
        <translation>Rahmen ohne Wert werden ausgelassen, sobald dies enger als 0 bis 1 ist.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Stop everything that runs or waits</source>
        <translation>Alles anhalten, was läuft oder wartet</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits.</source>
        <translation>Nichts läuft und nichts wartet.</translation>
    </message>
</context>
<context>
    <name>ReaderDetails</name>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>Built in and always ready. It reads the text of a picture and finds words in it, with boxes, on any machine. For questions about what a picture shows, choose a vision-language model.</source>
        <translation>Eingebaut und immer bereit. Liest auf jedem Rechner den Text eines Bildes und findet darin Wörter, mit Rahmen. Für Fragen danach, was ein Bild zeigt, ein Bildsprachmodell wählen.</translation>
    </message>
    <message>
        <source>Looking for models on this machine…</source>
        <translation>Modelle auf diesem Rechner werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>No vision-language model on this machine yet</source>
        <translation>Noch kein Bildsprachmodell auf diesem Rechner</translation>
    </message>
    <message>
        <source>There are three ways to get one:</source>
        <translation>Es gibt drei Wege zu einem:</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>One that holds a checkpoint: config.json and safetensors files.</source>
        <translation>Einen, der einen Checkpoint enthält: config.json und safetensors-Dateien.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Download one</source>
        <translation>Eines herunterladen</translation>
    </message>
    <message>
        <source>From the list at the left, or any other by its name. It asks before it connects.</source>
        <translation>Aus der Liste links oder jedes andere nach seinem Namen. Vor dem Verbinden wird gefragt.</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen&#xa0;…</translation>
    </message>
    <message>
        <source>Put it into the Hugging Face cache</source>
        <translation>In den Hugging-Face-Cache legen</translation>
    </message>
    <message>
        <source>What other programs downloaded to %1 is found by itself.</source>
        <translation>Was andere Programme nach %1 heruntergeladen haben, wird von selbst gefunden.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Reading…</source>
        <translation>Text wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>All pictures have been read.</source>
        <translation>Alle Bilder sind gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) read.</source>
        <translation>
            <numerusform>%n Bild gelesen.</numerusform>
            <numerusform>%n Bilder gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiteres</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1</source>
        <translation>
            <numerusform>%n nicht lesbar: %1</numerusform>
            <numerusform>%n nicht lesbar: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>Noch %n.</numerusform>
            <numerusform>Noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>RedactionController</name>
    <message>
        <source>There is nothing to black out.</source>
        <translation>Es gibt nichts zu schwärzen.</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Drag over what is to be blacked out.</source>
        <translation>Über das ziehen, was geschwärzt werden soll.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show this again</source>
        <translation>Dies wieder zeigen</translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message>
        <source>Find and black out</source>
        <translation>Suchen und schwärzen</translation>
    </message>
    <message>
        <source>A name, an address…</source>
        <translation>Ein Name, eine Adresse&#xa0;…</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>Die ganze Sitzung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>What is blacked out</source>
        <translation>Was geschwärzt wird</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>A region</source>
        <translation>Ein Bereich</translation>
    </message>
    <message>
        <source>Nothing was found. Only what has been read can be found.</source>
        <translation>Nichts gefunden. Nur Gelesenes kann gefunden werden.</translation>
    </message>
    <message>
        <source>{0} of {1} will be blacked out.</source>
        <translation>{0} von {1} werden geschwärzt.</translation>
    </message>
    <message>
        <source>{0} of {1} are blacked out.</source>
        <translation>{0} von {1} sind geschwärzt.</translation>
    </message>
    <message>
        <source>There is more: black these out and look again.</source>
        <translation>Es gibt mehr: diese schwärzen und erneut suchen.</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>Numbers and IDs</source>
        <translation>Nummern und Kennungen</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Webadressen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
</context>
<context>
    <name>Redactions</name>
    <message>
        <source>Black out</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
</context>
<context>
    <name>Relabeling</name>
    <message>
        <source>Rename a label</source>
        <translation>Label umbenennen</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n picture(s) removed from the session.</source>
        <translation>
            <numerusform>%n Bild aus der Sitzung entfernt.</numerusform>
            <numerusform>%n Bilder aus der Sitzung entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chat was closed.</source>
        <translation>Der Chat wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 was removed before; its boxes and text are still there.</source>
        <translation>%1 wurde früher entfernt; Rahmen und Text sind noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these pictures were removed before; their boxes and text are still there.</source>
        <translation>
            <numerusform>%n dieser Bilder wurde früher entfernt; Rahmen und Text sind noch da.</numerusform>
            <numerusform>%n dieser Bilder wurden früher entfernt; Rahmen und Text sind noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back its boxes and text</source>
        <translation>Rahmen und Text zurückholen</translation>
    </message>
    <message>
        <source>Bring back their boxes and text</source>
        <translation>Rahmen und Text zurückholen</translation>
    </message>
    <message>
        <source>Bring back boxes</source>
        <translation>Rahmen zurückholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is back in %2.</source>
        <translation>%1 ist zurück in %2.</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 ist zurück.</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Sitzung öffnen</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Since Eyebox was opened: %1 · under way or waiting: %2</source>
        <translation>Seit Eyebox geöffnet wurde: %1 · in Arbeit oder wartend: %2</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>Anfragen in Arbeit</translation>
    </message>
    <message>
        <source>Nothing is asked at the moment.</source>
        <translation>Im Moment wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange anzeigen</translation>
    </message>
</context>
<context>
    <name>ResolutionSlider</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message numerus="yes">
        <source>up to %n tile(s)</source>
        <translation>
            <numerusform>bis zu %n Kachel</numerusform>
            <numerusform>bis zu %n Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 a picture</source>
        <translation>höchstens %1 pro Bild</translation>
    </message>
    <message>
        <source>Tiles a picture</source>
        <translation>Kacheln pro Bild</translation>
    </message>
    <message>
        <source>Visual tokens a picture</source>
        <translation>Visuelle Token pro Bild</translation>
    </message>
    <message>
        <source>%1 megapixels</source>
        <translation>%1 Megapixel</translation>
    </message>
    <message>
        <source>Let the model choose the size</source>
        <translation>Größe vom Modell wählen lassen</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird ermittelt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>Von Hand gezeichnet</translation>
    </message>
    <message>
        <source>A model</source>
        <translation>Ein Modell</translation>
    </message>
    <message>
        <source>Text reading</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>One label at a time, likeliest first</source>
        <translation>Ein Label nach dem anderen, wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Where two models disagree</source>
        <translation>Wo zwei Modelle uneins sind</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Most crowded pictures first</source>
        <translation>Vollste Bilder zuerst</translation>
    </message>
    <message>
        <source>Picture by picture</source>
        <translation>Bild für Bild</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Another program reviews these boxes. They can be looked at here; verdicts are given there.</source>
        <translation>Ein anderes Programm prüft diese Rahmen. Hier können sie angesehen werden; geurteilt wird dort.</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>Label ändern</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on asking the model</source>
        <translation>Modell weiter fragen</translation>
    </message>
    <message>
        <source>Pause asking the model</source>
        <translation>Modell vorerst nicht mehr fragen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing to review on this picture; a key of the review goes back.</source>
        <translation>Auf diesem Bild gibt es nichts zu prüfen; eine Taste der Prüfung führt zurück.</translation>
    </message>
    <message>
        <source>The model is being asked; its boxes come here.</source>
        <translation>Das Modell wird gefragt; seine Rahmen kommen hierher.</translation>
    </message>
    <message numerus="yes">
        <source>All %n box(es) have a verdict.</source>
        <translation>
            <numerusform>%n Rahmen, und er ist beurteilt.</numerusform>
            <numerusform>Alle %n Rahmen sind beurteilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to review: there are no boxes of a model or a file here.</source>
        <translation>Nichts zu prüfen: Hier sind keine Rahmen eines Modells oder einer Datei.</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;px</translation>
    </message>
    <message>
        <source>was “%1”</source>
        <translation>war „%1“</translation>
    </message>
    <message>
        <source>%1 of %2 boxes judged</source>
        <translation>%1 von %2 Rahmen beurteilt</translation>
    </message>
    <message>
        <source>%1 s a box</source>
        <translation>%1&#xa0;s pro Rahmen</translation>
    </message>
    <message>
        <source>All boxes have a verdict</source>
        <translation>Alle Rahmen sind beurteilt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the review; it goes on here the next time</source>
        <translation>Prüfung beenden; beim nächsten Mal geht sie hier weiter</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Nothing is corrected yet: drag an edge or corner, type a label, or accept the box.</source>
        <translation>Noch ist nichts korrigiert: Kante oder Ecke ziehen, ein Label eingeben oder den Rahmen annehmen.</translation>
    </message>
    <message>
        <source>No label has the key %1.</source>
        <translation>Kein Label hat die Taste %1.</translation>
    </message>
</context>
<context>
    <name>ReviewDigits</name>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
</context>
<context>
    <name>ReviewMerge</name>
    <message numerus="yes">
        <source>Take over %n verdict(s)</source>
        <translation>
            <numerusform>%n Urteil übernehmen</numerusform>
            <numerusform>%n Urteile übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep my box</source>
        <translation>Eigenen Rahmen behalten</translation>
    </message>
    <message>
        <source>Take their box</source>
        <translation>Fremden Rahmen übernehmen</translation>
    </message>
    <message>
        <source>Take neither box</source>
        <translation>Keinen der Rahmen übernehmen</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>ReviewStart</name>
    <message>
        <source>The pictures are being opened</source>
        <translation>Die Bilder werden geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2 pictures asked</source>
        <translation>%1 von %2 Bildern gefragt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>The boxes to judge are being gathered…</source>
        <translation>Zu beurteilende Rahmen werden gesammelt&#xa0;…</translation>
    </message>
    <message>
        <source>Boxes of another model or precision</source>
        <translation>Rahmen eines anderen Modells oder einer anderen Genauigkeit</translation>
    </message>
    <message>
        <source>There are no boxes in this.</source>
        <translation>Darin sind keine Rahmen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>“%1” was asked about %2 of %3 pictures.</source>
        <translation>„%1“ wurde zu %2 von %3 Bildern gefragt.</translation>
    </message>
</context>
<context>
    <name>ReviewSteps</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Add what was missed</source>
        <translation>Übersehenes hinzufügen</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>Als unsicher markieren</translation>
    </message>
    <message>
        <source>Take the verdict away</source>
        <translation>Urteil wegnehmen</translation>
    </message>
    <message>
        <source>Remove what was added</source>
        <translation>Hinzugefügtes entfernen</translation>
    </message>
    <message>
        <source>Mark the picture as complete</source>
        <translation>Bild als vollständig markieren</translation>
    </message>
    <message>
        <source>Merge two reviews</source>
        <translation>Zwei Prüfungen zusammenführen</translation>
    </message>
    <message>
        <source>Judge boxes</source>
        <translation>Rahmen beurteilen</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>There are no boxes to review.</source>
        <translation>Es gibt keine Rahmen zu prüfen.</translation>
    </message>
    <message>
        <source>No box fits what is chosen above.</source>
        <translation>Kein Rahmen passt zur Auswahl oben.</translation>
    </message>
    <message>
        <source>Boxes of the review</source>
        <translation>Rahmen der Prüfung</translation>
    </message>
    <message>
        <source>Up and down go to another box; the keys of the review give it its verdict.</source>
        <translation>Auf und Ab gehen zu einem anderen Rahmen; die Tasten der Prüfung geben ihm sein Urteil.</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>Fields of the answer</source>
        <translation>Felder der Antwort</translation>
    </message>
    <message>
        <source>The answer is JSON with exactly these fields. Without any it is plain text.</source>
        <translation>Die Antwort ist JSON mit genau diesen Feldern. Ohne Felder ist sie reiner Text.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>Kein Schema</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>total</source>
        <translation>summe</translation>
    </message>
    <message>
        <source>Two fields are called %1.</source>
        <translation>Zwei Felder heißen %1.</translation>
    </message>
    <message>
        <source>This schema says more than a list of fields: edit its text, or empty it to start anew.</source>
        <translation>Dieses Schema sagt mehr als eine Liste von Feldern: seinen Text bearbeiten oder leeren, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>This is no JSON: look at line %1, column %2.</source>
        <translation>Dies ist kein JSON: Zeile %1, Spalte %2 ansehen.</translation>
    </message>
    <message>
        <source>A schema is an object in braces, not %3.</source>
        <translation>Ein Schema ist ein Objekt in geschweiften Klammern, nicht %3.</translation>
    </message>
    <message>
        <source>%4: there is no type %3.</source>
        <translation>%4: Es gibt keinen Typ %3.</translation>
    </message>
    <message>
        <source>%4 has to be a schema in braces, not %3.</source>
        <translation>%4 muss ein Schema in geschweiften Klammern sein, nicht %3.</translation>
    </message>
    <message>
        <source>%4 has to be a list of schemas, not %3.</source>
        <translation>%4 muss eine Liste von Schemas sein, nicht %3.</translation>
    </message>
    <message>
        <source>%4 has to be a list of names, not %3.</source>
        <translation>%4 muss eine Liste von Namen sein, nicht %3.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>Liste von Texten</translation>
    </message>
    <message>
        <source>list of numbers</source>
        <translation>Liste von Zahlen</translation>
    </message>
    <message>
        <source>list of boxes</source>
        <translation>Liste von Rahmen</translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>Scripts and languages</source>
        <translation>Schriften und Sprachen</translation>
    </message>
    <message>
        <source>Search languages</source>
        <translation>Sprachen durchsuchen</translation>
    </message>
    <message>
        <source>No language has this name.</source>
        <translation>Keine Sprache hat diesen Namen.</translation>
    </message>
    <message>
        <source>Latin, Chinese and Japanese text is read as it is. Other scripts need tesserocr, which is missing.</source>
        <translation>Lateinischer, chinesischer und japanischer Text wird so gelesen. Andere Schriften brauchen tesserocr, das fehlt.</translation>
    </message>
    <message>
        <source>Add it with this command and start Eyebox again:</source>
        <translation>Mit diesem Befehl hinzufügen und Eyebox neu starten:</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Try all of them, the likeliest first</source>
        <translation>Alle versuchen, die wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>There is no language data yet. Add some as told below.</source>
        <translation>Noch gibt es keine Sprachdaten. Wie unten beschrieben welche hinzufügen.</translation>
    </message>
    <message>
        <source>Also there, and not needed, because the reader knows their letters by itself: %1</source>
        <translation>Auch da und nicht nötig, weil die Texterkennung ihre Buchstaben selbst kennt: %1</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>Nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Or put a file like kor.traineddata into Eyebox&apos;s folder for language data, and open this page again.</source>
        <translation>Oder eine Datei wie kor.traineddata in den Ordner von Eyebox für Sprachdaten legen und diese Seite erneut öffnen.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command that adds tesserocr</source>
        <translation>Befehl kopieren, der tesserocr hinzufügt</translation>
    </message>
    <message>
        <source>Copy the command that adds %1</source>
        <translation>Befehl kopieren, der %1 hinzufügt</translation>
    </message>
</context>
<context>
    <name>SecondController</name>
    <message>
        <source>No model is loaded that could read it: choose one for the chat.</source>
        <translation>Kein geladenes Modell könnte es lesen: eines für den Chat wählen.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>There is no text in the selected boxes.</source>
        <translation>In den ausgewählten Rahmen ist kein Text.</translation>
    </message>
    <message>
        <source>Take: %1</source>
        <translation>Übernehmen: %1</translation>
    </message>
    <message>
        <source>Keep the first reading</source>
        <translation>Erste Lesung behalten</translation>
    </message>
</context>
<context>
    <name>SecondList</name>
    <message>
        <source>Read as %1, the second time as %2</source>
        <translation>Als %1 gelesen, beim zweiten Mal als %2</translation>
    </message>
    <message>
        <source>not read the first time</source>
        <translation>beim ersten Mal nicht gelesen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>read at twice the size</source>
        <translation>in doppelter Größe gelesen</translation>
    </message>
    <message>
        <source>read at half the size</source>
        <translation>in halber Größe gelesen</translation>
    </message>
    <message>
        <source>Second opinion, %1</source>
        <translation>Zweitmeinung, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The second reading has the same text.</source>
        <translation>Die zweite Lesung hat denselben Text.</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle übernehmen</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Differences of the second reading</source>
        <translation>Unterschiede der zweiten Lesung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesung</translation>
    </message>
</context>
<context>
    <name>SecondOpinion</name>
    <message>
        <source>Second opinion on %1</source>
        <translation>Zweitmeinung zu %1</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>%1 seen at %2</source>
        <translation>%1, gesehen in %2</translation>
    </message>
    <message>
        <source>waited %1 s</source>
        <translation>gewartet %1&#xa0;s</translation>
    </message>
    <message>
        <source>loaded %1 s</source>
        <translation>geladen %1&#xa0;s</translation>
    </message>
    <message>
        <source>looked %1 s</source>
        <translation>betrachtet %1&#xa0;s</translation>
    </message>
    <message>
        <source>read %1 s</source>
        <translation>gelesen %1&#xa0;s</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>erstes Token %1&#xa0;s</translation>
    </message>
    <message>
        <source>First word after %1 s: %2</source>
        <translation>Erstes Wort nach %1&#xa0;s: %2</translation>
    </message>
    <message>
        <source>first word %1 s</source>
        <translation>erstes Wort %1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>%1 tokens in</source>
        <translation>%1 Token hinein</translation>
    </message>
    <message>
        <source>%1 kept from before</source>
        <translation>%1 von vorher behalten</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 heraus</translation>
    </message>
    <message>
        <source>%1 out in %2 steps</source>
        <translation>%1 heraus in %2 Schritten</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>This answer saw no picture.</source>
        <translation>Diese Antwort sah kein Bild.</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Was das Modell sah</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>In Fenster einpassen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>%n Sieg</numerusform>
            <numerusform>%n Siege</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loss(es)</source>
        <translation>
            <numerusform>%n Niederlage</numerusform>
            <numerusform>%n Niederlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n Gleichstand</numerusform>
            <numerusform>%n Gleichstände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n picture(s) would tell.</source>
        <translation>
            <numerusform>Etwa %n Bild würde es zeigen.</numerusform>
            <numerusform>Etwa %n Bilder würden es zeigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hurts on your pictures: %2 is better.</source>
        <translation>%1 schadet bei den eigenen Bildern: %2 ist besser.</translation>
    </message>
    <message>
        <source>%1 is better than %2 on your pictures.</source>
        <translation>%1 ist bei den eigenen Bildern besser als %2.</translation>
    </message>
    <message>
        <source>Too few pictures to tell %1 from %2: they differ on %3 of %4.</source>
        <translation>Zu wenige Bilder, um %1 von %2 zu unterscheiden: Sie unterscheiden sich bei %3 von %4.</translation>
    </message>
    <message>
        <source>No difference between %1 and %2 is shown.</source>
        <translation>Kein Unterschied zwischen %1 und %2 zeigt sich.</translation>
    </message>
</context>
<context>
    <name>ServerDetails</name>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird überprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Check its boxes</source>
        <translation>Rahmen überprüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The first model that it has</source>
        <translation>Sein erstes Modell</translation>
    </message>
    <message>
        <source>Eyebox runs it on this machine, until you stop it.</source>
        <translation>Eyebox betreibt ihn auf diesem Rechner, bis er angehalten wird.</translation>
    </message>
    <message>
        <source>It runs on this machine.</source>
        <translation>Er läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>What you ask, and the pictures that you allow, leave this machine for %1.</source>
        <translation>Fragen und erlaubte Bilder verlassen diesen Rechner und gehen an %1.</translation>
    </message>
    <message>
        <source>Pictures may go to %1</source>
        <translation>Bilder dürfen an %1 gehen</translation>
    </message>
    <message>
        <source>Only those of a question, made as small as the model sees them. Without this it is asked in words alone.</source>
        <translation>Nur die einer Frage, so klein gemacht, wie das Modell sie sieht. Ohne dies wird nur in Worten gefragt.</translation>
    </message>
    <message>
        <source>Whether its boxes land was not checked.</source>
        <translation>Ob seine Rahmen treffen, wurde nicht überprüft.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>It answers. Models: %1</source>
        <translation>Er antwortet. Modelle: %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Add a server of your own</source>
        <translation>Eigenen Server hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Beliebiger Name</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Where it asks for one</source>
        <translation>Wenn er einen verlangt</translation>
    </message>
    <message>
        <source>The first that it has</source>
        <translation>Das erste, das er hat</translation>
    </message>
    <message>
        <source>Questions of a batch that are under way there at once</source>
        <translation>Fragen eines Stapels, die dort zugleich in Arbeit sind</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Auflisten</translation>
    </message>
    <message>
        <source>Ask which models it has</source>
        <translation>Fragen, welche Modelle er hat</translation>
    </message>
    <message>
        <source>Pictures of my questions may go to this server</source>
        <translation>Bilder der eigenen Fragen dürfen an diesen Server gehen</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama.cpp, LM Studio, Ollama, or any that speaks OpenAI&apos;s protocol. Nothing is sent before you ask it something.</source>
        <translation>vLLM, SGLang, llama.cpp, LM Studio, Ollama oder jeder, der das Protokoll von OpenAI spricht. Nichts wird gesendet, bevor er etwas gefragt wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Starting vLLM: %1</source>
        <translation>vLLM startet: %1</translation>
    </message>
    <message>
        <source>Asking a server</source>
        <translation>Ein Server wird gefragt</translation>
    </message>
    <message>
        <source>Checking the boxes of a model</source>
        <translation>Rahmen eines Modells werden überprüft</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>Another program is using the session file. Your sessions appear as soon as it is free; what you do until then is kept.</source>
        <translation>Ein anderes Programm verwendet die Sitzungsdatei. Die Sitzungen erscheinen, sobald sie frei ist; was bis dahin geschieht, wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Until then nothing is kept beyond this run.</source>
        <translation>Bis dahin bleibt nichts über diesen Lauf hinaus erhalten.</translation>
    </message>
    <message>
        <source>What you do until then is kept in %1.</source>
        <translation>Was bis dahin geschieht, wird in %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Your sessions are here again.</source>
        <translation>Die Sitzungen sind wieder da.</translation>
    </message>
    <message>
        <source>What you did while the session file could not be opened is among your sessions.</source>
        <translation>Was geschah, während die Sitzungsdatei nicht zu öffnen war, ist unter den Sitzungen.</translation>
    </message>
    <message>
        <source>The session file is damaged. What can be read is being saved; you can go on working.</source>
        <translation>Die Sitzungsdatei ist beschädigt. Was lesbar ist, wird gerettet; die Arbeit kann weitergehen.</translation>
    </message>
    <message>
        <source>The session file is damaged and can&apos;t be repaired now.</source>
        <translation>Die Sitzungsdatei ist beschädigt und lässt sich jetzt nicht reparieren.</translation>
    </message>
    <message>
        <source>The session file was damaged, and nothing in it could be read. It is kept as %1; a new one was begun.</source>
        <translation>Die Sitzungsdatei war beschädigt, und nichts darin war lesbar. Sie ist als %1 aufbewahrt; eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>The session file was damaged. Everything in it was saved; the damaged file is kept as %1.</source>
        <translation>Die Sitzungsdatei war beschädigt. Alles darin wurde gerettet; die beschädigte Datei ist als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The session file was damaged. %2 entries were saved, some could not be read; the damaged file is kept as %1.</source>
        <translation>Die Sitzungsdatei war beschädigt. %2 Einträge wurden gerettet, einige waren nicht lesbar; die beschädigte Datei ist als %1 aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Name of the session</source>
        <translation>Name der Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message numerus="yes">
        <source>gone for good in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag endgültig weg</numerusform>
            <numerusform>in %n Tagen endgültig weg</numerusform>
        </translation>
    </message>
    <message>
        <source>gone for good today</source>
        <translation>heute endgültig weg</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Enter restores it</source>
        <translation>Eingabe stellt es wieder her</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Rename the session</source>
        <translation>Sitzung umbenennen</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Nothing found in pictures&apos; text, chats and names.</source>
        <translation>Nichts gefunden in Text von Bildern, Chats und Namen.</translation>
    </message>
    <message>
        <source>No session yet.</source>
        <translation>Noch keine Sitzung.</translation>
    </message>
    <message>
        <source>Nothing that was removed has this name.</source>
        <translation>Nichts Entferntes hat diesen Namen.</translation>
    </message>
    <message>
        <source>Nothing was removed in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Search what was removed</source>
        <translation>Entferntes durchsuchen</translation>
    </message>
    <message>
        <source>Search pictures&apos; text, chats and names</source>
        <translation>Texte, Chats und Namen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Back to the sessions</source>
        <translation>Zurück zu den Sitzungen</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>The one that a request names</source>
        <translation>Das in der Anfrage genannte</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Folders whose pictures may be named by their path</source>
        <translation>Ordner, deren Bilder mit ihrem Pfad genannt werden dürfen</translation>
    </message>
    <message>
        <source>It is loaded at once, and answers where a request names none. Others can be named all the same.</source>
        <translation>Es wird sofort geladen und antwortet, wo eine Anfrage keines nennt. Andere können trotzdem genannt werden.</translation>
    </message>
    <message>
        <source>Switch it off to change what follows.</source>
        <translation>Zum Ändern des Folgenden ausschalten.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>The old one is no longer good, and what is asked at the moment ends.</source>
        <translation>Der alte gilt dann nicht mehr, und was gerade gefragt wird, endet.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use the same key each time</source>
        <translation>Jedes Mal denselben Schlüssel verwenden</translation>
    </message>
    <message>
        <source>It is kept in a file for you alone. Otherwise there is a new one each time.</source>
        <translation>Er liegt in einer nur für den eigenen Benutzer lesbaren Datei. Sonst gibt es jedes Mal einen neuen.</translation>
    </message>
    <message>
        <source>Switch it on when Eyebox starts</source>
        <translation>Beim Start von Eyebox einschalten</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to the default</source>
        <translation>Auf Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Bildschirmaufnahme</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>Helle oder dunkle Farben.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>High: black and white, and a thick ring around what has the focus.</source>
        <translation>Hoch: Schwarz und Weiß, und ein dicker Rahmen um das, was den Fokus hat.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of menus, buttons and messages.</source>
        <translation>Die Sprache von Menüs, Schaltflächen und Meldungen.</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>Textgröße in Prozent</translation>
    </message>
    <message>
        <source>Next to the size of the system&apos;s text; from the next start on.</source>
        <translation>Bezogen auf die Textgröße des Systems; ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Short movements that show where something went.</source>
        <translation>Kurze Bewegungen, die zeigen, wohin etwas ging.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Read pictures when they are opened</source>
        <translation>Bilder beim Öffnen lesen</translation>
    </message>
    <message>
        <source>Otherwise a picture is read when you ask for it.</source>
        <translation>Sonst wird ein Bild auf Wunsch gelesen.</translation>
    </message>
    <message>
        <source>Order of the text</source>
        <translation>Reihenfolge des Textes</translation>
    </message>
    <message>
        <source>How the lines of a picture follow each other; it holds for what is read from now on.</source>
        <translation>Wie die Zeilen eines Bildes aufeinander folgen; gilt für alles, was ab jetzt gelesen wird.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>Spalte für Spalte</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>Code, mit Einrückung</translation>
    </message>
    <message>
        <source>Ask before closing while something is running</source>
        <translation>Vor dem Schließen fragen, wenn noch etwas läuft</translation>
    </message>
    <message>
        <source>What was read and answered so far is kept either way.</source>
        <translation>Was bisher gelesen und beantwortet wurde, bleibt in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>Go on with batches by themselves</source>
        <translation>Stapel von selbst fortsetzen</translation>
    </message>
    <message>
        <source>Those that were under way when Eyebox ended, when it starts again.</source>
        <translation>Solche, die beim Ende von Eyebox in Arbeit waren, bei seinem nächsten Start.</translation>
    </message>
    <message>
        <source>Keys of the review</source>
        <translation>Tasten der Prüfung</translation>
    </message>
    <message>
        <source>As another program has them; each can be changed under “Keyboard shortcuts”.</source>
        <translation>Wie in einem anderen Programm; jede lässt sich unter „Tastenkürzel“ ändern.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>How many are listed in the menu; 0 lists none.</source>
        <translation>Wie viele im Menü stehen; 0 zeigt keine.</translation>
    </message>
    <message>
        <source>Copy the text of a capture at once</source>
        <translation>Text eines Bildschirmfotos sofort kopieren</translation>
    </message>
    <message>
        <source>Otherwise a click on its bar copies it.</source>
        <translation>Sonst kopiert ihn ein Klick auf die Leiste.</translation>
    </message>
    <message>
        <source>Adjust the region before it is taken</source>
        <translation>Bereich vor der Aufnahme anpassen</translation>
    </message>
    <message>
        <source>By its handles and arrow keys; Enter takes it. Ctrl while you drag does the other thing.</source>
        <translation>Mit Griffen und Pfeiltasten; Eingabe nimmt auf. Strg beim Ziehen bewirkt das Gegenteil.</translation>
    </message>
    <message>
        <source>Keys that capture from anywhere</source>
        <translation>Tasten für Aufnahmen von überall</translation>
    </message>
    <message>
        <source>They work while Eyebox runs, also from the tray. On Wayland the desktop decides on the keys.</source>
        <translation>Sie wirken, solange Eyebox läuft, auch im Infobereich. Unter Wayland bestimmt der Desktop die Tasten.</translation>
    </message>
    <message>
        <source>Captures that are kept</source>
        <translation>Aufbewahrte Bildschirmfotos</translation>
    </message>
    <message>
        <source>In the session “Captures”; the oldest go first.</source>
        <translation>In der Sitzung „Bildschirmfotos“; die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source>Days that a capture is kept</source>
        <translation>Tage, die ein Bildschirmfoto bleibt</translation>
    </message>
    <message>
        <source>0 keeps them for ever.</source>
        <translation>0 behält sie für immer.</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Nach dem Schließen des Fensters im Infobereich bleiben</translation>
    </message>
    <message>
        <source>A capture then begins at once, and its text is read by an engine that is ready.</source>
        <translation>Ein Bildschirmfoto beginnt dann sofort, und eine bereite Engine liest seinen Text.</translation>
    </message>
    <message>
        <source>Ask the first time</source>
        <translation>Beim ersten Mal fragen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unload an idle model after minutes</source>
        <translation>Unbenutztes Modell entladen nach Minuten</translation>
    </message>
    <message>
        <source>Gives its memory back; the next question loads it again. 0 keeps it.</source>
        <translation>Gibt seinen Speicher frei; die nächste Frage lädt es wieder. 0 behält es.</translation>
    </message>
    <message>
        <source>Load a model while its question is typed</source>
        <translation>Modell laden, während die Frage eingegeben wird</translation>
    </message>
    <message>
        <source>Its first answer begins sooner. Otherwise it is loaded when it is asked.</source>
        <translation>Die erste Antwort beginnt früher. Sonst wird es beim Fragen geladen.</translation>
    </message>
    <message>
        <source>Memory for chats of a model, in MB</source>
        <translation>Speicher für Chats eines Modells, in MB</translation>
    </message>
    <message>
        <source>What a model keeps of a chat makes its next answer start sooner. 0 keeps nothing.</source>
        <translation>Was ein Modell von einem Chat behält, lässt die nächste Antwort früher beginnen. 0 behält nichts.</translation>
    </message>
    <message>
        <source>Disk space for known pictures, in MB</source>
        <translation>Festplattenplatz für bekannte Bilder, in MB</translation>
    </message>
    <message>
        <source>What a model made of a picture is kept, so that the next question about it starts much sooner. 0 keeps nothing.</source>
        <translation>Was ein Modell aus einem Bild berechnet hat, bleibt, damit die nächste Frage dazu viel früher beginnt. 0 behält nichts.</translation>
    </message>
    <message>
        <source>Go on when the length limit cut a list of boxes</source>
        <translation>Fortfahren, wenn die Längengrenze eine Liste von Rahmen abschnitt</translation>
    </message>
    <message>
        <source>Otherwise the answer ends there, and says so.</source>
        <translation>Sonst endet die Antwort dort und sagt es.</translation>
    </message>
    <message>
        <source>Offline mode</source>
        <translation>Offline-Modus</translation>
    </message>
    <message>
        <source>Nothing is ever sent or fetched. A download asks before it turns this off.</source>
        <translation>Nie wird etwas gesendet oder geholt. Ein Download fragt, bevor er dies ausschaltet.</translation>
    </message>
    <message>
        <source>Mirror for downloads</source>
        <translation>Spiegelserver für Downloads</translation>
    </message>
    <message>
        <source>The address of a hub to fetch models from; empty is huggingface.co.</source>
        <translation>Die Adresse eines Hubs, von dem Modelle geholt werden; leer ist huggingface.co.</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>Proxy für Downloads</translation>
    </message>
    <message>
        <source>The address of a proxy, for downloads only; empty uses the system&apos;s.</source>
        <translation>Die Adresse eines Proxys nur für Downloads; leer verwendet den des Systems.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has this word.</source>
        <translation>Keine Einstellung hat dieses Wort.</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Fetch Python</source>
        <translation>Python holen</translation>
    </message>
    <message>
        <source>Work out what is needed</source>
        <translation>Bedarf ermitteln</translation>
    </message>
    <message>
        <source>Fetch the packages</source>
        <translation>Pakete holen</translation>
    </message>
    <message>
        <source>Install them</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Check that models run</source>
        <translation>Prüfen, ob Modelle laufen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>X or a click marks what is wrong, Shift+X all · Z opens a crop · Enter accepts the rest · Esc: the picture</source>
        <translation>X oder ein Klick markiert Falsches, Umschalt+X alles · Z öffnet einen Ausschnitt · Eingabe nimmt den Rest an · Esc: das Bild</translation>
    </message>
    <message>
        <source>X or a click marks what is wrong · Z opens a crop · Enter accepts the rest</source>
        <translation>X oder ein Klick markiert Falsches · Z öffnet einen Ausschnitt · Eingabe nimmt den Rest an</translation>
    </message>
    <message>
        <source>X: wrong · Z: larger · Enter: the rest</source>
        <translation>X: falsch · Z: größer · Eingabe: der Rest</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Previous page (%1)</source>
        <translation>Vorige Seite (%1)</translation>
    </message>
    <message>
        <source>Next page (%1)</source>
        <translation>Nächste Seite (%1)</translation>
    </message>
    <message>
        <source>Smaller and more (%1)</source>
        <translation>Kleiner und mehr (%1)</translation>
    </message>
    <message>
        <source>Larger and fewer (%1)</source>
        <translation>Größer und weniger (%1)</translation>
    </message>
    <message>
        <source>(no label)</source>
        <translation>(kein Label)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 waiting</source>
        <translation>%1 von %2 wartend</translation>
    </message>
    <message>
        <source>No box with this label waits for a verdict.</source>
        <translation>Kein Rahmen mit diesem Label wartet auf ein Urteil.</translation>
    </message>
    <message>
        <source>%1 boxes wait that can&apos;t be seen: their pictures are gone, or they lie outside of them, or the filter leaves them out.
Esc shows the picture again.</source>
        <translation>%1 Rahmen warten, die nicht zu sehen sind: Ihre Bilder sind verschwunden, sie liegen außerhalb davon, oder der Filter lässt sie aus.
Esc zeigt wieder das Bild.</translation>
    </message>
    <message>
        <source>Nothing waits for a verdict any more.
Esc shows the picture again.</source>
        <translation>Nichts wartet mehr auf ein Urteil.
Esc zeigt wieder das Bild.</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>Annehmen: %1</translation>
    </message>
    <message>
        <source>Reject: %1</source>
        <translation>Ablehnen: %1</translation>
    </message>
    <message>
        <source>Others: %1</source>
        <translation>Andere: %1</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>Werden geladen: %1</translation>
    </message>
    <message>
        <source>Not seen: %1</source>
        <translation>Nicht gesehen: %1</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>The box lies outside of the picture.</source>
        <translation>Der Rahmen liegt außerhalb des Bildes.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>Nach Name oder Taste suchen</translation>
    </message>
    <message>
        <source>Nothing has this name or key.</source>
        <translation>Nichts hat diesen Namen oder diese Taste.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Click keys to change them. What you change holds at once.</source>
        <translation>Tasten zum Ändern anklicken. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Export shortcuts</source>
        <translation>Tastenkürzel exportieren</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>Import shortcuts</source>
        <translation>Tastenkürzel importieren</translation>
    </message>
    <message>
        <source>Left out, because unknown or used twice: %1</source>
        <translation>Ausgelassen, weil unbekannt oder doppelt belegt: %1</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>Aus %1 importiert.</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Put a box onto edges</source>
        <translation>Rahmen an Kanten legen</translation>
    </message>
    <message>
        <source>There are no other edges near this box.</source>
        <translation>In der Nähe dieses Rahmens gibt es keine weiteren Kanten.</translation>
    </message>
    <message>
        <source>Select one box: its side is put onto an edge of the picture.</source>
        <translation>Einen Rahmen auswählen: Seine Seite wird an eine Kante des Bildes gelegt.</translation>
    </message>
    <message>
        <source>Back where it was</source>
        <translation>Zurück, wo er war</translation>
    </message>
    <message>
        <source>Edge %1 of %2</source>
        <translation>Kante %1 von %2</translation>
    </message>
    <message>
        <source>Move the left side</source>
        <translation>Linke Seite verschieben</translation>
    </message>
    <message>
        <source>Move the top side</source>
        <translation>Obere Seite verschieben</translation>
    </message>
    <message>
        <source>Move the right side</source>
        <translation>Rechte Seite verschieben</translation>
    </message>
    <message>
        <source>Move the bottom side</source>
        <translation>Untere Seite verschieben</translation>
    </message>
    <message>
        <source>There is no edge near the left side.</source>
        <translation>In der Nähe der linken Seite ist keine Kante.</translation>
    </message>
    <message>
        <source>There is no edge near the top side.</source>
        <translation>In der Nähe der oberen Seite ist keine Kante.</translation>
    </message>
    <message>
        <source>There is no edge near the right side.</source>
        <translation>In der Nähe der rechten Seite ist keine Kante.</translation>
    </message>
    <message>
        <source>There is no edge near the bottom side.</source>
        <translation>In der Nähe der unteren Seite ist keine Kante.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Drop files and folders here</source>
        <translation>Dateien und Ordner hierher ziehen</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Review boxes</source>
        <translation>Rahmen prüfen</translation>
    </message>
    <message>
        <source>The boxes of this &amp;session</source>
        <translation>Die Rahmen dieser &amp;Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) of a model or a file</source>
        <translation>
            <numerusform>%n Rahmen eines Modells oder einer Datei</numerusform>
            <numerusform>%n Rahmen eines Modells oder einer Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no boxes of a model or a file yet.</source>
        <translation>Noch gibt es keine Rahmen eines Modells oder einer Datei.</translation>
    </message>
    <message>
        <source>A &amp;dataset</source>
        <translation>Ein &amp;Datensatz</translation>
    </message>
    <message>
        <source>Opened in a new session; its files stay as they are.</source>
        <translation>Wird in einer neuen Sitzung geöffnet; die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>What a &amp;model answers</source>
        <translation>Was ein &amp;Modell antwortet</translation>
    </message>
    <message>
        <source>%1 is asked about each picture; its boxes come while you review.</source>
        <translation>%1 wird zu jedem Bild gefragt; die Rahmen kommen während der Prüfung.</translation>
    </message>
    <message>
        <source>Choose a model for the chat first.</source>
        <translation>Zuerst ein Modell für den Chat wählen.</translation>
    </message>
    <message>
        <source>A file of annotations, or a folder with some</source>
        <translation>Eine Datei mit Annotationen oder ein Ordner damit</translation>
    </message>
    <message>
        <source>Path of the dataset</source>
        <translation>Pfad des Datensatzes</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>D&amp;atei&#xa0;…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Find all prices.</source>
        <translation>Alle Preise finden.</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Frage an das Modell</translation>
    </message>
    <message numerus="yes">
        <source>The %n picture(s) of this session</source>
        <translation>
            <numerusform>Das Bild dieser Sitzung (%n)</numerusform>
            <numerusform>Die %n Bilder dieser Sitzung</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Fo&amp;lder…</source>
        <translation>O&amp;rdner&#xa0;…</translation>
    </message>
    <message>
        <source>Share of the boxes</source>
        <translation>Anteil der Rahmen</translation>
    </message>
    <message>
        <source>How many of the boxes are judged, chosen at random</source>
        <translation>Wie viele der Rahmen beurteilt werden, zufällig gewählt</translation>
    </message>
    <message>
        <source>Those without a verdict</source>
        <translation>Die ohne Urteil</translation>
    </message>
    <message>
        <source>All boxes</source>
        <translation>Alle Rahmen</translation>
    </message>
    <message>
        <source>Only unsure ones</source>
        <translation>Nur unsichere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Boxes that are wrong on purpose measure attention; they are never exported.</source>
        <translation>Absichtlich falsche Rahmen messen die Aufmerksamkeit; sie werden nie exportiert.</translation>
    </message>
    <message>
        <source>For comparing two reviews</source>
        <translation>Um zwei Prüfungen zu vergleichen</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation>Re&amp;ihenfolge</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>Ra&amp;hmen</translation>
    </message>
    <message>
        <source>&amp;Planted boxes</source>
        <translation>&amp;Falsche Rahmen dazwischen</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Eigener &amp;Name</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture of this session has a box yet.</source>
        <translation>Noch kein Bild dieser Sitzung hat einen Rahmen.</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Boxes a picture</source>
        <translation>Rahmen pro Bild</translation>
    </message>
    <message>
        <source>Half of the pictures have at most %1, one has %2.</source>
        <translation>Die Hälfte der Bilder hat höchstens %1, eines hat %2.</translation>
    </message>
    <message>
        <source>Pictures without boxes</source>
        <translation>Bilder ohne Rahmen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Below 32 × 32 square pixels, as COCO counts</source>
        <translation>Unter 32 × 32 Quadratpixel, wie COCO zählt</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Between 32 × 32 and 96 × 96 square pixels, as COCO counts</source>
        <translation>Zwischen 32 × 32 und 96 × 96 Quadratpixel, wie COCO zählt</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>From 96 × 96 square pixels on, as COCO counts</source>
        <translation>Ab 96 × 96 Quadratpixel, wie COCO zählt</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Mean width in pixels</source>
        <translation>Mittlere Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Mean height in pixels</source>
        <translation>Mittlere Höhe in Pixeln</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Up to %1 megapixels</source>
        <translation>Bis zu %1 Megapixel</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>By size of picture</source>
        <translation>Nach Bildgröße</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten&#xa0;…</translation>
    </message>
    <message>
        <source>Show the queue (Ctrl+J)</source>
        <translation>Warteschlange anzeigen (Strg+J)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>%1 von %2 wird gelesen</translation>
    </message>
    <message>
        <source>Exporting… %1 of %2</source>
        <translation>Wird exportiert&#xa0;… %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Importing… %n picture(s)</source>
        <translation>
            <numerusform>Wird importiert&#xa0;… %n Bild</numerusform>
            <numerusform>Wird importiert&#xa0;… %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>What was tried to be reached, and what keeps Eyebox offline (Ctrl+Shift+F2)</source>
        <translation>Was zu erreichen versucht wurde, und was Eyebox offline hält (Strg+Umschalt+F2)</translation>
    </message>
    <message>
        <source>API on %1</source>
        <translation>API auf %1</translation>
    </message>
    <message>
        <source>Programs on this machine that have its key can ask here (Ctrl+Shift+F3)</source>
        <translation>Programme auf diesem Rechner, die den Schlüssel haben, können hier anfragen (Strg+Umschalt+F3)</translation>
    </message>
    <message>
        <source>Stop all work (Ctrl+.)</source>
        <translation>Alle Arbeiten anhalten (Strg+.)</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Fassung</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Fassung %1 von %2</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the document&apos;s own text</source>
        <translation>
            <numerusform>%n Zeile aus dem Text des Dokuments</numerusform>
            <numerusform>%n Zeilen aus dem Text des Dokuments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read in</source>
        <translation>
            <numerusform>%n Zeile gelesen in</numerusform>
            <numerusform>%n Zeilen gelesen in</numerusform>
        </translation>
    </message>
    <message>
        <source>some of the document&apos;s own text</source>
        <translation>teils aus dem Text des Dokuments</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in an unknown script</source>
        <translation>
            <numerusform>%n Zeile in unbekannter Schrift</numerusform>
            <numerusform>%n Zeilen in unbekannter Schrift</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary of the review</source>
        <translation>Zusammenfassung der Prüfung</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>Boxes: %1 judged, %2 waiting, on %n picture(s)</source>
        <translation>
            <numerusform>%1 Rahmen beurteilt, %2 wartend, auf %n Bild</numerusform>
            <numerusform>%1 Rahmen beurteilt, %2 wartend, auf %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>No box has a verdict yet. The summary fills as boxes are accepted, fixed or rejected.</source>
        <translation>Noch ist kein Rahmen beurteilt. Die Zusammenfassung füllt sich, sobald Rahmen angenommen, korrigiert oder abgelehnt werden.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>The share of the model&apos;s boxes that are right, at an IoU of at least 0.5 and with the same label</source>
        <translation>Der Anteil der Rahmen des Modells, die richtig sind, bei einer IoU von mindestens 0,5 und gleichem Label</translation>
    </message>
    <message>
        <source>Only pictures that are marked complete count: %1</source>
        <translation>Nur als vollständig markierte Bilder zählen: %1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Mean IoU of fixed boxes</source>
        <translation>Mittlere IoU korrigierter Rahmen</translation>
    </message>
    <message>
        <source>How much the model&apos;s box and the corrected one overlap</source>
        <translation>Wie weit sich der Rahmen des Modells und der korrigierte decken</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Korrigiert</translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another label</source>
        <translation>
            <numerusform>%n davon bekam ein anderes Label</numerusform>
            <numerusform>%n davon bekamen ein anderes Label</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Seconds a box</source>
        <translation>Sekunden pro Rahmen</translation>
    </message>
    <message>
        <source>In total: %1</source>
        <translation>Insgesamt: %1</translation>
    </message>
    <message>
        <source>Planted boxes caught</source>
        <translation>Erkannte falsche Rahmen</translation>
    </message>
    <message>
        <source>Boxes that were wrong on purpose, and were rejected or fixed</source>
        <translation>Rahmen, die absichtlich falsch waren und abgelehnt oder korrigiert wurden</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Counted over pictures marked complete</source>
        <translation>Gezählt auf als vollständig markierten Bildern</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Precision at an IoU of %1</source>
        <translation>Präzision bei IoU %1</translation>
    </message>
    <message>
        <source>Recall at an IoU of %1</source>
        <translation>Recall bei IoU %1</translation>
    </message>
    <message>
        <source>F1 at an IoU of %1</source>
        <translation>F1 bei IoU %1</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>How right</source>
        <translation>Wie richtig</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
</context>
<context>
    <name>TableController</name>
    <message>
        <source>No table was found on this picture.</source>
        <translation>Auf diesem Bild wurde keine Tabelle gefunden.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>Open the table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Workbook (%1)</source>
        <translation>Arbeitsmappe (%1)</translation>
    </message>
    <message>
        <source>Table for Excel (%1)</source>
        <translation>Tabelle für Excel (%1)</translation>
    </message>
    <message>
        <source>Table with tabs (%1)</source>
        <translation>Tabelle mit Tabulatoren (%1)</translation>
    </message>
    <message>
        <source>Markdown (%1)</source>
        <translation>Markdown (%1)</translation>
    </message>
    <message>
        <source>Web page (%1)</source>
        <translation>Webseite (%1)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Correct a cell</source>
        <translation>Zelle berichtigen</translation>
    </message>
    <message>
        <source>Correct cells</source>
        <translation>Zellen berichtigen</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Table %1 of %2</source>
        <translation>Tabelle %1 von %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>Zellen der Tabelle</translation>
    </message>
    <message>
        <source>Typing corrects a cell, F2 edits it, Enter and Tab go on, Delete empties it.</source>
        <translation>Tippen berichtigt eine Zelle, F2 bearbeitet sie, Eingabe und Tab gehen weiter, Entf leert sie.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Previous table</source>
        <translation>Vorige Tabelle</translation>
    </message>
    <message>
        <source>Next table</source>
        <translation>Nächste Tabelle</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>Tabelle schließen</translation>
    </message>
    <message>
        <source>Change the cells of the table</source>
        <translation>Zellen der Tabelle ändern</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>Ausgewählte Zellen kopieren</translation>
    </message>
    <message>
        <source>Save the table as a file</source>
        <translation>Tabelle als Datei speichern</translation>
    </message>
    <message>
        <source>Merge the cells</source>
        <translation>Zellen verbinden</translation>
    </message>
    <message>
        <source>Split the cell</source>
        <translation>Zelle teilen</translation>
    </message>
    <message>
        <source>Insert a row above</source>
        <translation>Zeile darüber einfügen</translation>
    </message>
    <message>
        <source>Insert a row below</source>
        <translation>Zeile darunter einfügen</translation>
    </message>
    <message>
        <source>Insert a column on the left</source>
        <translation>Spalte links einfügen</translation>
    </message>
    <message>
        <source>Insert a column on the right</source>
        <translation>Spalte rechts einfügen</translation>
    </message>
    <message>
        <source>Delete the rows</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message>
        <source>Delete the columns</source>
        <translation>Spalten löschen</translation>
    </message>
</context>
<context>
    <name>TeachController</name>
    <message>
        <source>Teaching was interrupted at step %1.</source>
        <translation>Das Training wurde bei Schritt %1 unterbrochen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The model has learned.</source>
        <translation>Das Modell hat gelernt.</translation>
    </message>
    <message>
        <source>Discard what was learned so far?</source>
        <translation>Bisher Gelerntes verwerfen?</translation>
    </message>
    <message>
        <source>The model itself stays as it is, and so does what it learns from.</source>
        <translation>Das Modell selbst bleibt, wie es ist, ebenso das, woraus es lernt.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>This chat answers with what was learned.</source>
        <translation>Dieser Chat antwortet mit dem Gelernten.</translation>
    </message>
    <message>
        <source>A folder for the new model</source>
        <translation>Ein Ordner für das neue Modell</translation>
    </message>
    <message>
        <source>Merging %1</source>
        <translation>%1 wird zusammengeführt</translation>
    </message>
    <message>
        <source>The new model is there: %1</source>
        <translation>Das neue Modell ist da: %1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>A folder with a model</source>
        <translation>Ein Ordner mit einem Modell</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>Dateien mit Gesprächen</translation>
    </message>
    <message>
        <source>A folder for the result</source>
        <translation>Ein Ordner für das Ergebnis</translation>
    </message>
</context>
<context>
    <name>TeachForm</name>
    <message>
        <source>%1 MP</source>
        <translation>%1&#xa0;MP</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Zuerst ein Modell wählen.</translation>
    </message>
    <message>
        <source>Add files with conversations, or review some boxes and learn from that.</source>
        <translation>Dateien mit Gesprächen hinzufügen oder Rahmen prüfen und daraus lernen.</translation>
    </message>
    <message>
        <source>No picture of this session is ready: review its boxes first, or learn from files.</source>
        <translation>Noch kein Bild dieser Sitzung ist bereit: zuerst Rahmen prüfen oder aus Dateien lernen.</translation>
    </message>
    <message>
        <source>Give the result a name.</source>
        <translation>Dem Ergebnis einen Namen geben.</translation>
    </message>
    <message>
        <source>The learning rate is a number above 0, such as 0.0001.</source>
        <translation>Die Lernrate ist eine Zahl über 0, etwa 0,0001.</translation>
    </message>
    <message>
        <source>%1 taught</source>
        <translation>%1 trainiert</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are marked complete.</source>
        <translation>
            <numerusform>%n Bild ist als vollständig markiert.</numerusform>
            <numerusform>%n Bilder sind als vollständig markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) nothing waits for a verdict.</source>
        <translation>
            <numerusform>Auf %n Bild wartet nichts auf ein Urteil.</numerusform>
            <numerusform>Auf %n Bildern wartet nichts auf ein Urteil.</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON or JSONL of ms-swift, Qwen-VL or InternVL</source>
        <translation>JSON oder JSONL von ms-swift, Qwen-VL oder InternVL</translation>
    </message>
    <message>
        <source>No box that a model proposed was corrected in this review, so there are no pairs: change or reject some boxes, or learn from files.</source>
        <translation>In dieser Prüfung wurde kein vorgeschlagener Rahmen korrigiert, also gibt es keine Paare: Ändern oder verwerfen Sie welche, oder lernen Sie aus Dateien.</translation>
    </message>
    <message>
        <source>Beta is a number above 0, such as 0.1.</source>
        <translation>Beta ist eine Zahl über 0, etwa 0,1.</translation>
    </message>
    <message>
        <source>JSON or JSONL with a chosen and a rejected answer: of ms-swift, LLaMA-Factory or MMPR</source>
        <translation>JSON oder JSONL mit einer gewählten und einer verworfenen Antwort: von ms-swift, LLaMA-Factory oder MMPR</translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) a model&apos;s boxes were corrected.</source>
        <translation>
            <numerusform>Auf %n Bild wurden Rahmen eines Modells korrigiert.</numerusform>
            <numerusform>Auf %n Bildern wurden Rahmen eines Modells korrigiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>Woraus es lernt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>Name des Ergebnisses</translation>
    </message>
    <message>
        <source>Layers that get a LoRA</source>
        <translation>Schichten mit LoRA</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>Gespräche auf einmal</translation>
    </message>
    <message>
        <source>… so many times a step</source>
        <translation>… so oft je Schritt</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>End early after states without gain</source>
        <translation>Früher enden nach Ständen ohne Gewinn</translation>
    </message>
    <message>
        <source>General questions, before and after</source>
        <translation>Allgemeine Fragen, vorher und nachher</translation>
    </message>
    <message>
        <source>Beta: how near to the model it stays</source>
        <translation>Beta: wie nah es am Modell bleibt</translation>
    </message>
    <message>
        <source>Pictures at most</source>
        <translation>Bilder höchstens</translation>
    </message>
    <message>
        <source>Files of conversations</source>
        <translation>Dateien mit Gesprächen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>a tenth</source>
        <translation>ein Zehntel</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>wie beim Fragen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Leave what looks at pictures as it is</source>
        <translation>Den Bildteil lassen, wie er ist</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>Ordner mit einem Modell&#xa0;…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Review: complete pictures</source>
        <translation>Prüfung: vollständige Bilder</translation>
    </message>
    <message>
        <source>Review: all judged pictures</source>
        <translation>Prüfung: alle beurteilten Bilder</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>Daten werden angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is learned yet: look at the data, then start.</source>
        <translation>Noch ist nichts gelernt: Daten ansehen, dann starten.</translation>
    </message>
    <message>
        <source>Learning: %1</source>
        <translation>Lernen: %1</translation>
    </message>
    <message>
        <source>Pausing after this step: %1</source>
        <translation>Pause nach diesem Schritt: %1</translation>
    </message>
    <message>
        <source>Paused at %1. You can go on at any time, also after a restart.</source>
        <translation>Pausiert bei %1. Es kann jederzeit weitergehen, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Writing what was learned…</source>
        <translation>Gelerntes wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>The model is loaded and every conversation looked at: pictures open, boxes inside, tokens within the context. Then one is learned by heart, to see that the settings work.</source>
        <translation>Das Modell wird geladen und jedes Gespräch angesehen: Bilder lassen sich öffnen, Rahmen liegen darin, Token passen in den Kontext. Dann wird eines auswendig gelernt, um die Einstellungen zu prüfen.</translation>
    </message>
    <message>
        <source>Correct some boxes, and let a model learn from that. It stays on this machine, and the model that you have stays as it is: what is learned is an adapter beside it. First the data is checked, and you are told what it takes.</source>
        <translation>Einige Rahmen korrigieren und ein Modell daraus lernen lassen. Alles bleibt auf diesem Rechner, und das vorhandene Modell bleibt, wie es ist: Das Gelernte ist ein Adapter daneben. Zuerst werden die Daten geprüft, dann ist zu sehen, was es braucht.</translation>
    </message>
    <message>
        <source>Teach a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start to learn</source>
        <translation>Lernen starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>End here and keep what it learned</source>
        <translation>Hier beenden und Gelerntes behalten</translation>
    </message>
    <message>
        <source>Use it in this chat</source>
        <translation>In diesem Chat verwenden</translation>
    </message>
    <message>
        <source>Merge into a model of its own…</source>
        <translation>Zu eigenem Modell zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen&#xa0;…</translation>
    </message>
    <message>
        <source>Teach something else</source>
        <translation>Etwas anderes trainieren</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Teaching needs the model engine, which is not on this machine yet.</source>
        <translation>Das Trainieren braucht die Modell-Engine, die noch nicht auf diesem Rechner ist.</translation>
    </message>
    <message>
        <source>Add the model engine…</source>
        <translation>Modell-Engine hinzufügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>QLoRA (4 bit)</source>
        <translation>QLoRA (4&#xa0;Bit)</translation>
    </message>
    <message>
        <source>All weights</source>
        <translation>Alle Gewichte</translation>
    </message>
    <message>
        <source>Preference pairs (DPO)</source>
        <translation>Präferenzpaare (DPO)</translation>
    </message>
    <message>
        <source>A small file beside the model, which stays as it is</source>
        <translation>Eine kleine Datei neben dem Modell, das bleibt, wie es ist</translation>
    </message>
    <message>
        <source>The same over a model in 4 bit: the least memory</source>
        <translation>Dasselbe über einem Modell in 4&#xa0;Bit: am wenigsten Speicher</translation>
    </message>
    <message>
        <source>A new model: the most memory and time</source>
        <translation>Ein neues Modell: am meisten Speicher und Zeit</translation>
    </message>
    <message>
        <source>A small file beside the model, learned from pairs: what was answered, and what you corrected it to</source>
        <translation>Eine kleine Datei neben dem Modell, gelernt aus Paaren: was geantwortet wurde und wie Sie es korrigiert haben</translation>
    </message>
    <message>
        <source>Queries, keys and values</source>
        <translation>Queries, Keys und Values</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>Alle linearen Schichten</translation>
    </message>
    <message>
        <source>Your boxes</source>
        <translation>Eigene Rahmen</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>Eigene Texte</translation>
    </message>
    <message>
        <source>Find shapes</source>
        <translation>Formen finden</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>Tabelle lesen</translation>
    </message>
    <message>
        <source>Read a line</source>
        <translation>Zeile lesen</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1&#xa0;s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1&#xa0;min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1&#xa0;h</translation>
    </message>
    <message>
        <source>Teaching %1: %2</source>
        <translation>%1 trainieren: %2</translation>
    </message>
</context>
<context>
    <name>TextLayer</name>
    <message>
        <source>Copy the line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the block</source>
        <translation>Block kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>TextMarks</name>
    <message>
        <source>The reader had: %1</source>
        <translation>Die Texterkennung hatte: %1</translation>
    </message>
    <message>
        <source>Only {0} % sure: check this word</source>
        <translation>Nur zu {0}&#xa0;% sicher: dieses Wort prüfen</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Lines and certainty</source>
        <translation>Zeilen und Sicherheit</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>Text des Bildes</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Order: automatic</source>
        <translation>Reihenfolge: automatisch</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>Spalte für Spalte</translation>
    </message>
    <message>
        <source>Order: columns</source>
        <translation>Reihenfolge: Spalten</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>Order: rows</source>
        <translation>Reihenfolge: Zeilen</translation>
    </message>
    <message>
        <source>Code, with its indentation</source>
        <translation>Code, mit Einrückung</translation>
    </message>
    <message>
        <source>Order: code</source>
        <translation>Reihenfolge: Code</translation>
    </message>
    <message>
        <source>Order of the text: %1</source>
        <translation>Reihenfolge des Textes: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unsure word(s)</source>
        <translation>
            <numerusform>%n unsicheres Wort</numerusform>
            <numerusform>%n unsichere Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n Code</numerusform>
            <numerusform>%n Codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % sure</source>
        <translation>zu {0}&#xa0;% sicher</translation>
    </message>
    <message>
        <source>Open the table below the picture</source>
        <translation>Tabelle unter dem Bild öffnen</translation>
    </message>
    <message>
        <source>Go to the next word that the reader is unsure of</source>
        <translation>Zum nächsten Wort, bei dem die Texterkennung unsicher ist</translation>
    </message>
</context>
<context>
    <name>TextState</name>
    <message>
        <source>Reading</source>
        <translation>Text wird gelesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>No text was found in this picture, only codes.</source>
        <translation>In diesem Bild wurde kein Text gefunden, nur Codes.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Open a picture and its text appears here.</source>
        <translation>Ein Bild öffnen, und sein Text erscheint hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like text in a script that the reader does not know. Ask a model about them in a chat.</source>
        <translation>
            <numerusform>%n Zeile sieht aus wie Text in einer Schrift, die die Texterkennung nicht kennt. Ein Modell in einem Chat danach fragen.</numerusform>
            <numerusform>%n Zeilen sehen aus wie Text in einer Schrift, die die Texterkennung nicht kennt. Ein Modell in einem Chat danach fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts and languages…</source>
        <translation>Schriften und Sprachen&#xa0;…</translation>
    </message>
    <message>
        <source>The text of this picture has not been read yet.</source>
        <translation>Der Text dieses Bildes wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Text wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>No text was found in this picture.</source>
        <translation>In diesem Bild wurde kein Text gefunden.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>Could not look again</source>
        <translation>Konnte nicht noch einmal hinsehen</translation>
    </message>
    <message>
        <source>Could not read a region</source>
        <translation>Konnte einen Ausschnitt nicht lesen</translation>
    </message>
    <message>
        <source>A call that could not be done</source>
        <translation>Ein Aufruf, der nicht ausgeführt werden konnte</translation>
    </message>
    <message>
        <source>Looked again at %1</source>
        <translation>%1 noch einmal angesehen</translation>
    </message>
    <message>
        <source>Looking again at %1…</source>
        <translation>%1 wird noch einmal angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Read a region of %1</source>
        <translation>Ausschnitt von %1 gelesen</translation>
    </message>
    <message>
        <source>Reading a region of %1…</source>
        <translation>Ausschnitt von %1 wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>TourController</name>
    <message>
        <source>Open a picture</source>
        <translation>Ein Bild öffnen</translation>
    </message>
    <message>
        <source>Drop one anywhere, paste it, or try a sample. Its text is read at once: select it on the picture.</source>
        <translation>Eines irgendwohin ziehen, einfügen oder ein Beispiel probieren. Sein Text wird sofort gelesen und lässt sich auf dem Bild auswählen.</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Dazu fragen</translation>
    </message>
    <message>
        <source>The answer comes here, and the boxes in it land on the picture.</source>
        <translation>Die Antwort kommt hierher, und ihre Rahmen landen auf dem Bild.</translation>
    </message>
    <message>
        <source>Correct what is wrong</source>
        <translation>Falsches korrigieren</translation>
    </message>
    <message>
        <source>Drag a box by its edge, or press B to draw one. %1 goes through all boxes, one by one.</source>
        <translation>Einen Rahmen an der Kante ziehen oder B drücken, um einen zu zeichnen. %1 geht alle Rahmen einzeln durch.</translation>
    </message>
    <message>
        <source>Everything has a name</source>
        <translation>Alles hat einen Namen</translation>
    </message>
    <message>
        <source>%1 finds any action. %2 reads a part of the screen.</source>
        <translation>%1 findet jede Aktion. %2 liest einen Teil des Bildschirms.</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Export training data</source>
        <translation>Trainingsdaten exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Marked complete (%n)</source>
        <translation>
            <numerusform>Als vollständig markiert (%n)</numerusform>
            <numerusform>Als vollständig markiert (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that are judged (%n)</source>
        <translation>
            <numerusform>Alle beurteilten (%n)</numerusform>
            <numerusform>Alle beurteilten (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was asked, or as the model is usually asked</source>
        <translation>Wie gefragt wurde oder wie das Modell meist gefragt wird</translation>
    </message>
    <message>
        <source>{labels} stands for the labels that are looked for.</source>
        <translation>{labels} steht für die gesuchten Labels.</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>Der Wert des Modells</translation>
    </message>
    <message>
        <source>max_pixels of your training: the boxes are written in pixels of the picture at that size.</source>
        <translation>max_pixels des Trainings: Die Rahmen werden in Pixeln des Bildes in dieser Größe geschrieben.</translation>
    </message>
    <message>
        <source>Preference &amp;pairs too: your boxes, and the model&apos;s own words</source>
        <translation>Auch &amp;Präferenzpaare: eigene Rahmen und die Worte des Modells</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Pi&amp;ctures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>F&amp;rage</translation>
    </message>
    <message>
        <source>Most pi&amp;xels</source>
        <translation>Pi&amp;xel höchstens</translation>
    </message>
    <message>
        <source>Boxes in pixels of the original, which ms-swift turns into those of the model it teaches.</source>
        <translation>Rahmen in Pixeln des Originals, die ms-swift in die des trainierten Modells umrechnet.</translation>
    </message>
    <message>
        <source>Boxes in pixels of the picture as the model sees it, in whole steps of 28.</source>
        <translation>Rahmen in Pixeln des Bildes, wie das Modell es sieht, in ganzen Schritten von 28.</translation>
    </message>
    <message>
        <source>Boxes in thousandths of the picture.</source>
        <translation>Rahmen in Tausendsteln des Bildes.</translation>
    </message>
    <message>
        <source>Pairs go into a file beside it, whose name ends with %1.</source>
        <translation>Paare kommen in eine Datei daneben, deren Name auf %1 endet.</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the latest message  (End)</source>
        <translation>Zur neuesten Nachricht  (Ende)</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Capture a region</source>
        <translation>Bereich aufnehmen</translation>
    </message>
    <message>
        <source>Capture a window</source>
        <translation>Fenster aufnehmen</translation>
    </message>
    <message>
        <source>Capture a screen</source>
        <translation>Bildschirm aufnehmen</translation>
    </message>
    <message>
        <source>Capture the last region again</source>
        <translation>Letzten Bereich erneut aufnehmen</translation>
    </message>
    <message>
        <source>Capture a region by its name</source>
        <translation>Benannten Bereich aufnehmen</translation>
    </message>
    <message>
        <source>Open Eyebox</source>
        <translation>Eyebox öffnen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>Gewünscht: %1</translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
</context>
<context>
    <name>VideoController</name>
    <message>
        <source>As one video: %1 visual tokens, %2 of %3 free memory.</source>
        <translation>Als ein Video: %1 visuelle Token, %2 von %3 freiem Speicher.</translation>
    </message>
    <message>
        <source>That is more than fits: take fewer frames.</source>
        <translation>Das passt nicht: weniger Bilder nehmen.</translation>
    </message>
</context>
<context>
    <name>Videos</name>
    <message>
        <source>Look into %1</source>
        <translation>%1 ansehen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a picture here</source>
        <translation>Ein Bild hierher ziehen</translation>
    </message>
    <message>
        <source>Its text is read at once, on this machine. Then ask about it in the chat.</source>
        <translation>Sein Text wird sofort gelesen, auf diesem Rechner. Dann im Chat dazu fragen.</translation>
    </message>
    <message>
        <source>Then read its text with Ctrl+R, or ask about it in the chat.</source>
        <translation>Dann mit Strg+R seinen Text lesen oder im Chat dazu fragen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Capture the screen</source>
        <translation>Bildschirm aufnehmen</translation>
    </message>
    <message>
        <source>or try a sample picture</source>
        <translation>oder ein Beispielbild probieren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Speisekarte</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kassenbon</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Sample picture: %1</source>
        <translation>Beispielbild: %1</translation>
    </message>
    <message>
        <source>Ask about the picture</source>
        <translation>Zum Bild fragen</translation>
    </message>
    <message>
        <source>No picture to ask about yet</source>
        <translation>Noch kein Bild, zu dem gefragt werden kann</translation>
    </message>
    <message>
        <source>Drop one into the window, paste it, or open it with Ctrl+O.</source>
        <translation>Eines ins Fenster ziehen, einfügen oder mit Strg+O öffnen.</translation>
    </message>
    <message>
        <source>The reader finds text and pulls out what you name. Try one of these, or type your own.</source>
        <translation>Die Texterkennung findet Text und entnimmt, was genannt wird. Eines hiervon versuchen oder selbst etwas eingeben.</translation>
    </message>
    <message>
        <source>Answers name what they show: point at a phrase to see its box. Try one of these.</source>
        <translation>Antworten benennen, was sie zeigen: Auf einen Ausdruck zeigen, um seinen Rahmen zu sehen. Eines hiervon versuchen.</translation>
    </message>
    <message>
        <source>All prompts…</source>
        <translation>Alle Prompts&#xa0;…</translation>
    </message>
</context>
<context>
    <name>WhoDoesIt</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>A folder with a model…</source>
        <translation>Ein Ordner mit einem Modell&#xa0;…</translation>
    </message>
    <message>
        <source>Servers with the same model that share the pages:</source>
        <translation>Server mit demselben Modell, die sich die Seiten teilen:</translation>
    </message>
</context>
<context>
    <name>ZoomPill</name>
    <message>
        <source>Other…</source>
        <translation>Anderer&#xa0;…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in percent</source>
        <translation>Zoom in Prozent</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>In Fenster einpassen</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
</context>
<context>
    <name>_AdapterRow</name>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Anderer Ordner&#xa0;…</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Asked next: %1</source>
        <translation>Als Nächstes gefragt: %1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>Don’t ask this: put it back into the field</source>
        <translation>Nicht fragen: zurück ins Feld setzen</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Edit the question</source>
        <translation>Frage bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Cancel  (Esc)</source>
        <translation>Abbrechen  (Esc)</translation>
    </message>
    <message>
        <source>Ask again  (Enter)</source>
        <translation>Erneut fragen  (Eingabe)</translation>
    </message>
</context>
<context>
    <name>_Entries</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Taste %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
</context>
<context>
    <name>_Field</name>
    <message>
        <source>Ask about this picture…</source>
        <translation>Zu diesem Bild fragen&#xa0;…</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>Bilder anhängen</translation>
    </message>
</context>
<context>
    <name>_OnDisk</name>
    <message>
        <source>On disk now: %1</source>
        <translation>Jetzt auf der Festplatte: %1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Leeren: %1</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The picture is not at hand.</source>
        <translation>Das Bild ist nicht zur Hand.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>_SchemaRow</name>
    <message>
        <source>Choose fields…</source>
        <translation>Felder wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Edit the schema…</source>
        <translation>Schema bearbeiten&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)…</source>
        <translation>
            <numerusform>%n Feld&#xa0;…</numerusform>
            <numerusform>%n Felder&#xa0;…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>To fix</source>
        <translation>Zu beheben</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Verbesserungsfähig</translation>
    </message>
</context>
<context>
    <name>_Served</name>
    <message>
        <source>Read a picture</source>
        <translation>Ein Bild lesen</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API: %1</translation>
    </message>
</context>
</TS>
