<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutPanel</name>
  <message>
   <source>All keys, what a line can say, and what is where.</source>
   <translation>Alle Tasten, was eine Zeile sagen kann und was wo ist.</translation>
  </message>
  <message>
   <source>EngageDesk</source>
   <translation>EngageDesk</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Keys and help</source>
   <translation>Tasten und Hilfe</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <source>Show me around</source>
   <translation>Rundgang zeigen</translation>
  </message>
  <message>
   <source>Type: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC licence. Toolkit: Qt for Python, LGPL 3.</source>
   <translation>Schrift: Inter, SIL Open Font License 1.1. Symbole: Lucide, ISC-Lizenz. Werkzeugkasten: Qt for Python, LGPL 3.</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>Version {version}</translation>
  </message>
  <message>
   <source>version</source>
   <translation>version</translation>
  </message>
 </context>
 <context>
  <name>Action</name>
  <message>
   <source>Accept…</source>
   <translation>Annehmen…</translation>
  </message>
  <message>
   <source>Book {time} here</source>
   <translation>{time} hier buchen</translation>
  </message>
  <message>
   <source>Choose a code</source>
   <translation>Code wählen</translation>
  </message>
  <message>
   <source>Copy the line</source>
   <translation>Die Zeile kopieren</translation>
  </message>
  <message>
   <source>Mark as posted</source>
   <translation>Als gebucht kennzeichnen</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Put on {code}</source>
   <translation>Auf {code} setzen</translation>
  </message>
  <message>
   <source>Recorded time: {why}</source>
   <translation>Erfasste Zeit: {why}</translation>
  </message>
  <message>
   <source>Recorded time: {why}, {detail}</source>
   <translation>Erfasste Zeit: {why}, {detail}</translation>
  </message>
  <message>
   <source>Reopen here</source>
   <translation>Hier wieder öffnen</translation>
  </message>
 </context>
 <context>
  <name>ActionBlock</name>
  <message>
   <source>A letter alone would be typed: use Ctrl, Alt or a function key</source>
   <translation>Ein Buchstabe allein würde getippt: nehmen Sie Strg, Alt oder eine Funktionstaste</translation>
  </message>
  <message>
   <source>Back to the default</source>
   <translation>Zurück zur Vorgabe</translation>
  </message>
  <message>
   <source>Use them here</source>
   <translation>Hier verwenden</translation>
  </message>
  <message>
   <source>{keys} already means “{action}”</source>
   <translation>{keys} bedeutet schon „{action}“</translation>
  </message>
  <message>
   <source>{what}: default</source>
   <translation>{what}: Vorgabe</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Dark theme</source>
   <translation>Dunkle Darstellung</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Daten</translation>
  </message>
  <message>
   <source>Earlier imports</source>
   <translation>Frühere Einlesungen</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Export everything</source>
   <translation>Alles exportieren</translation>
  </message>
  <message>
   <source>Forget window titles</source>
   <translation>Fenstertitel vergessen</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>Keys and help</source>
   <translation>Tasten und Hilfe</translation>
  </message>
  <message>
   <source>Light theme</source>
   <translation>Helle Darstellung</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Look at no window titles for 1 hour</source>
   <translation>1 Stunde lang keine Fenstertitel ansehen</translation>
  </message>
  <message>
   <source>Look at window titles again</source>
   <translation>Fenstertitel wieder ansehen</translation>
  </message>
  <message>
   <source>New client</source>
   <translation>Neuer Mandant</translation>
  </message>
  <message>
   <source>New engagement</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>New entry</source>
   <translation>Neuer Eintrag</translation>
  </message>
  <message>
   <source>Privacy: show client names</source>
   <translation>Diskret: Mandantennamen zeigen</translation>
  </message>
  <message>
   <source>Privacy: show code names</source>
   <translation>Diskret: Decknamen zeigen</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Progress report of the portfolio</source>
   <translation>Fortschrittsbericht über das Portfolio</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Save the plan as a file</source>
   <translation>Plan als Datei speichern</translation>
  </message>
  <message>
   <source>Search or run a command</source>
   <translation>Suchen oder Befehl ausführen</translation>
  </message>
  <message>
   <source>Show me around</source>
   <translation>Rundgang zeigen</translation>
  </message>
  <message>
   <source>Start a timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>Stop the timer</source>
   <translation>Timer anhalten</translation>
  </message>
  <message>
   <source>Theme as the system</source>
   <translation>Darstellung wie das System</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>add record time quick</source>
   <translation>hinzufügen erfassen zeit schnell buchen</translation>
  </message>
  <message>
   <source>create template</source>
   <translation>anlegen erstellen vorlage</translation>
  </message>
  <message>
   <source>export microsoft project xml calendar ics outlook excel csv gantt</source>
   <translation>export microsoft project xml kalender ics outlook excel csv gantt</translation>
  </message>
  <message>
   <source>pause watch window titles privacy suggestions</source>
   <translation>pause ansehen fenstertitel datenschutz vorschläge</translation>
  </message>
  <message>
   <source>save csv json leave</source>
   <translation>speichern csv json verlassen</translation>
  </message>
  <message>
   <source>share screen hide clients</source>
   <translation>bildschirm teilen mandanten verbergen</translation>
  </message>
  <message>
   <source>status pdf markdown</source>
   <translation>Status PDF Markdown Bericht</translation>
  </message>
  <message>
   <source>toggl clockify harvest excel csv project plan calendar ics</source>
   <translation>toggl clockify harvest excel csv project plan kalender ics</translation>
  </message>
  <message>
   <source>undo import batch list</source>
   <translation>rückgängig import stapel liste</translation>
  </message>
  <message>
   <source>{what} ({keys})</source>
   <translation>{what} ({keys})</translation>
  </message>
 </context>
 <context>
  <name>Activity</name>
  <message>
   <source>Backups made earlier hold them until they are replaced.</source>
   <translation>Frühere Sicherungen enthalten sie, bis sie ersetzt werden.</translation>
  </message>
  <message>
   <source>Look again now</source>
   <translation>Jetzt wieder hinsehen</translation>
  </message>
  <message>
   <source>Settings, Privacy and data switches it on.</source>
   <translation>Unter Einstellungen, Datenschutz lässt es sich einschalten.</translation>
  </message>
  <message>
   <source>Window titles are looked at again</source>
   <translation>Fenstertitel werden wieder angesehen</translation>
  </message>
  <message>
   <source>Window titles are not looked at</source>
   <translation>Fenstertitel werden nicht angesehen</translation>
  </message>
  <message>
   <source>Window titles are not looked at until {time}</source>
   <translation>Fenstertitel werden bis {time} nicht angesehen</translation>
  </message>
  <message>
   <source>{n} window title forgotten</source>
   <translation>{n} Fenstertitel vergessen</translation>
  </message>
  <message>
   <source>{n} window titles forgotten</source>
   <translation>{n} Fenstertitel vergessen</translation>
  </message>
 </context>
 <context>
  <name>AppearancePanel</name>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Holds from the next start on. Dates, numbers and money follow it too.</source>
   <translation>Gilt ab dem nächsten Start. Datum, Zahlen und Beträge richten sich danach.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Nothing moves by itself; what works in the background says so in words.</source>
   <translation>Nichts bewegt sich von selbst; was im Hintergrund arbeitet, sagt es in Worten.</translation>
  </message>
  <message>
   <source>Reduce motion</source>
   <translation>Weniger Bewegung</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>animation spinner</source>
   <translation>animation drehen bewegung</translation>
  </message>
  <message>
   <source>dark light colour night</source>
   <translation>dunkel hell farbe nacht</translation>
  </message>
  <message>
   <source>follows it at once</source>
   <translation>folgt ihm sofort</translation>
  </message>
 </context>
 <context>
  <name>AwaitingCard</name>
  <message>
   <source>All time has a charge code.</source>
   <translation>Alle Zeit hat einen Auftragscode.</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>oldest {n} day</source>
   <translation>älteste {n} Tag</translation>
  </message>
  <message>
   <source>oldest {n} days</source>
   <translation>älteste {n} Tage</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
 </context>
 <context>
  <name>Away</name>
  <message>
   <source>No time away waits for an answer</source>
   <translation>Keine Abwesenheit wartet auf eine Antwort</translation>
  </message>
  <message>
   <source>Say what your time away was</source>
   <translation>Sagen, was Ihre Abwesenheit war</translation>
  </message>
  <message>
   <source>The clock was set back by {minutes} min</source>
   <translation>Die Uhr wurde um {minutes} min zurückgestellt</translation>
  </message>
  <message>
   <source>The running timer goes by the clock: check its start when you stop it.</source>
   <translation>Der laufende Timer richtet sich nach der Uhr: prüfen Sie seinen Beginn, wenn Sie ihn anhalten.</translation>
  </message>
  <message>
   <source>The time away is settled</source>
   <translation>Die Abwesenheit ist geklärt</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>answer away break split discard idle</source>
   <translation>antworten abwesend abwesenheit pause aufteilen verwerfen</translation>
  </message>
 </context>
 <context>
  <name>AwayDialog</name>
  <message>
   <source>A timer without an engagement was running and ended at {time}.</source>
   <translation>Ein Timer ohne Auftrag lief und endete um {time}.</translation>
  </message>
  <message>
   <source>Another timer runs and goes on.</source>
   <translation>Ein anderer Timer läuft weiter.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Continue {what}</source>
   <translation>{what} fortsetzen</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Später entscheiden</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>From {time}</source>
   <translation>Ab {time}</translation>
  </message>
  <message>
   <source>Goes on as if you had never left</source>
   <translation>Geht weiter, als wären Sie nie weg gewesen</translation>
  </message>
  <message>
   <source>Keep all {length}</source>
   <translation>Ganz behalten: {length}</translation>
  </message>
  <message>
   <source>Keep all {length} on {what}</source>
   <translation>Ganz behalten: {length} auf {what}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Split over several codes or a break</source>
   <translation>Auf mehrere Codes oder eine Pause aufteilen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>The entry that ran was deleted</source>
   <translation>Der Eintrag, der lief, wurde gelöscht</translation>
  </message>
  <message>
   <source>Time away</source>
   <translation>Abwesenheit</translation>
  </message>
  <message>
   <source>What was running and ended at {time} was deleted since.</source>
   <translation>Was lief und um {time} endete, wurde seither gelöscht.</translation>
  </message>
  <message>
   <source>You were away {length}</source>
   <translation>Sie waren {length} abwesend</translation>
  </message>
  <message>
   <source>{times} stays unallocated</source>
   <translation>{times} bleibt nicht zugeordnet</translation>
  </message>
  <message>
   <source>{what} was running and ended at {time}.</source>
   <translation>{what} lief und endete um {time}.</translation>
  </message>
 </context>
 <context>
  <name>Backup</name>
  <message>
   <source>Age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Not verified</source>
   <translation>Nicht geprüft</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Datensätze</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>Geprüft</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>{n} day ago</source>
   <translation>vor {n} Tag</translation>
  </message>
  <message>
   <source>{n} days ago</source>
   <translation>vor {n} Tagen</translation>
  </message>
  <message>
   <source>{n} hour ago</source>
   <translation>vor {n} Stunde</translation>
  </message>
  <message>
   <source>{n} hours ago</source>
   <translation>vor {n} Stunden</translation>
  </message>
  <message>
   <source>{n} min ago</source>
   <translation>vor {n} min</translation>
  </message>
 </context>
 <context>
  <name>BackupPanel</name>
  <message>
   <source>Back to the default</source>
   <translation>Zurück zur Vorgabe</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sicherungen</translation>
  </message>
  <message>
   <source>Beside the profile</source>
   <translation>Neben dem Profil</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>Jetzt prüfen</translation>
  </message>
  <message>
   <source>Check the store</source>
   <translation>Speicher prüfen</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Each is read back whole after it was written, and opens with the passphrase or the recovery key of its day. Choose one to see what restoring it would do.</source>
   <translation>Jede wird nach dem Schreiben vollständig zurückgelesen und öffnet sich mit der Passphrase oder dem Wiederherstellungsschlüssel ihres Tages. Wählen Sie eine, um zu sehen, was ihre Wiederherstellung täte.</translation>
  </message>
  <message>
   <source>Kept: one an hour for a day, one a day for two weeks, one a week for two months</source>
   <translation>Aufbewahrt: einen Tag lang eine je Stunde, zwei Wochen eine je Tag, zwei Monate eine je Woche</translation>
  </message>
  <message>
   <source>No backup yet. One is made while EngageDesk runs.</source>
   <translation>Noch keine Sicherung. Eine entsteht, während EngageDesk läuft.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open the backup folder</source>
   <translation>Ordner der Sicherungen öffnen</translation>
  </message>
  <message>
   <source>Reads every page, compares it with its seal, and follows the chain of changes to its start.</source>
   <translation>Liest jede Seite, vergleicht sie mit ihrem Siegel und folgt der Kette der Änderungen bis zum Anfang.</translation>
  </message>
  <message>
   <source>Restore a file…</source>
   <translation>Datei wiederherstellen…</translation>
  </message>
  <message>
   <source>The store itself</source>
   <translation>Der Speicher selbst</translation>
  </message>
  <message>
   <source>restore bring back older</source>
   <translation>wiederherstellen zurückholen ältere</translation>
  </message>
  <message>
   <source>verify damaged whole</source>
   <translation>prüfen beschädigt heil</translation>
  </message>
 </context>
 <context>
  <name>Beside</name>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
 </context>
 <context>
  <name>BudgetDetail</name>
  <message>
   <source>Alerts</source>
   <translation>Warnungen</translation>
  </message>
  <message>
   <source>All cards</source>
   <translation>Alle Preislisten</translation>
  </message>
  <message>
   <source>By exchange rate</source>
   <translation>Durch Wechselkurs</translation>
  </message>
  <message>
   <source>By grade mix</source>
   <translation>Durch Stufenmix</translation>
  </message>
  <message>
   <source>By rate</source>
   <translation>Durch Satz</translation>
  </message>
  <message>
   <source>Choose a card</source>
   <translation>Preisliste wählen</translation>
  </message>
  <message>
   <source>Choose a rate card…</source>
   <translation>Preisliste wählen …</translation>
  </message>
  <message>
   <source>Edit budget</source>
   <translation>Budget bearbeiten</translation>
  </message>
  <message>
   <source>Edit budget (Ctrl+E)</source>
   <translation>Budget bearbeiten (Strg+E)</translation>
  </message>
  <message>
   <source>Excess hours</source>
   <translation>Mehrstunden</translation>
  </message>
  <message>
   <source>Exchange rate…</source>
   <translation>Wechselkurs …</translation>
  </message>
  <message>
   <source>Fee variation as PDF</source>
   <translation>Nachforderung als PDF</translation>
  </message>
  <message>
   <source>Fee variation as PDF…</source>
   <translation>Nachforderung als PDF …</translation>
  </message>
  <message>
   <source>Margin so far</source>
   <translation>Marge bisher</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>New rate…</source>
   <translation>Neuer Satz …</translation>
  </message>
  <message>
   <source>New version with a reason…</source>
   <translation>Neue Fassung mit Grund …</translation>
  </message>
  <message>
   <source>No budget yet: one is proposed from the tasks' estimates and the rate card.</source>
   <translation>Noch kein Budget: Vorgeschlagen wird eines aus den Schätzungen der Aufgaben und der Preisliste.</translation>
  </message>
  <message>
   <source>No rates: choose a rate card, and hours become amounts.</source>
   <translation>Keine Sätze: Mit einer Preisliste werden aus Stunden Beträge.</translation>
  </message>
  <message>
   <source>Nothing is written down yet: say why hours went over.</source>
   <translation>Noch ist nichts festgehalten: Schreiben Sie auf, warum Stunden darüber liegen.</translation>
  </message>
  <message>
   <source>Nothing was crossed so far.</source>
   <translation>Bisher wurde nichts überschritten.</translation>
  </message>
  <message>
   <source>Phase by grade</source>
   <translation>Phase nach Stufe</translation>
  </message>
  <message>
   <source>Rate card</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Rate cards…</source>
   <translation>Preislisten…</translation>
  </message>
  <message>
   <source>Recovery</source>
   <translation>Realisierung</translation>
  </message>
  <message>
   <source>Set the budget</source>
   <translation>Budget festlegen</translation>
  </message>
  <message>
   <source>T&amp;M with cap</source>
   <translation>Nach Aufwand mit Obergrenze</translation>
  </message>
  <message>
   <source>Type an estimate</source>
   <translation>Schätzung eingeben</translation>
  </message>
  <message>
   <source>Type an estimate…</source>
   <translation>Schätzung eingeben …</translation>
  </message>
  <message>
   <source>Variance by hours</source>
   <translation>Abweichung durch Stunden</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Fassungen</translation>
  </message>
  <message>
   <source>When to alert</source>
   <translation>Wann warnen</translation>
  </message>
  <message>
   <source>When to alert…</source>
   <translation>Wann warnen …</translation>
  </message>
  <message>
   <source>Write down</source>
   <translation>Aufschreiben</translation>
  </message>
  <message>
   <source>Write down excess hours…</source>
   <translation>Mehrstunden aufschreiben …</translation>
  </message>
  <message>
   <source>at {percents} % used</source>
   <translation>bei {percents} % verbraucht</translation>
  </message>
  <message>
   <source>at {percents} % used, EAC {over} % over</source>
   <translation>bei {percents} % verbraucht, EAC {over} % darüber</translation>
  </message>
  <message>
   <source>hours used</source>
   <translation>verbrauchte Stunden</translation>
  </message>
  <message>
   <source>hours used of budget</source>
   <translation>verbrauchte Stunden vom Budget</translation>
  </message>
 </context>
 <context>
  <name>BudgetForm</name>
  <message>
   <source>Acknowledge the alert</source>
   <translation>Warnung bestätigen</translation>
  </message>
  <message>
   <source>Alert when the EAC goes over the budget</source>
   <translation>Warnen, wenn der EAC das Budget übersteigt</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>By how many percent</source>
   <translation>Um wie viel Prozent</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Empty: tasks and bookings say it again.</source>
   <translation>Leer: Aufgaben und Buchungen sagen es wieder.</translation>
  </message>
  <message>
   <source>Estimate to complete</source>
   <translation>Schätzung bis zum Ende</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Excess hours</source>
   <translation>Mehrstunden</translation>
  </message>
  <message>
   <source>Exchange rate</source>
   <translation>Wechselkurs</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Karrierestufe</translation>
  </message>
  <message>
   <source>Holds from</source>
   <translation>Gilt ab</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours still needed</source>
   <translation>Noch nötige Stunden</translation>
  </message>
  <message>
   <source>Its rates are those of this day.</source>
   <translation>Seine Sätze sind die dieses Tages.</translation>
  </message>
  <message>
   <source>New version of the budget</source>
   <translation>Neue Fassung des Budgets</translation>
  </message>
  <message>
   <source>No grade</source>
   <translation>Ohne Stufe</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Percent of the budget used</source>
   <translation>Prozent des Budgets verbraucht</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Proposed from the tasks' estimates, the team and the rate card.</source>
   <translation>Vorgeschlagen aus den Schätzungen der Aufgaben, dem Team und der Preisliste.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Several grades</source>
   <translation>Mehrere Stufen</translation>
  </message>
  <message>
   <source>Stays with the alert; it does not come again for this crossing.</source>
   <translation>Bleibt bei der Warnung; für diese Überschreitung kommt sie nicht wieder.</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Usual rule</source>
   <translation>Übliche Regel</translation>
  </message>
  <message>
   <source>What happened, when, and where it is on file.</source>
   <translation>Was geschah, wann, und wo es in der Akte steht.</translation>
  </message>
  <message>
   <source>What is done about it</source>
   <translation>Was dagegen getan wird</translation>
  </message>
  <message>
   <source>What it stands on.</source>
   <translation>Worauf sie beruht.</translation>
  </message>
  <message>
   <source>When to alert</source>
   <translation>Wann warnen</translation>
  </message>
  <message>
   <source>Whole percents with commas; empty = never.</source>
   <translation>Ganze Prozente mit Kommas; leer = nie.</translation>
  </message>
  <message>
   <source>Without phase</source>
   <translation>Ohne Phase</translation>
  </message>
  <message>
   <source>{hours} h in all</source>
   <translation>{hours} h insgesamt</translation>
  </message>
  <message>
   <source>{hours} h, {amount} in all</source>
   <translation>{hours} h, {amount} insgesamt</translation>
  </message>
  <message>
   <source>{phase}, {grade}</source>
   <translation>{phase}, {grade}</translation>
  </message>
  <message>
   <source>{quote} for one {base}</source>
   <translation>{quote} für einen {base}</translation>
  </message>
  <message>
   <source>{what}. {said}.</source>
   <translation>{what}. {said}.</translation>
  </message>
 </context>
 <context>
  <name>Budgets</name>
  <message>
   <source>Acknowledge</source>
   <translation>Bestätigen</translation>
  </message>
  <message>
   <source>Acknowledge: {what}</source>
   <translation>Bestätigen: {what}</translation>
  </message>
  <message>
   <source>Actual</source>
   <translation>Ist</translation>
  </message>
  <message>
   <source>Alerts</source>
   <translation>Warnungen</translation>
  </message>
  <message>
   <source>All grades</source>
   <translation>Alle Stufen</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>An hour</source>
   <translation>Je Stunde</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>Budget alerts: {n}</source>
   <translation>Budgetwarnungen: {n}</translation>
  </message>
  <message>
   <source>Budget, cap</source>
   <translation>Budget, Obergrenze</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>Budgets were crossed: look at them on the Budgets page.</source>
   <translation>Budgets wurden überschritten: Sehen Sie sie auf der Seite Budgets an.</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Crossed at {amount}</source>
   <translation>Überschritten bei {amount}</translation>
  </message>
  <message>
   <source>Crossed at {hours} h</source>
   <translation>Überschritten bei {hours} h</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>EAC</source>
   <translation>EAC</translation>
  </message>
  <message>
   <source>EAC +{percent} %</source>
   <translation>EAC +{percent} %</translation>
  </message>
  <message>
   <source>EAC {amount}</source>
   <translation>EAC {amount}</translation>
  </message>
  <message>
   <source>ETC</source>
   <translation>ETC</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Exhausted on</source>
   <translation>Aufgebraucht am</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Grade or person</source>
   <translation>Stufe oder Person</translation>
  </message>
  <message>
   <source>Holds for</source>
   <translation>Gilt für</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Lasts</source>
   <translation>Reicht</translation>
  </message>
  <message>
   <source>Late documents (PBC)</source>
   <translation>Späte Unterlagen (PBC)</translation>
  </message>
  <message>
   <source>Learning</source>
   <translation>Einarbeitung</translation>
  </message>
  <message>
   <source>No budget</source>
   <translation>Kein Budget</translation>
  </message>
  <message>
   <source>No budget yet, {hours} h used</source>
   <translation>Noch kein Budget, {hours} h verbraucht</translation>
  </message>
  <message>
   <source>No grade</source>
   <translation>Ohne Stufe</translation>
  </message>
  <message>
   <source>Open the budget</source>
   <translation>Budget öffnen</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Anderes</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Phase and grade</source>
   <translation>Phase und Stufe</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Rework</source>
   <translation>Nacharbeit</translation>
  </message>
  <message>
   <source>Save the burn chart</source>
   <translation>Verbrauchskurve speichern</translation>
  </message>
  <message>
   <source>Save the fee variation</source>
   <translation>Nachforderung speichern</translation>
  </message>
  <message>
   <source>Scope change</source>
   <translation>Geänderter Umfang</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Variance</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Fassung</translation>
  </message>
  <message>
   <source>Without phase</source>
   <translation>Ohne Phase</translation>
  </message>
  <message>
   <source>Written: {file}</source>
   <translation>Geschrieben: {file}</translation>
  </message>
  <message>
   <source>exhausted {day}</source>
   <translation>leer {day}</translation>
  </message>
  <message>
   <source>from bookings</source>
   <translation>aus Buchungen</translation>
  </message>
  <message>
   <source>from tasks</source>
   <translation>aus Aufgaben</translation>
  </message>
  <message>
   <source>lasts</source>
   <translation>reicht</translation>
  </message>
  <message>
   <source>no team extract</source>
   <translation>kein Teamauszug</translation>
  </message>
  <message>
   <source>nothing is left</source>
   <translation>nichts mehr</translation>
  </message>
  <message>
   <source>partly typed</source>
   <translation>teils eingegeben</translation>
  </message>
  <message>
   <source>projected</source>
   <translation>hochgerechnet</translation>
  </message>
  <message>
   <source>rate card</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>rates changed</source>
   <translation>Sätze haben sich geändert</translation>
  </message>
  <message>
   <source>team extract {day}</source>
   <translation>Teamauszug {day}</translation>
  </message>
  <message>
   <source>team extract {day}, stale</source>
   <translation>Teamauszug {day}, veraltet</translation>
  </message>
  <message>
   <source>the budget changed</source>
   <translation>das Budget hat sich geändert</translation>
  </message>
  <message>
   <source>the first</source>
   <translation>die erste</translation>
  </message>
  <message>
   <source>the team extract came in</source>
   <translation>der Teamauszug kam herein</translation>
  </message>
  <message>
   <source>this engagement only</source>
   <translation>nur diesen Auftrag</translation>
  </message>
  <message>
   <source>time was booked</source>
   <translation>Zeit wurde gebucht</translation>
  </message>
  <message>
   <source>to the end, at this pace</source>
   <translation>bis zum Ende, in diesem Tempo</translation>
  </message>
  <message>
   <source>used up</source>
   <translation>verbraucht</translation>
  </message>
  <message>
   <source>what is still to do changed</source>
   <translation>was noch zu tun ist, hat sich geändert</translation>
  </message>
  <message>
   <source>{day} with bookings</source>
   <translation>{day} mit Buchungen</translation>
  </message>
  <message>
   <source>{hours} h came with the team extract</source>
   <translation>{hours} h kamen mit dem Teamauszug</translation>
  </message>
  <message>
   <source>{hours} h were booked</source>
   <translation>{hours} h wurden gebucht</translation>
  </message>
  <message>
   <source>{hours} h without a rate</source>
   <translation>{hours} h ohne Satz</translation>
  </message>
  <message>
   <source>{name}: no budget, {hours} h used</source>
   <translation>{name}: kein Budget, {hours} h verbraucht</translation>
  </message>
  <message>
   <source>{name}: {used} used, plan {plan}, variance {variance}, {exhausted}</source>
   <translation>{name}: {used} verbraucht, Plan {plan}, Abweichung {variance}, {exhausted}</translation>
  </message>
  <message>
   <source>{percent} % used</source>
   <translation>{percent} % verbraucht</translation>
  </message>
  <message>
   <source>{stood}: {changed}</source>
   <translation>{stood}: {changed}</translation>
  </message>
  <message>
   <source>{what}: {name} · {title}</source>
   <translation>{what}: {name} · {title}</translation>
  </message>
 </context>
 <context>
  <name>BudgetsCard</name>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>The tick on a bar is where the plan says it should be today.</source>
   <translation>Der Strich auf einem Balken steht, wo der Verbrauch heute nach Plan sein sollte.</translation>
  </message>
 </context>
 <context>
  <name>BudgetsPage</name>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Nach Name</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>Most used first</source>
   <translation>Am meisten verbraucht</translation>
  </message>
  <message>
   <source>New engagement</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>No budget fits.</source>
   <translation>Kein Budget passt.</translation>
  </message>
  <message>
   <source>No engagements yet: their budgets appear here, with what is used and what is to come.</source>
   <translation>Noch keine Aufträge: Hier erscheinen ihre Budgets, mit dem, was verbraucht ist und was noch kommt.</translation>
  </message>
  <message>
   <source>Order of the list</source>
   <translation>Reihenfolge der Liste</translation>
  </message>
  <message>
   <source>Search (Ctrl+F)</source>
   <translation>Suchen (Strg+F)</translation>
  </message>
  <message>
   <source>Search budgets</source>
   <translation>Budgets suchen</translation>
  </message>
  <message>
   <source>Variance first</source>
   <translation>Nach Abweichung</translation>
  </message>
  <message>
   <source>own entries to today, {extract}</source>
   <translation>eigene Einträge bis heute, {extract}</translation>
  </message>
 </context>
 <context>
  <name>Burn</name>
  <message>
   <source>Actual</source>
   <translation>Ist</translation>
  </message>
  <message>
   <source>Actual {amount}</source>
   <translation>Ist {amount}</translation>
  </message>
  <message>
   <source>Budget {amount}</source>
   <translation>Budget {amount}</translation>
  </message>
  <message>
   <source>Burn chart</source>
   <translation>Verbrauchskurve</translation>
  </message>
  <message>
   <source>Cap {amount}</source>
   <translation>Obergrenze {amount}</translation>
  </message>
  <message>
   <source>End of</source>
   <translation>Ende des</translation>
  </message>
  <message>
   <source>Exhausted {day}</source>
   <translation>Aufgebraucht {day}</translation>
  </message>
  <message>
   <source>Forecast</source>
   <translation>Prognose</translation>
  </message>
  <message>
   <source>Forecast {amount}</source>
   <translation>Prognose {amount}</translation>
  </message>
  <message>
   <source>Highest</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <source>Lowest</source>
   <translation>Mindestens</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Plan {amount} today</source>
   <translation>Plan heute {amount}</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Used {used} of {budget} by {day}, the plan says {plan}; forecast {forecast}</source>
   <translation>Bis {day} {used} von {budget} verbraucht, der Plan sagt {plan}; Prognose {forecast}</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
 </context>
 <context>
  <name>BurnCard</name>
  <message>
   <source>Burn</source>
   <translation>Verbrauch</translation>
  </message>
  <message>
   <source>Burn, as a table</source>
   <translation>Verbrauch, als Tabelle</translation>
  </message>
  <message>
   <source>Save as CSV</source>
   <translation>Als CSV speichern</translation>
  </message>
  <message>
   <source>Show chart</source>
   <translation>Kurve zeigen</translation>
  </message>
  <message>
   <source>Show table</source>
   <translation>Tabelle zeigen</translation>
  </message>
  <message>
   <source>cumulative, hours, by week</source>
   <translation>aufsummiert, Stunden, je Woche</translation>
  </message>
  <message>
   <source>cumulative, {currency} thousand, by week</source>
   <translation>aufsummiert, Tausend {currency}, je Woche</translation>
  </message>
 </context>
 <context>
  <name>Callout</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation>{n} von {count}</translation>
  </message>
 </context>
 <context>
  <name>CapabilitiesPanel</name>
  <message>
   <source>EngageDesk works without each of these; it only does less by itself.</source>
   <translation>EngageDesk arbeitet auch ohne jede davon; es tut dann nur weniger von selbst.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Erneut nachsehen</translation>
  </message>
  <message>
   <source>What this desktop can do</source>
   <translation>Was diese Arbeitsumgebung kann</translation>
  </message>
 </context>
 <context>
  <name>Capability</name>
  <message>
   <source>A presentation still shows where its program keeps the screen awake.</source>
   <translation>Ein Vortrag zeigt sich trotzdem, wo sein Programm den Bildschirm wach hält.</translation>
  </message>
  <message>
   <source>After a long call without a touch, answer the question with Keep.</source>
   <translation>Nach einem langen Anruf ohne Berührung beantworten Sie die Frage mit „Ganz behalten“.</translation>
  </message>
  <message>
   <source>Allow them in the desktop's settings, then start EngageDesk again.</source>
   <translation>Erlauben Sie sie in den Einstellungen des Desktops und starten Sie EngageDesk neu.</translation>
  </message>
  <message>
   <source>Another program has {keys}.</source>
   <translation>Ein anderes Programm hat {keys}.</translation>
  </message>
  <message>
   <source>Away time begins with sleep, which the clock shows. Log in to a whole desktop session.</source>
   <translation>Eine Abwesenheit beginnt mit dem Ruhezustand, den die Uhr zeigt. Melden Sie sich an einer vollständigen Arbeitsumgebung an.</translation>
  </message>
  <message>
   <source>Begins an away time at once.</source>
   <translation>Beginnt sofort eine Abwesenheit.</translation>
  </message>
  <message>
   <source>Calls still show by the microphone.</source>
   <translation>Anrufe zeigen sich trotzdem am Mikrofon.</translation>
  </message>
  <message>
   <source>Calls still show where their program keeps the screen awake.</source>
   <translation>Anrufe zeigen sich trotzdem, wo ihr Programm den Bildschirm wach hält.</translation>
  </message>
  <message>
   <source>Check that the folder can be written to.</source>
   <translation>Prüfen Sie, ob in den Ordner geschrieben werden kann.</translation>
  </message>
  <message>
   <source>Choose other keys under General.</source>
   <translation>Wählen Sie andere Tasten unter Allgemein.</translation>
  </message>
  <message>
   <source>Choose some under General.</source>
   <translation>Wählen Sie welche unter Allgemein.</translation>
  </message>
  <message>
   <source>File locks</source>
   <translation>Dateisperren</translation>
  </message>
  <message>
   <source>Idle time</source>
   <translation>Leerlauf</translation>
  </message>
  <message>
   <source>Idle time and sleep still begin an away time.</source>
   <translation>Leerlauf und Ruhezustand beginnen trotzdem eine Abwesenheit.</translation>
  </message>
  <message>
   <source>In part</source>
   <translation>Zum Teil</translation>
  </message>
  <message>
   <source>Install libXss (Debian: libxss1) and start EngageDesk again.</source>
   <translation>Installieren Sie libXss (Debian: libxss1) und starten Sie EngageDesk neu.</translation>
  </message>
  <message>
   <source>It could not be tried in the profile's folder.</source>
   <translation>Im Ordner des Profils ließ es sich nicht ausprobieren.</translation>
  </message>
  <message>
   <source>KDE on Wayland may always answer that you were just there.</source>
   <translation>KDE unter Wayland antwortet womöglich immer, Sie seien gerade noch da gewesen.</translation>
  </message>
  <message>
   <source>Keep a second program from writing into the same store.</source>
   <translation>Halten ein zweites Programm davon ab, in denselben Speicher zu schreiben.</translation>
  </message>
  <message>
   <source>Keep the profile on a disk of this computer.</source>
   <translation>Legen Sie das Profil auf eine Platte dieses Rechners.</translation>
  </message>
  <message>
   <source>Keyring</source>
   <translation>Schlüsselbund</translation>
  </message>
  <message>
   <source>Keys in every program</source>
   <translation>Tasten in jedem Programm</translation>
  </message>
  <message>
   <source>Let a shortcut of the system run: engagedesk --toggle-timer.</source>
   <translation>Lassen Sie einen Kurzbefehl des Systems ausführen: engagedesk --toggle-timer.</translation>
  </message>
  <message>
   <source>Let its settings run: engagedesk --toggle-timer.</source>
   <translation>Lassen Sie seine Einstellungen ausführen: engagedesk --toggle-timer.</translation>
  </message>
  <message>
   <source>Let the desktop's settings run: engagedesk --toggle-timer.</source>
   <translation>Lassen Sie die Einstellungen des Desktops ausführen: engagedesk --toggle-timer.</translation>
  </message>
  <message>
   <source>Lock the screen when you leave, where that is told; sleep is noticed everywhere.</source>
   <translation>Sperren Sie den Bildschirm, wenn Sie gehen, wo das gemeldet wird; der Ruhezustand wird überall bemerkt.</translation>
  </message>
  <message>
   <source>Lock the screen when you leave: that is noticed at once. On X11 idle time works too.</source>
   <translation>Sperren Sie den Bildschirm, wenn Sie gehen: das wird sofort bemerkt. Unter X11 geht auch der Leerlauf.</translation>
  </message>
  <message>
   <source>Meetings and presentations</source>
   <translation>Besprechungen und Vorträge</translation>
  </message>
  <message>
   <source>Neither logind nor a screen saver tells whether the screen is locked.</source>
   <translation>Weder logind noch ein Bildschirmschoner sagt, ob der Bildschirm gesperrt ist.</translation>
  </message>
  <message>
   <source>No keys are chosen.</source>
   <translation>Es sind keine Tasten gewählt.</translation>
  </message>
  <message>
   <source>No notification service answers.</source>
   <translation>Kein Benachrichtigungsdienst antwortet.</translation>
  </message>
  <message>
   <source>No service tells which programs keep the screen awake.</source>
   <translation>Kein Dienst sagt, welche Programme den Bildschirm wach halten.</translation>
  </message>
  <message>
   <source>Not asked yet.</source>
   <translation>Noch nicht gefragt.</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>Hier nicht</translation>
  </message>
  <message>
   <source>Nothing here shows whether you are in a call or a presentation.</source>
   <translation>Nichts zeigt hier, ob Sie in einem Anruf oder einem Vortrag sind.</translation>
  </message>
  <message>
   <source>Nothing is asked while you are in one.</source>
   <translation>Währenddessen wird nichts gefragt.</translation>
  </message>
  <message>
   <source>Nothing is lost. The time asleep is asked about when you are back.</source>
   <translation>Es geht nichts verloren. Nach der Zeit im Ruhezustand wird gefragt, wenn Sie zurück sind.</translation>
  </message>
  <message>
   <source>Nothing is lost: closing the window then ends the program. On GNOME, the extension AppIndicator brings a tray.</source>
   <translation>Es geht nichts verloren: das Schließen des Fensters beendet dann das Programm. Unter GNOME bringt die Erweiterung AppIndicator einen Infobereich.</translation>
  </message>
  <message>
   <source>Notices that the computer slept.</source>
   <translation>Bemerkt, dass der Rechner geschlafen hat.</translation>
  </message>
  <message>
   <source>Notices that you left the computer.</source>
   <translation>Bemerkt, dass Sie den Rechner verlassen haben.</translation>
  </message>
  <message>
   <source>Notifications</source>
   <translation>Benachrichtigungen</translation>
  </message>
  <message>
   <source>Opens the store while you are signed in.</source>
   <translation>Öffnet den Speicher, solange Sie angemeldet sind.</translation>
  </message>
  <message>
   <source>Quick entry from anywhere.</source>
   <translation>Schnelleingabe von überall.</translation>
  </message>
  <message>
   <source>Reminders are shown in the window. Most desktops bring a service; otherwise dunst does.</source>
   <translation>Erinnerungen erscheinen im Fenster. Die meisten Arbeitsumgebungen bringen einen Dienst mit; sonst tut es dunst.</translation>
  </message>
  <message>
   <source>Reminders that reach you while another program is in front.</source>
   <translation>Erinnerungen, die Sie erreichen, während ein anderes Programm vorn ist.</translation>
  </message>
  <message>
   <source>Screen lock</source>
   <translation>Bildschirmsperre</translation>
  </message>
  <message>
   <source>Sleep</source>
   <translation>Ruhezustand</translation>
  </message>
  <message>
   <source>Sleep shows afterwards, by the clock; logind does not tell of it before.</source>
   <translation>Der Ruhezustand zeigt sich danach an der Uhr; logind meldet ihn nicht vorher.</translation>
  </message>
  <message>
   <source>Start EngageDesk again to ask for them.</source>
   <translation>Starten Sie EngageDesk neu, um sie zu erbitten.</translation>
  </message>
  <message>
   <source>Start, stop and see the timer without the window.</source>
   <translation>Den Timer ohne das Fenster starten, anhalten und sehen.</translation>
  </message>
  <message>
   <source>Suggestions come from your plan and your habits there.</source>
   <translation>Vorschläge kommen dort aus Ihrem Plan und Ihren Gewohnheiten.</translation>
  </message>
  <message>
   <source>Suggestions from what you worked in.</source>
   <translation>Vorschläge aus dem, worin Sie gearbeitet haben.</translation>
  </message>
  <message>
   <source>The X server does not answer.</source>
   <translation>Der X-Server antwortet nicht.</translation>
  </message>
  <message>
   <source>The desktop did not grant the keys.</source>
   <translation>Der Desktop hat die Tasten nicht gewährt.</translation>
  </message>
  <message>
   <source>The desktop is being asked.</source>
   <translation>Der Desktop wird gefragt.</translation>
  </message>
  <message>
   <source>The desktop took the keys back.</source>
   <translation>Der Desktop hat die Tasten zurückgenommen.</translation>
  </message>
  <message>
   <source>The library that reads the X server's idle count is missing.</source>
   <translation>Die Bibliothek fehlt, die den Leerlauf vom X-Server liest.</translation>
  </message>
  <message>
   <source>The passphrase opens the store. Sign in to the desktop's keyring, then look again.</source>
   <translation>Die Passphrase öffnet den Speicher. Melden Sie sich am Schlüsselbund an und sehen Sie erneut nach.</translation>
  </message>
  <message>
   <source>The window manager does not say which window is in front.</source>
   <translation>Der Fenstermanager sagt nicht, welches Fenster vorn ist.</translation>
  </message>
  <message>
   <source>There is no screen.</source>
   <translation>Es gibt keinen Bildschirm.</translation>
  </message>
  <message>
   <source>This desktop does not say how long nobody touched it.</source>
   <translation>Diese Arbeitsumgebung sagt nicht, wie lange niemand sie berührt hat.</translation>
  </message>
  <message>
   <source>This desktop lends no keys to programs.</source>
   <translation>Dieser Desktop leiht Programmen keine Tasten.</translation>
  </message>
  <message>
   <source>This desktop shows no tray.</source>
   <translation>Diese Arbeitsumgebung zeigt keinen Infobereich.</translation>
  </message>
  <message>
   <source>This file system has no locks that hold.</source>
   <translation>Dieses Dateisystem hat keine Sperren, die halten.</translation>
  </message>
  <message>
   <source>This keyboard has no {keys}.</source>
   <translation>Diese Tastatur hat kein {keys}.</translation>
  </message>
  <message>
   <source>This session has no message bus that could tell of a locked screen.</source>
   <translation>Diese Sitzung hat keinen Nachrichtenbus, der einen gesperrten Bildschirm melden könnte.</translation>
  </message>
  <message>
   <source>This session has no message bus, and no X server counts idle time.</source>
   <translation>Diese Sitzung hat keinen Nachrichtenbus, und kein X-Server zählt den Leerlauf.</translation>
  </message>
  <message>
   <source>Tray icon</source>
   <translation>Symbol im Infobereich</translation>
  </message>
  <message>
   <source>Wayland tells no program what others show.</source>
   <translation>Wayland sagt keinem Programm, was andere zeigen.</translation>
  </message>
  <message>
   <source>Whether a window covers the whole screen cannot be seen on Wayland.</source>
   <translation>Ob ein Fenster den ganzen Bildschirm bedeckt, lässt sich unter Wayland nicht sehen.</translation>
  </message>
  <message>
   <source>Whether the microphone is in use cannot be seen.</source>
   <translation>Ob das Mikrofon benutzt wird, lässt sich nicht sehen.</translation>
  </message>
  <message>
   <source>Window titles</source>
   <translation>Fenstertitel</translation>
  </message>
  <message>
   <source>Works</source>
   <translation>Geht</translation>
  </message>
  <message>
   <source>macOS lends keys to signed programs only.</source>
   <translation>macOS leiht Tasten nur signierten Programmen.</translation>
  </message>
  <message>
   <source>macOS tells titles only to programs that may record the screen.</source>
   <translation>macOS nennt Titel nur Programmen, die den Bildschirm aufnehmen dürfen.</translation>
  </message>
  <message>
   <source>{keys} is no key with Ctrl, Alt or the logo key.</source>
   <translation>{keys} ist keine Taste mit Strg, Alt oder der Logo-Taste.</translation>
  </message>
  <message>
   <source>{reason}</source>
   <translation>{reason}</translation>
  </message>
 </context>
 <context>
  <name>Check</name>
  <message>
   <source>A timer is running</source>
   <translation>Ein Timer läuft</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Code {code} is closed</source>
   <translation>Code {code} ist zu</translation>
  </message>
  <message>
   <source>Code {code} is not valid yet</source>
   <translation>Code {code} gilt noch nicht</translation>
  </message>
  <message>
   <source>Ends in the future</source>
   <translation>Endet in der Zukunft</translation>
  </message>
  <message>
   <source>Narrative names {names}</source>
   <translation>Tätigkeitstext nennt {names}</translation>
  </message>
  <message>
   <source>Narrative too long</source>
   <translation>Tätigkeitstext zu lang</translation>
  </message>
  <message>
   <source>Narrative too short</source>
   <translation>Tätigkeitstext zu kurz</translation>
  </message>
  <message>
   <source>Narrative uses “{words}”</source>
   <translation>Tätigkeitstext enthält „{words}“</translation>
  </message>
  <message>
   <source>No activity</source>
   <translation>Keine Leistungsart</translation>
  </message>
  <message>
   <source>No engagement chosen</source>
   <translation>Kein Auftrag gewählt</translation>
  </message>
  <message>
   <source>No narrative</source>
   <translation>Kein Tätigkeitstext</translation>
  </message>
  <message>
   <source>No task</source>
   <translation>Keine Aufgabe</translation>
  </message>
  <message>
   <source>Work before an open gate</source>
   <translation>Arbeit vor einer offenen Freigabe</translation>
  </message>
  <message>
   <source>the other</source>
   <translation>der andere</translation>
  </message>
  <message>
   <source>unassigned</source>
   <translation>nicht zugewiesen</translation>
  </message>
  <message>
   <source>{day} {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>{day} {time}, {what}</source>
   <translation>{day} {time}, {what}</translation>
  </message>
  <message>
   <source>{day} {what}, {hours} h</source>
   <translation>{day} {what}, {hours} h</translation>
  </message>
  <message>
   <source>{day}: {recorded} of {standard} h</source>
   <translation>{day}: {recorded} von {standard} h</translation>
  </message>
  <message>
   <source>{first}, {second}</source>
   <translation>{first}, {second}</translation>
  </message>
  <message>
   <source>{n} entries await a code</source>
   <translation>{n} Einträge warten auf einen Code</translation>
  </message>
  <message>
   <source>{time} away, unanswered</source>
   <translation>{time} abwesend, unbeantwortet</translation>
  </message>
  <message>
   <source>{time} claimed twice</source>
   <translation>{time} doppelt beansprucht</translation>
  </message>
  <message>
   <source>{time} short of the day</source>
   <translation>{time} fehlen am Tag</translation>
  </message>
  <message>
   <source>{time} unallocated</source>
   <translation>{time} nicht zugeordnet</translation>
  </message>
 </context>
 <context>
  <name>CheckRow</name>
  <message>
   <source>Another proposal</source>
   <translation>Anderer Vorschlag</translation>
  </message>
  <message>
   <source>Code, client or engagement</source>
   <translation>Code, Mandant oder Auftrag</translation>
  </message>
  <message>
   <source>Enter does it, Alt+Enter shows it, right and left turn the proposals, up and down walk.</source>
   <translation>Eingabe erledigt es, Alt+Eingabe zeigt es, rechts und links wechseln den Vorschlag, auf und ab gehen weiter.</translation>
  </message>
  <message>
   <source>Enter does it, Alt+Enter shows it, the arrow keys walk.</source>
   <translation>Eingabe erledigt es, Alt+Eingabe zeigt es, die Pfeiltasten gehen weiter.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Show it: {what}</source>
   <translation>Zeigen: {what}</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>Was getan wurde</translation>
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation>{n} von {count}</translation>
  </message>
 </context>
 <context>
  <name>Client</name>
  <message>
   <source>At milestones</source>
   <translation>Bei Meilensteinen</translation>
  </message>
  <message>
   <source>Best time</source>
   <translation>Beste Zeit</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Anruf</translation>
  </message>
  <message>
   <source>Clay</source>
   <translation>Lehm</translation>
  </message>
  <message>
   <source>Code name</source>
   <translation>Deckname</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Dokument</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>E-mail text</source>
   <translation>E-Mail-Text</translation>
  </message>
  <message>
   <source>Edit client</source>
   <translation>Mandant bearbeiten</translation>
  </message>
  <message>
   <source>Every two weeks</source>
   <translation>Alle zwei Wochen</translation>
  </message>
  <message>
   <source>Finance director</source>
   <translation>Finanzvorstand</translation>
  </message>
  <message>
   <source>For narrow places; made from the name if empty.</source>
   <translation>Für schmale Stellen; leer wird er aus dem Namen gebildet.</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Graphite</source>
   <translation>Graphit</translation>
  </message>
  <message>
   <source>How it wants to hear from the team</source>
   <translation>Wie er vom Team hören möchte</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>Wie oft</translation>
  </message>
  <message>
   <source>In lists, the sidebar and the timer too. The name stays in this form.</source>
   <translation>Auch in Listen, Seitenleiste und Timer. Der Name bleibt in diesem Formular.</translation>
  </message>
  <message>
   <source>Indigo</source>
   <translation>Indigo</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Least used</source>
   <translation>Am wenigsten benutzt</translation>
  </message>
  <message>
   <source>Lilac</source>
   <translation>Flieder</translation>
  </message>
  <message>
   <source>Magenta</source>
   <translation>Magenta</translation>
  </message>
  <message>
   <source>Meeting</source>
   <translation>Besprechung</translation>
  </message>
  <message>
   <source>Monthly</source>
   <translation>Monatlich</translation>
  </message>
  <message>
   <source>Moss</source>
   <translation>Moos</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New client</source>
   <translation>Neuer Mandant</translation>
  </message>
  <message>
   <source>New contact</source>
   <translation>Neuer Kontakt</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Ochre</source>
   <translation>Ocker</translation>
  </message>
  <message>
   <source>Olive</source>
   <translation>Oliv</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Plum</source>
   <translation>Pflaume</translation>
  </message>
  <message>
   <source>Portal</source>
   <translation>Portal</translation>
  </message>
  <message>
   <source>Remove client</source>
   <translation>Mandant entfernen</translation>
  </message>
  <message>
   <source>Remove contact</source>
   <translation>Kontakt entfernen</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Several are separated by commas.</source>
   <translation>Mehrere werden durch Kommas getrennt.</translation>
  </message>
  <message>
   <source>Short name</source>
   <translation>Kurzname</translation>
  </message>
  <message>
   <source>Show the code name everywhere</source>
   <translation>Den Decknamen überall zeigen</translation>
  </message>
  <message>
   <source>Slate</source>
   <translation>Schiefer</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Folien</translation>
  </message>
  <message>
   <source>Spreadsheet</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Stands in exports, calendars and notifications.</source>
   <translation>Steht in Exporten, Kalendern und Benachrichtigungen.</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>An wen</translation>
  </message>
  <message>
   <source>Tuesday mornings, not at month end</source>
   <translation>Dienstagvormittag, nicht zum Monatsende</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Violett</translation>
  </message>
  <message>
   <source>Weekly</source>
   <translation>Wöchentlich</translation>
  </message>
  <message>
   <source>When asked</source>
   <translation>Auf Nachfrage</translation>
  </message>
 </context>
 <context>
  <name>ClientDetail</name>
  <message>
   <source>Add contact</source>
   <translation>Kontakt hinzufügen</translation>
  </message>
  <message>
   <source>Code name everywhere</source>
   <translation>Überall der Deckname</translation>
  </message>
  <message>
   <source>Code name {name}</source>
   <translation>Deckname {name}</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Kontakte</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Engagements</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Hide its name</source>
   <translation>Namen verbergen</translation>
  </message>
  <message>
   <source>New engagement</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>No engagement yet.</source>
   <translation>Noch kein Auftrag.</translation>
  </message>
  <message>
   <source>Nobody is named yet.</source>
   <translation>Noch niemand ist genannt.</translation>
  </message>
  <message>
   <source>Share screen</source>
   <translation>Bildschirm teilen</translation>
  </message>
  <message>
   <source>Show its name</source>
   <translation>Namen zeigen</translation>
  </message>
  <message>
   <source>Show this client by its code name too.</source>
   <translation>Auch diesen Mandanten mit seinem Decknamen zeigen.</translation>
  </message>
  <message>
   <source>While your screen is shared with this client: every other one is shown by its code name.</source>
   <translation>Solange der Bildschirm mit diesem Mandanten geteilt wird: Jeder andere erscheint mit seinem Decknamen.</translation>
  </message>
 </context>
 <context>
  <name>Clients</name>
  <message>
   <source>Best time</source>
   <translation>Beste Zeit</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>Wie oft</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Last worked</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Next date</source>
   <translation>Nächster Termin</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Laufend</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Team hours</source>
   <translation>Teamstunden</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>An wen</translation>
  </message>
  <message>
   <source>code name everywhere</source>
   <translation>überall der Deckname</translation>
  </message>
 </context>
 <context>
  <name>ClientsPage</name>
  <message>
   <source>Clients</source>
   <translation>Mandanten</translation>
  </message>
  <message>
   <source>Code names only</source>
   <translation>Nur Decknamen</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>New client</source>
   <translation>Neuer Mandant</translation>
  </message>
  <message>
   <source>No client fits.</source>
   <translation>Kein Mandant passt.</translation>
  </message>
  <message>
   <source>No clients yet: they come with your engagements, by import or by hand.</source>
   <translation>Noch keine Mandanten: sie kommen mit Ihren Aufträgen, durch Einlesen oder von Hand.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search clients</source>
   <translation>Mandanten suchen</translation>
  </message>
  <message>
   <source>The client of the row is shown beside the list; Enter edits it.</source>
   <translation>Der Mandant der Zeile steht neben der Liste; die Eingabetaste bearbeitet ihn.</translation>
  </message>
  <message>
   <source>While your screen is shared: every client is shown by its code name. “Show its name” beside a client leaves that one out.</source>
   <translation>Solange der Bildschirm geteilt wird: Jeder Mandant erscheint mit seinem Decknamen. „Namen zeigen“ bei einem Mandanten nimmt ihn aus.</translation>
  </message>
 </context>
 <context>
  <name>Code</name>
  <message>
   <source>Closed</source>
   <translation>Zu</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Not yet valid</source>
   <translation>Noch nicht gültig</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>accept difference</source>
   <translation>Differenz annehmen</translation>
  </message>
  <message>
   <source>accept suggestion</source>
   <translation>Vorschlag annehmen</translation>
  </message>
  <message>
   <source>acknowledge alert</source>
   <translation>Warnung bestätigen</translation>
  </message>
  <message>
   <source>add charge code</source>
   <translation>Auftragscode hinzufügen</translation>
  </message>
  <message>
   <source>add client</source>
   <translation>Mandant hinzufügen</translation>
  </message>
  <message>
   <source>add contact</source>
   <translation>Kontakt hinzufügen</translation>
  </message>
  <message>
   <source>add days</source>
   <translation>Kalendertage eintragen</translation>
  </message>
  <message>
   <source>add deliverable</source>
   <translation>Arbeitsergebnis hinzufügen</translation>
  </message>
  <message>
   <source>add engagement</source>
   <translation>Auftrag hinzufügen</translation>
  </message>
  <message>
   <source>add entry</source>
   <translation>Eintrag hinzufügen</translation>
  </message>
  <message>
   <source>add milestone</source>
   <translation>Meilenstein hinzufügen</translation>
  </message>
  <message>
   <source>add person</source>
   <translation>Person hinzufügen</translation>
  </message>
  <message>
   <source>add phase</source>
   <translation>Phase hinzufügen</translation>
  </message>
  <message>
   <source>add rate card</source>
   <translation>Preisliste hinzufügen</translation>
  </message>
  <message>
   <source>add sync target</source>
   <translation>Abgleichziel hinzufügen</translation>
  </message>
  <message>
   <source>add task</source>
   <translation>Aufgabe hinzufügen</translation>
  </message>
  <message>
   <source>add team member</source>
   <translation>Teammitglied hinzufügen</translation>
  </message>
  <message>
   <source>assign</source>
   <translation>Zuweisen</translation>
  </message>
  <message>
   <source>away</source>
   <translation>Abwesenheit</translation>
  </message>
  <message>
   <source>back</source>
   <translation>Rückkehr</translation>
  </message>
  <message>
   <source>book</source>
   <translation>Buchung hinzufügen</translation>
  </message>
  <message>
   <source>bring suggestion back</source>
   <translation>Vorschlag zurückholen</translation>
  </message>
  <message>
   <source>change engagement state</source>
   <translation>Auftragsstatus ändern</translation>
  </message>
  <message>
   <source>change setting</source>
   <translation>Einstellung ändern</translation>
  </message>
  <message>
   <source>copy hours</source>
   <translation>Stunden kopieren</translation>
  </message>
  <message>
   <source>copy rate card</source>
   <translation>Preisliste kopieren</translation>
  </message>
  <message>
   <source>create engagement</source>
   <translation>Auftrag anlegen</translation>
  </message>
  <message>
   <source>delete entry</source>
   <translation>Eintrag löschen</translation>
  </message>
  <message>
   <source>discard away time</source>
   <translation>Abwesenheit verwerfen</translation>
  </message>
  <message>
   <source>dismiss suggestion</source>
   <translation>Vorschlag verwerfen</translation>
  </message>
  <message>
   <source>edit booking</source>
   <translation>Buchung bearbeiten</translation>
  </message>
  <message>
   <source>edit budget</source>
   <translation>Budget bearbeiten</translation>
  </message>
  <message>
   <source>edit charge code</source>
   <translation>Auftragscode bearbeiten</translation>
  </message>
  <message>
   <source>edit client</source>
   <translation>Mandant bearbeiten</translation>
  </message>
  <message>
   <source>edit contact</source>
   <translation>Kontakt bearbeiten</translation>
  </message>
  <message>
   <source>edit contact note</source>
   <translation>Kontaktvermerk ändern</translation>
  </message>
  <message>
   <source>edit days</source>
   <translation>Kalendertage bearbeiten</translation>
  </message>
  <message>
   <source>edit deliverable</source>
   <translation>Arbeitsergebnis bearbeiten</translation>
  </message>
  <message>
   <source>edit engagement</source>
   <translation>Auftrag bearbeiten</translation>
  </message>
  <message>
   <source>edit entry</source>
   <translation>Eintrag bearbeiten</translation>
  </message>
  <message>
   <source>edit excess hours</source>
   <translation>Mehrstunden bearbeiten</translation>
  </message>
  <message>
   <source>edit invoice</source>
   <translation>Rechnung ändern</translation>
  </message>
  <message>
   <source>edit link</source>
   <translation>Verknüpfung bearbeiten</translation>
  </message>
  <message>
   <source>edit milestone</source>
   <translation>Meilenstein bearbeiten</translation>
  </message>
  <message>
   <source>edit phase</source>
   <translation>Phase bearbeiten</translation>
  </message>
  <message>
   <source>edit task</source>
   <translation>Aufgabe bearbeiten</translation>
  </message>
  <message>
   <source>edit team member</source>
   <translation>Teammitglied bearbeiten</translation>
  </message>
  <message>
   <source>edit working hours</source>
   <translation>Arbeitszeiten bearbeiten</translation>
  </message>
  <message>
   <source>fill with the sample</source>
   <translation>mit dem Beispiel füllen</translation>
  </message>
  <message>
   <source>hide client names</source>
   <translation>Mandantennamen verbergen</translation>
  </message>
  <message>
   <source>import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>keep activity</source>
   <translation>Tätigkeit merken</translation>
  </message>
  <message>
   <source>keep attachment</source>
   <translation>Anhang aufbewahren</translation>
  </message>
  <message>
   <source>keep away time</source>
   <translation>Abwesenheit behalten</translation>
  </message>
  <message>
   <source>link</source>
   <translation>Verknüpfung hinzufügen</translation>
  </message>
  <message>
   <source>make room</source>
   <translation>Platz schaffen</translation>
  </message>
  <message>
   <source>mark as posted</source>
   <translation>als gebucht kennzeichnen</translation>
  </message>
  <message>
   <source>mark entries</source>
   <translation>Einträge kennzeichnen</translation>
  </message>
  <message>
   <source>merge entries</source>
   <translation>Einträge verbinden</translation>
  </message>
  <message>
   <source>move in the plan</source>
   <translation>Im Plan verschieben</translation>
  </message>
  <message>
   <source>move phase</source>
   <translation>Phase verschieben</translation>
  </message>
  <message>
   <source>name owner</source>
   <translation>Inhaber benennen</translation>
  </message>
  <message>
   <source>note activity</source>
   <translation>Tätigkeit festhalten</translation>
  </message>
  <message>
   <source>note contact</source>
   <translation>Kontakt vermerken</translation>
  </message>
  <message>
   <source>note excess hours</source>
   <translation>Mehrstunden aufschreiben</translation>
  </message>
  <message>
   <source>note invoice</source>
   <translation>Rechnung vermerken</translation>
  </message>
  <message>
   <source>open difference again</source>
   <translation>Differenz wieder öffnen</translation>
  </message>
  <message>
   <source>pin</source>
   <translation>Festhalten</translation>
  </message>
  <message>
   <source>plan automatically</source>
   <translation>Automatisch planen</translation>
  </message>
  <message>
   <source>post entries</source>
   <translation>Einträge buchen</translation>
  </message>
  <message>
   <source>purge activity</source>
   <translation>Tätigkeit löschen</translation>
  </message>
  <message>
   <source>put on team</source>
   <translation>ins Team aufnehmen</translation>
  </message>
  <message>
   <source>raise budget alerts</source>
   <translation>Budgetwarnungen auslösen</translation>
  </message>
  <message>
   <source>raise rates</source>
   <translation>Sätze erhöhen</translation>
  </message>
  <message>
   <source>recall week</source>
   <translation>Woche zurückrufen</translation>
  </message>
  <message>
   <source>recode entries</source>
   <translation>Einträge umkontieren</translation>
  </message>
  <message>
   <source>remember view</source>
   <translation>Ansicht merken</translation>
  </message>
  <message>
   <source>remove baseline</source>
   <translation>Basisplan entfernen</translation>
  </message>
  <message>
   <source>remove booking</source>
   <translation>Buchung entfernen</translation>
  </message>
  <message>
   <source>remove client</source>
   <translation>Mandant entfernen</translation>
  </message>
  <message>
   <source>remove contact</source>
   <translation>Kontakt entfernen</translation>
  </message>
  <message>
   <source>remove contact note</source>
   <translation>Kontaktvermerk entfernen</translation>
  </message>
  <message>
   <source>remove days</source>
   <translation>Kalendertage entfernen</translation>
  </message>
  <message>
   <source>remove deliverable</source>
   <translation>Arbeitsergebnis entfernen</translation>
  </message>
  <message>
   <source>remove excess hours</source>
   <translation>Mehrstunden entfernen</translation>
  </message>
  <message>
   <source>remove invoice</source>
   <translation>Rechnung entfernen</translation>
  </message>
  <message>
   <source>remove link</source>
   <translation>Verknüpfung entfernen</translation>
  </message>
  <message>
   <source>remove milestone</source>
   <translation>Meilenstein entfernen</translation>
  </message>
  <message>
   <source>remove phase</source>
   <translation>Phase entfernen</translation>
  </message>
  <message>
   <source>remove rate</source>
   <translation>Satz entfernen</translation>
  </message>
  <message>
   <source>remove task</source>
   <translation>Aufgabe entfernen</translation>
  </message>
  <message>
   <source>remove team member</source>
   <translation>Teammitglied entfernen</translation>
  </message>
  <message>
   <source>remove view</source>
   <translation>Ansicht entfernen</translation>
  </message>
  <message>
   <source>remove working hours</source>
   <translation>Arbeitszeiten entfernen</translation>
  </message>
  <message>
   <source>rename baseline</source>
   <translation>Basisplan umbenennen</translation>
  </message>
  <message>
   <source>rename rate card</source>
   <translation>Preisliste umbenennen</translation>
  </message>
  <message>
   <source>reorder task</source>
   <translation>Aufgabe umordnen</translation>
  </message>
  <message>
   <source>reset setting</source>
   <translation>Einstellung zurücksetzen</translation>
  </message>
  <message>
   <source>resolve overlap</source>
   <translation>Überschneidung auflösen</translation>
  </message>
  <message>
   <source>return entries</source>
   <translation>Einträge zurückgeben</translation>
  </message>
  <message>
   <source>reverse entries</source>
   <translation>Einträge stornieren</translation>
  </message>
  <message>
   <source>reverse entry</source>
   <translation>Eintrag stornieren</translation>
  </message>
  <message>
   <source>roll engagement forward</source>
   <translation>Auftrag fortschreiben</translation>
  </message>
  <message>
   <source>save mapping</source>
   <translation>Zuordnung speichern</translation>
  </message>
  <message>
   <source>save view</source>
   <translation>Ansicht speichern</translation>
  </message>
  <message>
   <source>set alert rule</source>
   <translation>Warnregel festlegen</translation>
  </message>
  <message>
   <source>set budget</source>
   <translation>Budget festlegen</translation>
  </message>
  <message>
   <source>set exchange rate</source>
   <translation>Wechselkurs festlegen</translation>
  </message>
  <message>
   <source>set firm profile</source>
   <translation>Kanzleiprofil setzen</translation>
  </message>
  <message>
   <source>set gate</source>
   <translation>Freigabe setzen</translation>
  </message>
  <message>
   <source>set grade</source>
   <translation>Karrierestufe setzen</translation>
  </message>
  <message>
   <source>set hours</source>
   <translation>Stunden setzen</translation>
  </message>
  <message>
   <source>set progress</source>
   <translation>Fortschritt festlegen</translation>
  </message>
  <message>
   <source>set rate</source>
   <translation>Satz setzen</translation>
  </message>
  <message>
   <source>set start of the work day</source>
   <translation>Beginn des Arbeitstags setzen</translation>
  </message>
  <message>
   <source>set up store</source>
   <translation>Speicher einrichten</translation>
  </message>
  <message>
   <source>set working hours</source>
   <translation>Arbeitszeiten festlegen</translation>
  </message>
  <message>
   <source>split away time</source>
   <translation>Abwesenheit aufteilen</translation>
  </message>
  <message>
   <source>split entry</source>
   <translation>Eintrag teilen</translation>
  </message>
  <message>
   <source>start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>stop timer</source>
   <translation>Timer anhalten</translation>
  </message>
  <message>
   <source>submit week</source>
   <translation>Woche einreichen</translation>
  </message>
  <message>
   <source>take baseline</source>
   <translation>Basisplan festhalten</translation>
  </message>
  <message>
   <source>tick lines as entered</source>
   <translation>Zeilen als eingetragen abhaken</translation>
  </message>
  <message>
   <source>type estimate</source>
   <translation>Schätzung eingeben</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>rückgängig</translation>
  </message>
  <message>
   <source>undo import</source>
   <translation>Einlesen zurücknehmen</translation>
  </message>
  <message>
   <source>untick lines</source>
   <translation>Haken von Zeilen entfernen</translation>
  </message>
  <message>
   <source>use rate card</source>
   <translation>Preisliste zuordnen</translation>
  </message>
 </context>
 <context>
  <name>Country</name>
  <message>
   <source>Afghanistan</source>
   <translation>Afghanistan</translation>
  </message>
  <message>
   <source>Albania</source>
   <translation>Albanien</translation>
  </message>
  <message>
   <source>Algeria</source>
   <translation>Algerien</translation>
  </message>
  <message>
   <source>American Samoa</source>
   <translation>Amerikanisch-Samoa</translation>
  </message>
  <message>
   <source>Andorra</source>
   <translation>Andorra</translation>
  </message>
  <message>
   <source>Angola</source>
   <translation>Angola</translation>
  </message>
  <message>
   <source>Anguilla</source>
   <translation>Anguilla</translation>
  </message>
  <message>
   <source>Antarctica</source>
   <translation>Antarktis</translation>
  </message>
  <message>
   <source>Antigua &amp; Barbuda</source>
   <translation>Antigua und Barbuda</translation>
  </message>
  <message>
   <source>Argentina</source>
   <translation>Argentinien</translation>
  </message>
  <message>
   <source>Armenia</source>
   <translation>Armenien</translation>
  </message>
  <message>
   <source>Aruba</source>
   <translation>Aruba</translation>
  </message>
  <message>
   <source>Australia</source>
   <translation>Australien</translation>
  </message>
  <message>
   <source>Austria</source>
   <translation>Österreich</translation>
  </message>
  <message>
   <source>Azerbaijan</source>
   <translation>Aserbaidschan</translation>
  </message>
  <message>
   <source>Bahamas</source>
   <translation>Bahamas</translation>
  </message>
  <message>
   <source>Bahrain</source>
   <translation>Bahrain</translation>
  </message>
  <message>
   <source>Bangladesh</source>
   <translation>Bangladesch</translation>
  </message>
  <message>
   <source>Barbados</source>
   <translation>Barbados</translation>
  </message>
  <message>
   <source>Belarus</source>
   <translation>Belarus</translation>
  </message>
  <message>
   <source>Belgium</source>
   <translation>Belgien</translation>
  </message>
  <message>
   <source>Belize</source>
   <translation>Belize</translation>
  </message>
  <message>
   <source>Benin</source>
   <translation>Benin</translation>
  </message>
  <message>
   <source>Bermuda</source>
   <translation>Bermuda</translation>
  </message>
  <message>
   <source>Bhutan</source>
   <translation>Bhutan</translation>
  </message>
  <message>
   <source>Bolivia</source>
   <translation>Bolivien</translation>
  </message>
  <message>
   <source>Bosnia &amp; Herzegovina</source>
   <translation>Bosnien und Herzegowina</translation>
  </message>
  <message>
   <source>Botswana</source>
   <translation>Botsuana</translation>
  </message>
  <message>
   <source>Bouvet Island</source>
   <translation>Bouvetinsel</translation>
  </message>
  <message>
   <source>Brazil</source>
   <translation>Brasilien</translation>
  </message>
  <message>
   <source>British Indian Ocean Territory</source>
   <translation>Britisches Territorium im Indischen Ozean</translation>
  </message>
  <message>
   <source>British Virgin Islands</source>
   <translation>Britische Jungferninseln</translation>
  </message>
  <message>
   <source>Brunei</source>
   <translation>Brunei Darussalam</translation>
  </message>
  <message>
   <source>Bulgaria</source>
   <translation>Bulgarien</translation>
  </message>
  <message>
   <source>Burkina Faso</source>
   <translation>Burkina Faso</translation>
  </message>
  <message>
   <source>Burundi</source>
   <translation>Burundi</translation>
  </message>
  <message>
   <source>Cambodia</source>
   <translation>Kambodscha</translation>
  </message>
  <message>
   <source>Cameroon</source>
   <translation>Kamerun</translation>
  </message>
  <message>
   <source>Canada</source>
   <translation>Kanada</translation>
  </message>
  <message>
   <source>Cape Verde</source>
   <translation>Cabo Verde</translation>
  </message>
  <message>
   <source>Caribbean Netherlands</source>
   <translation>Karibische Niederlande</translation>
  </message>
  <message>
   <source>Cayman Islands</source>
   <translation>Kaimaninseln</translation>
  </message>
  <message>
   <source>Central African Republic</source>
   <translation>Zentralafrikanische Republik</translation>
  </message>
  <message>
   <source>Chad</source>
   <translation>Tschad</translation>
  </message>
  <message>
   <source>Chile</source>
   <translation>Chile</translation>
  </message>
  <message>
   <source>China</source>
   <translation>China</translation>
  </message>
  <message>
   <source>Christmas Island</source>
   <translation>Weihnachtsinsel</translation>
  </message>
  <message>
   <source>Cocos (Keeling) Islands</source>
   <translation>Kokosinseln</translation>
  </message>
  <message>
   <source>Colombia</source>
   <translation>Kolumbien</translation>
  </message>
  <message>
   <source>Comoros</source>
   <translation>Komoren</translation>
  </message>
  <message>
   <source>Congo - Brazzaville</source>
   <translation>Kongo-Brazzaville</translation>
  </message>
  <message>
   <source>Congo - Kinshasa</source>
   <translation>Kongo-Kinshasa</translation>
  </message>
  <message>
   <source>Cook Islands</source>
   <translation>Cookinseln</translation>
  </message>
  <message>
   <source>Costa Rica</source>
   <translation>Costa Rica</translation>
  </message>
  <message>
   <source>Croatia</source>
   <translation>Kroatien</translation>
  </message>
  <message>
   <source>Cuba</source>
   <translation>Kuba</translation>
  </message>
  <message>
   <source>Curaçao</source>
   <translation>Curaçao</translation>
  </message>
  <message>
   <source>Cyprus</source>
   <translation>Zypern</translation>
  </message>
  <message>
   <source>Czechia</source>
   <translation>Tschechien</translation>
  </message>
  <message>
   <source>Côte d’Ivoire</source>
   <translation>Côte d’Ivoire</translation>
  </message>
  <message>
   <source>Denmark</source>
   <translation>Dänemark</translation>
  </message>
  <message>
   <source>Djibouti</source>
   <translation>Dschibuti</translation>
  </message>
  <message>
   <source>Dominica</source>
   <translation>Dominica</translation>
  </message>
  <message>
   <source>Dominican Republic</source>
   <translation>Dominikanische Republik</translation>
  </message>
  <message>
   <source>Ecuador</source>
   <translation>Ecuador</translation>
  </message>
  <message>
   <source>Egypt</source>
   <translation>Ägypten</translation>
  </message>
  <message>
   <source>El Salvador</source>
   <translation>El Salvador</translation>
  </message>
  <message>
   <source>Equatorial Guinea</source>
   <translation>Äquatorialguinea</translation>
  </message>
  <message>
   <source>Eritrea</source>
   <translation>Eritrea</translation>
  </message>
  <message>
   <source>Estonia</source>
   <translation>Estland</translation>
  </message>
  <message>
   <source>Eswatini</source>
   <translation>Eswatini</translation>
  </message>
  <message>
   <source>Ethiopia</source>
   <translation>Äthiopien</translation>
  </message>
  <message>
   <source>Falkland Islands</source>
   <translation>Falklandinseln</translation>
  </message>
  <message>
   <source>Faroe Islands</source>
   <translation>Färöer</translation>
  </message>
  <message>
   <source>Fiji</source>
   <translation>Fidschi</translation>
  </message>
  <message>
   <source>Finland</source>
   <translation>Finnland</translation>
  </message>
  <message>
   <source>France</source>
   <translation>Frankreich</translation>
  </message>
  <message>
   <source>French Guiana</source>
   <translation>Französisch-Guayana</translation>
  </message>
  <message>
   <source>French Polynesia</source>
   <translation>Französisch-Polynesien</translation>
  </message>
  <message>
   <source>French Southern Territories</source>
   <translation>Französische Süd- und Antarktisgebiete</translation>
  </message>
  <message>
   <source>Gabon</source>
   <translation>Gabun</translation>
  </message>
  <message>
   <source>Gambia</source>
   <translation>Gambia</translation>
  </message>
  <message>
   <source>Georgia</source>
   <translation>Georgien</translation>
  </message>
  <message>
   <source>Germany</source>
   <translation>Deutschland</translation>
  </message>
  <message>
   <source>Ghana</source>
   <translation>Ghana</translation>
  </message>
  <message>
   <source>Gibraltar</source>
   <translation>Gibraltar</translation>
  </message>
  <message>
   <source>Greece</source>
   <translation>Griechenland</translation>
  </message>
  <message>
   <source>Greenland</source>
   <translation>Grönland</translation>
  </message>
  <message>
   <source>Grenada</source>
   <translation>Grenada</translation>
  </message>
  <message>
   <source>Guadeloupe</source>
   <translation>Guadeloupe</translation>
  </message>
  <message>
   <source>Guam</source>
   <translation>Guam</translation>
  </message>
  <message>
   <source>Guatemala</source>
   <translation>Guatemala</translation>
  </message>
  <message>
   <source>Guernsey</source>
   <translation>Guernsey</translation>
  </message>
  <message>
   <source>Guinea</source>
   <translation>Guinea</translation>
  </message>
  <message>
   <source>Guinea-Bissau</source>
   <translation>Guinea-Bissau</translation>
  </message>
  <message>
   <source>Guyana</source>
   <translation>Guyana</translation>
  </message>
  <message>
   <source>Haiti</source>
   <translation>Haiti</translation>
  </message>
  <message>
   <source>Heard &amp; McDonald Islands</source>
   <translation>Heard und McDonaldinseln</translation>
  </message>
  <message>
   <source>Honduras</source>
   <translation>Honduras</translation>
  </message>
  <message>
   <source>Hong Kong SAR China</source>
   <translation>Sonderverwaltungsregion Hongkong</translation>
  </message>
  <message>
   <source>Hungary</source>
   <translation>Ungarn</translation>
  </message>
  <message>
   <source>Iceland</source>
   <translation>Island</translation>
  </message>
  <message>
   <source>India</source>
   <translation>Indien</translation>
  </message>
  <message>
   <source>Indonesia</source>
   <translation>Indonesien</translation>
  </message>
  <message>
   <source>Iran</source>
   <translation>Iran</translation>
  </message>
  <message>
   <source>Iraq</source>
   <translation>Irak</translation>
  </message>
  <message>
   <source>Ireland</source>
   <translation>Irland</translation>
  </message>
  <message>
   <source>Isle of Man</source>
   <translation>Isle of Man</translation>
  </message>
  <message>
   <source>Israel</source>
   <translation>Israel</translation>
  </message>
  <message>
   <source>Italy</source>
   <translation>Italien</translation>
  </message>
  <message>
   <source>Jamaica</source>
   <translation>Jamaika</translation>
  </message>
  <message>
   <source>Japan</source>
   <translation>Japan</translation>
  </message>
  <message>
   <source>Jersey</source>
   <translation>Jersey</translation>
  </message>
  <message>
   <source>Jordan</source>
   <translation>Jordanien</translation>
  </message>
  <message>
   <source>Kazakhstan</source>
   <translation>Kasachstan</translation>
  </message>
  <message>
   <source>Kenya</source>
   <translation>Kenia</translation>
  </message>
  <message>
   <source>Kiribati</source>
   <translation>Kiribati</translation>
  </message>
  <message>
   <source>Kosovo</source>
   <translation>Kosovo</translation>
  </message>
  <message>
   <source>Kuwait</source>
   <translation>Kuwait</translation>
  </message>
  <message>
   <source>Kyrgyzstan</source>
   <translation>Kirgisistan</translation>
  </message>
  <message>
   <source>Laos</source>
   <translation>Laos</translation>
  </message>
  <message>
   <source>Latvia</source>
   <translation>Lettland</translation>
  </message>
  <message>
   <source>Lebanon</source>
   <translation>Libanon</translation>
  </message>
  <message>
   <source>Lesotho</source>
   <translation>Lesotho</translation>
  </message>
  <message>
   <source>Liberia</source>
   <translation>Liberia</translation>
  </message>
  <message>
   <source>Libya</source>
   <translation>Libyen</translation>
  </message>
  <message>
   <source>Liechtenstein</source>
   <translation>Liechtenstein</translation>
  </message>
  <message>
   <source>Lithuania</source>
   <translation>Litauen</translation>
  </message>
  <message>
   <source>Luxembourg</source>
   <translation>Luxemburg</translation>
  </message>
  <message>
   <source>Macao SAR China</source>
   <translation>Sonderverwaltungsregion Macau</translation>
  </message>
  <message>
   <source>Madagascar</source>
   <translation>Madagaskar</translation>
  </message>
  <message>
   <source>Malawi</source>
   <translation>Malawi</translation>
  </message>
  <message>
   <source>Malaysia</source>
   <translation>Malaysia</translation>
  </message>
  <message>
   <source>Maldives</source>
   <translation>Malediven</translation>
  </message>
  <message>
   <source>Mali</source>
   <translation>Mali</translation>
  </message>
  <message>
   <source>Malta</source>
   <translation>Malta</translation>
  </message>
  <message>
   <source>Marshall Islands</source>
   <translation>Marshallinseln</translation>
  </message>
  <message>
   <source>Martinique</source>
   <translation>Martinique</translation>
  </message>
  <message>
   <source>Mauritania</source>
   <translation>Mauretanien</translation>
  </message>
  <message>
   <source>Mauritius</source>
   <translation>Mauritius</translation>
  </message>
  <message>
   <source>Mayotte</source>
   <translation>Mayotte</translation>
  </message>
  <message>
   <source>Mexico</source>
   <translation>Mexiko</translation>
  </message>
  <message>
   <source>Micronesia</source>
   <translation>Mikronesien</translation>
  </message>
  <message>
   <source>Moldova</source>
   <translation>Republik Moldau</translation>
  </message>
  <message>
   <source>Monaco</source>
   <translation>Monaco</translation>
  </message>
  <message>
   <source>Mongolia</source>
   <translation>Mongolei</translation>
  </message>
  <message>
   <source>Montenegro</source>
   <translation>Montenegro</translation>
  </message>
  <message>
   <source>Montserrat</source>
   <translation>Montserrat</translation>
  </message>
  <message>
   <source>Morocco</source>
   <translation>Marokko</translation>
  </message>
  <message>
   <source>Mozambique</source>
   <translation>Mosambik</translation>
  </message>
  <message>
   <source>Myanmar (Burma)</source>
   <translation>Myanmar</translation>
  </message>
  <message>
   <source>Namibia</source>
   <translation>Namibia</translation>
  </message>
  <message>
   <source>Nauru</source>
   <translation>Nauru</translation>
  </message>
  <message>
   <source>Nepal</source>
   <translation>Nepal</translation>
  </message>
  <message>
   <source>Netherlands</source>
   <translation>Niederlande</translation>
  </message>
  <message>
   <source>New Caledonia</source>
   <translation>Neukaledonien</translation>
  </message>
  <message>
   <source>New Zealand</source>
   <translation>Neuseeland</translation>
  </message>
  <message>
   <source>Nicaragua</source>
   <translation>Nicaragua</translation>
  </message>
  <message>
   <source>Niger</source>
   <translation>Niger</translation>
  </message>
  <message>
   <source>Nigeria</source>
   <translation>Nigeria</translation>
  </message>
  <message>
   <source>Niue</source>
   <translation>Niue</translation>
  </message>
  <message>
   <source>Norfolk Island</source>
   <translation>Norfolkinsel</translation>
  </message>
  <message>
   <source>North Korea</source>
   <translation>Nordkorea</translation>
  </message>
  <message>
   <source>North Macedonia</source>
   <translation>Nordmazedonien</translation>
  </message>
  <message>
   <source>Northern Mariana Islands</source>
   <translation>Nördliche Marianen</translation>
  </message>
  <message>
   <source>Norway</source>
   <translation>Norwegen</translation>
  </message>
  <message>
   <source>Oman</source>
   <translation>Oman</translation>
  </message>
  <message>
   <source>Pakistan</source>
   <translation>Pakistan</translation>
  </message>
  <message>
   <source>Palau</source>
   <translation>Palau</translation>
  </message>
  <message>
   <source>Palestinian Territories</source>
   <translation>Palästinensische Autonomiegebiete</translation>
  </message>
  <message>
   <source>Panama</source>
   <translation>Panama</translation>
  </message>
  <message>
   <source>Papua New Guinea</source>
   <translation>Papua-Neuguinea</translation>
  </message>
  <message>
   <source>Paraguay</source>
   <translation>Paraguay</translation>
  </message>
  <message>
   <source>Peru</source>
   <translation>Peru</translation>
  </message>
  <message>
   <source>Philippines</source>
   <translation>Philippinen</translation>
  </message>
  <message>
   <source>Pitcairn Islands</source>
   <translation>Pitcairninseln</translation>
  </message>
  <message>
   <source>Poland</source>
   <translation>Polen</translation>
  </message>
  <message>
   <source>Portugal</source>
   <translation>Portugal</translation>
  </message>
  <message>
   <source>Puerto Rico</source>
   <translation>Puerto Rico</translation>
  </message>
  <message>
   <source>Qatar</source>
   <translation>Katar</translation>
  </message>
  <message>
   <source>Romania</source>
   <translation>Rumänien</translation>
  </message>
  <message>
   <source>Russia</source>
   <translation>Russland</translation>
  </message>
  <message>
   <source>Rwanda</source>
   <translation>Ruanda</translation>
  </message>
  <message>
   <source>Réunion</source>
   <translation>Réunion</translation>
  </message>
  <message>
   <source>Samoa</source>
   <translation>Samoa</translation>
  </message>
  <message>
   <source>San Marino</source>
   <translation>San Marino</translation>
  </message>
  <message>
   <source>Saudi Arabia</source>
   <translation>Saudi-Arabien</translation>
  </message>
  <message>
   <source>Senegal</source>
   <translation>Senegal</translation>
  </message>
  <message>
   <source>Serbia</source>
   <translation>Serbien</translation>
  </message>
  <message>
   <source>Seychelles</source>
   <translation>Seychellen</translation>
  </message>
  <message>
   <source>Sierra Leone</source>
   <translation>Sierra Leone</translation>
  </message>
  <message>
   <source>Singapore</source>
   <translation>Singapur</translation>
  </message>
  <message>
   <source>Sint Maarten</source>
   <translation>Sint Maarten</translation>
  </message>
  <message>
   <source>Slovakia</source>
   <translation>Slowakei</translation>
  </message>
  <message>
   <source>Slovenia</source>
   <translation>Slowenien</translation>
  </message>
  <message>
   <source>Solomon Islands</source>
   <translation>Salomonen</translation>
  </message>
  <message>
   <source>Somalia</source>
   <translation>Somalia</translation>
  </message>
  <message>
   <source>South Africa</source>
   <translation>Südafrika</translation>
  </message>
  <message>
   <source>South Georgia &amp; South Sandwich Islands</source>
   <translation>Südgeorgien und die Südlichen Sandwichinseln</translation>
  </message>
  <message>
   <source>South Korea</source>
   <translation>Südkorea</translation>
  </message>
  <message>
   <source>South Sudan</source>
   <translation>Südsudan</translation>
  </message>
  <message>
   <source>Spain</source>
   <translation>Spanien</translation>
  </message>
  <message>
   <source>Sri Lanka</source>
   <translation>Sri Lanka</translation>
  </message>
  <message>
   <source>St. Barthélemy</source>
   <translation>St. Barthélemy</translation>
  </message>
  <message>
   <source>St. Helena</source>
   <translation>St. Helena</translation>
  </message>
  <message>
   <source>St. Kitts &amp; Nevis</source>
   <translation>St. Kitts und Nevis</translation>
  </message>
  <message>
   <source>St. Lucia</source>
   <translation>St. Lucia</translation>
  </message>
  <message>
   <source>St. Martin</source>
   <translation>St. Martin</translation>
  </message>
  <message>
   <source>St. Pierre &amp; Miquelon</source>
   <translation>St. Pierre und Miquelon</translation>
  </message>
  <message>
   <source>St. Vincent &amp; Grenadines</source>
   <translation>St. Vincent und die Grenadinen</translation>
  </message>
  <message>
   <source>Sudan</source>
   <translation>Sudan</translation>
  </message>
  <message>
   <source>Suriname</source>
   <translation>Suriname</translation>
  </message>
  <message>
   <source>Svalbard &amp; Jan Mayen</source>
   <translation>Spitzbergen und Jan Mayen</translation>
  </message>
  <message>
   <source>Sweden</source>
   <translation>Schweden</translation>
  </message>
  <message>
   <source>Switzerland</source>
   <translation>Schweiz</translation>
  </message>
  <message>
   <source>Syria</source>
   <translation>Syrien</translation>
  </message>
  <message>
   <source>São Tomé &amp; Príncipe</source>
   <translation>São Tomé und Príncipe</translation>
  </message>
  <message>
   <source>Taiwan</source>
   <translation>Taiwan</translation>
  </message>
  <message>
   <source>Tajikistan</source>
   <translation>Tadschikistan</translation>
  </message>
  <message>
   <source>Tanzania</source>
   <translation>Tansania</translation>
  </message>
  <message>
   <source>Thailand</source>
   <translation>Thailand</translation>
  </message>
  <message>
   <source>Timor-Leste</source>
   <translation>Timor-Leste</translation>
  </message>
  <message>
   <source>Togo</source>
   <translation>Togo</translation>
  </message>
  <message>
   <source>Tokelau</source>
   <translation>Tokelau</translation>
  </message>
  <message>
   <source>Tonga</source>
   <translation>Tonga</translation>
  </message>
  <message>
   <source>Trinidad &amp; Tobago</source>
   <translation>Trinidad und Tobago</translation>
  </message>
  <message>
   <source>Tunisia</source>
   <translation>Tunesien</translation>
  </message>
  <message>
   <source>Turkmenistan</source>
   <translation>Turkmenistan</translation>
  </message>
  <message>
   <source>Turks &amp; Caicos Islands</source>
   <translation>Turks- und Caicosinseln</translation>
  </message>
  <message>
   <source>Tuvalu</source>
   <translation>Tuvalu</translation>
  </message>
  <message>
   <source>Türkiye</source>
   <translation>Türkei</translation>
  </message>
  <message>
   <source>U.S. Outlying Islands</source>
   <translation>Amerikanische Überseeinseln</translation>
  </message>
  <message>
   <source>U.S. Virgin Islands</source>
   <translation>Amerikanische Jungferninseln</translation>
  </message>
  <message>
   <source>Uganda</source>
   <translation>Uganda</translation>
  </message>
  <message>
   <source>Ukraine</source>
   <translation>Ukraine</translation>
  </message>
  <message>
   <source>United Arab Emirates</source>
   <translation>Vereinigte Arabische Emirate</translation>
  </message>
  <message>
   <source>United Kingdom</source>
   <translation>Vereinigtes Königreich</translation>
  </message>
  <message>
   <source>United States</source>
   <translation>Vereinigte Staaten</translation>
  </message>
  <message>
   <source>Uruguay</source>
   <translation>Uruguay</translation>
  </message>
  <message>
   <source>Uzbekistan</source>
   <translation>Usbekistan</translation>
  </message>
  <message>
   <source>Vanuatu</source>
   <translation>Vanuatu</translation>
  </message>
  <message>
   <source>Vatican City</source>
   <translation>Vatikanstadt</translation>
  </message>
  <message>
   <source>Venezuela</source>
   <translation>Venezuela</translation>
  </message>
  <message>
   <source>Vietnam</source>
   <translation>Vietnam</translation>
  </message>
  <message>
   <source>Wallis &amp; Futuna</source>
   <translation>Wallis und Futuna</translation>
  </message>
  <message>
   <source>Western Sahara</source>
   <translation>Westsahara</translation>
  </message>
  <message>
   <source>Yemen</source>
   <translation>Jemen</translation>
  </message>
  <message>
   <source>Zambia</source>
   <translation>Sambia</translation>
  </message>
  <message>
   <source>Zimbabwe</source>
   <translation>Simbabwe</translation>
  </message>
  <message>
   <source>Åland Islands</source>
   <translation>Ålandinseln</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Copy the report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>EngageDesk: something went wrong</source>
   <translation>EngageDesk: etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>Something went wrong that should not have.</source>
   <translation>Etwas ist schiefgegangen, das nicht hätte geschehen dürfen.</translation>
  </message>
  <message>
   <source>What you recorded is safe: everything is written before it is shown. You can go on; if something looks wrong, restart. The report names places in the program and no client.</source>
   <translation>Was Sie erfasst haben, ist sicher: alles wird geschrieben, bevor es gezeigt wird. Sie können weitermachen; sieht etwas falsch aus, starten Sie neu. Der Bericht nennt Stellen im Programm und keinen Mandanten.</translation>
  </message>
 </context>
 <context>
  <name>Crew</name>
  <message>
   <source>Forget window titles…</source>
   <translation>Fenstertitel vergessen …</translation>
  </message>
  <message>
   <source>Look again now</source>
   <translation>Jetzt wieder hinsehen</translation>
  </message>
  <message>
   <source>Pause for 1 hour</source>
   <translation>1 Stunde Pause</translation>
  </message>
  <message>
   <source>Pause for 4 hours</source>
   <translation>4 Stunden Pause</translation>
  </message>
  <message>
   <source>Window titles: paused until {time}</source>
   <translation>Fenstertitel: Pause bis {time}</translation>
  </message>
  <message>
   <source>Window titles: watched</source>
   <translation>Fenstertitel: werden gelesen</translation>
  </message>
 </context>
 <context>
  <name>DatesCard</name>
  <message>
   <source>Next dates</source>
   <translation>Nächste Termine</translation>
  </message>
  <message>
   <source>No milestone and no deliverable is planned.</source>
   <translation>Kein Meilenstein und kein Arbeitsergebnis ist geplant.</translation>
  </message>
  <message>
   <source>{n} in 7 days</source>
   <translation>{n} in 7 Tagen</translation>
  </message>
 </context>
 <context>
  <name>DayButton</name>
  <message>
   <source>{day}: {hours} of {standard} h</source>
   <translation>{day}: {hours} von {standard} h</translation>
  </message>
 </context>
 <context>
  <name>Deeds</name>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>Estimate to complete</source>
   <translation>Schätzung bis zum Ende</translation>
  </message>
  <message>
   <source>New charge code</source>
   <translation>Neuer Auftragscode</translation>
  </message>
  <message>
   <source>New date or deliverable</source>
   <translation>Neuer Termin oder neues Arbeitsergebnis</translation>
  </message>
  <message>
   <source>New phase</source>
   <translation>Neue Phase</translation>
  </message>
  <message>
   <source>New task</source>
   <translation>Neue Aufgabe</translation>
  </message>
  <message>
   <source>Put somebody on the team</source>
   <translation>Jemanden ins Team nehmen</translation>
  </message>
 </context>
 <context>
  <name>Deliverable</name>
  <message>
   <source>Acknowledged</source>
   <translation>Bestätigt</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>In preparation</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>In Durchsicht</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>Ausgegeben</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Prepared</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Reviewed</source>
   <translation>Durchgesehen</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>Done again: {what}</source>
   <translation>Wiederhergestellt: {what}</translation>
  </message>
  <message>
   <source>Entry deleted</source>
   <translation>Eintrag gelöscht</translation>
  </message>
  <message>
   <source>Everything recorded so far is saved.</source>
   <translation>Alles bisher Erfasste ist gespeichert.</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Stopped after {time}</source>
   <translation>Angehalten nach {time}</translation>
  </message>
  <message>
   <source>The timer was ended</source>
   <translation>Der Timer wurde beendet</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undone: {what}</source>
   <translation>Rückgängig gemacht: {what}</translation>
  </message>
 </context>
 <context>
  <name>DraftLine</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept {what}</source>
   <translation>{what} annehmen</translation>
  </message>
  <message>
   <source>Dismiss {what}</source>
   <translation>{what} verwerfen</translation>
  </message>
  <message>
   <source>Dismiss: it does not come back on this day</source>
   <translation>Verwerfen: kommt an diesem Tag nicht wieder</translation>
  </message>
  <message>
   <source>Enter books it as a draft, Delete dismisses it</source>
   <translation>Eingabe bucht es als Entwurf, Entf verwirft es</translation>
  </message>
  <message>
   <source>Suggested {times}: {what}. {why}</source>
   <translation>Vorgeschlagen {times}: {what}. {why}</translation>
  </message>
 </context>
 <context>
  <name>EarlierImportsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Earlier imports</source>
   <translation>Frühere Einlesungen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Nothing was imported yet.</source>
   <translation>Es wurde noch nichts eingelesen.</translation>
  </message>
  <message>
   <source>Rows that stayed</source>
   <translation>Gebliebene Zeilen</translation>
  </message>
  <message>
   <source>Taken back: {removed} removed</source>
   <translation>Zurückgenommen: {removed} entfernt</translation>
  </message>
  <message>
   <source>Taken back: {removed} removed, {restored} put back as they were</source>
   <translation>Zurückgenommen: {removed} entfernt, {restored} wieder wie zuvor</translation>
  </message>
  <message>
   <source>Undo this import</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>What was changed since stays, and is listed.</source>
   <translation>Was seither geändert wurde, bleibt und wird aufgeführt.</translation>
  </message>
  <message>
   <source>{n} import</source>
   <translation>{n} Einlesung</translation>
  </message>
  <message>
   <source>{n} imports</source>
   <translation>{n} Einlesungen</translation>
  </message>
  <message>
   <source>{n} row stays: it was changed since, or is in use</source>
   <translation>{n} Zeile bleibt: seither geändert oder in Gebrauch</translation>
  </message>
  <message>
   <source>{n} rows stay: they were changed since, or are in use</source>
   <translation>{n} Zeilen bleiben: seither geändert oder in Gebrauch</translation>
  </message>
 </context>
 <context>
  <name>Echo</name>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Enter starts the timer.</source>
   <translation>Enter startet den Timer.</translation>
  </message>
  <message>
   <source>Fills the gap of {n} minutes exactly.</source>
   <translation>Füllt die Lücke von {n} Minuten genau.</translation>
  </message>
  <message>
   <source>Overlaps {what} by {n} min.</source>
   <translation>Überschneidet {what} um {n} min.</translation>
  </message>
  <message>
   <source>This lies in the future.</source>
   <translation>Das liegt in der Zukunft.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Gestern</translation>
  </message>
  <message>
   <source>today</source>
   <translation>heute</translation>
  </message>
  <message>
   <source>{day} from {time}</source>
   <translation>{day} ab {time}</translation>
  </message>
  <message>
   <source>{day} {hours}</source>
   <translation>{day} {hours}</translation>
  </message>
 </context>
 <context>
  <name>EchoView</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>Verr.</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Not chargeable</source>
   <translation>Nicht verrechenbar</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Understood: {words}</source>
   <translation>Verstanden: {words}</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>Engagement</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>An hour</source>
   <translation>Je Stunde</translation>
  </message>
  <message>
   <source>Billable</source>
   <translation>Abrechenbar</translation>
  </message>
  <message>
   <source>Billing</source>
   <translation>Abrechnung</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Karrierestufe</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Gilt für</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>Keines</translation>
  </message>
  <message>
   <source>No narrative</source>
   <translation>Kein Tätigkeitstext</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Valid to</source>
   <translation>Gültig bis</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>awaiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>awaiting code</source>
   <translation>ohne Code</translation>
  </message>
  <message>
   <source>card</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>here only</source>
   <translation>nur hier</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>over midnight</source>
   <translation>über Mitternacht</translation>
  </message>
  <message>
   <source>{field}: {new}</source>
   <translation>{field}: {new}</translation>
  </message>
  <message>
   <source>{field}: {old} removed</source>
   <translation>{field}: {old} entfernt</translation>
  </message>
  <message>
   <source>{field}: {old} to {new}</source>
   <translation>{field}: {old} zu {new}</translation>
  </message>
  <message>
   <source>{name}, you</source>
   <translation>{name}, Sie</translation>
  </message>
 </context>
 <context>
  <name>EngagementForm</name>
  <message>
   <source>1, highest</source>
   <translation>1, höchste</translation>
  </message>
  <message>
   <source>3, normal</source>
   <translation>3, normal</translation>
  </message>
  <message>
   <source>5, lowest</source>
   <translation>5, niedrigste</translation>
  </message>
  <message>
   <source>Billing currency</source>
   <translation>Rechnungswährung</translation>
  </message>
  <message>
   <source>Cap</source>
   <translation>Obergrenze</translation>
  </message>
  <message>
   <source>Charge code</source>
   <translation>Auftragscode</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>Vertrag</translation>
  </message>
  <message>
   <source>Create engagement</source>
   <translation>Auftrag anlegen</translation>
  </message>
  <message>
   <source>Edit engagement</source>
   <translation>Auftrag bearbeiten</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Endet</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Honorar</translation>
  </message>
  <message>
   <source>Fee and contract</source>
   <translation>Honorar und Vertrag</translation>
  </message>
  <message>
   <source>Fee arrangement</source>
   <translation>Honorarvereinbarung</translation>
  </message>
  <message>
   <source>Give the period end to see the dates.</source>
   <translation>Geben Sie den Stichtag an, um die Termine zu sehen.</translation>
  </message>
  <message>
   <source>Group audit 2027</source>
   <translation>Konzernprüfung 2027</translation>
  </message>
  <message>
   <source>How it is run</source>
   <translation>Wie er geführt wird</translation>
  </message>
  <message>
   <source>It starts empty. Phases and tasks can be added at any time.</source>
   <translation>Er beginnt leer. Phasen und Aufgaben lassen sich jederzeit hinzufügen.</translation>
  </message>
  <message>
   <source>Its code name</source>
   <translation>Sein Deckname</translation>
  </message>
  <message>
   <source>Local currency</source>
   <translation>Landeswährung</translation>
  </message>
  <message>
   <source>May come later: time then awaits its code.</source>
   <translation>Kann später kommen: Zeit wartet dann auf ihren Code.</translation>
  </message>
  <message>
   <source>My role</source>
   <translation>Meine Rolle</translation>
  </message>
  <message>
   <source>Name of the new client</source>
   <translation>Name des neuen Mandanten</translation>
  </message>
  <message>
   <source>New client</source>
   <translation>Neuer Mandant</translation>
  </message>
  <message>
   <source>New engagement</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>Open the gates: acceptance or continuance, independence, letter</source>
   <translation>Freigaben öffnen: Annahme oder Fortführung, Unabhängigkeit, Auftragsbestätigung</translation>
  </message>
  <message>
   <source>Period end</source>
   <translation>Stichtag</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Quality review, why</source>
   <translation>Qualitätsdurchsicht, warum</translation>
  </message>
  <message>
   <source>Reason for the change, kept in the history</source>
   <translation>Grund der Änderung, bleibt im Verlauf</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Service line</source>
   <translation>Geschäftsbereich</translation>
  </message>
  <message>
   <source>Shown in exports and notifications.</source>
   <translation>Steht in Exporten und Benachrichtigungen.</translation>
  </message>
  <message>
   <source>Start with the template's plan</source>
   <translation>Mit dem Plan der Vorlage beginnen</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>Beginnt</translation>
  </message>
  <message>
   <source>Statutory audit</source>
   <translation>Abschlussprüfung</translation>
  </message>
  <message>
   <source>Template: {name}</source>
   <translation>Vorlage: {name}</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>What stands out</source>
   <translation>Was auffällt</translation>
  </message>
  <message>
   <source>listed, PCAOB, firm policy</source>
   <translation>kapitalmarktorientiert, PCAOB, Kanzleirichtlinie</translation>
  </message>
 </context>
 <context>
  <name>EngagementMenu</name>
  <message>
   <source>Actions for {name}</source>
   <translation>Aktionen für {name}</translation>
  </message>
  <message>
   <source>Days closed to work</source>
   <translation>Für Arbeit gesperrte Tage</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Note a contact</source>
   <translation>Kontakt vermerken</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Progress report</source>
   <translation>Fortschrittsbericht</translation>
  </message>
  <message>
   <source>Roll forward to next year</source>
   <translation>Ins nächste Jahr fortschreiben</translation>
  </message>
  <message>
   <source>Save its plan as a file</source>
   <translation>Plan als Datei speichern</translation>
  </message>
  <message>
   <source>Set a gate</source>
   <translation>Freigabe setzen</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
 </context>
 <context>
  <name>EngagementPageView</name>
  <message>
   <source>Add code</source>
   <translation>Code hinzufügen</translation>
  </message>
  <message>
   <source>Add rate</source>
   <translation>Satz hinzufügen</translation>
  </message>
  <message>
   <source>Add to the team</source>
   <translation>Ins Team aufnehmen</translation>
  </message>
  <message>
   <source>Charge codes</source>
   <translation>Auftragscodes</translation>
  </message>
  <message>
   <source>Choose card</source>
   <translation>Preisliste wählen</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Codes</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Engagement {n} of {count}</source>
   <translation>Auftrag {n} von {count}</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Honorar</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>More actions</source>
   <translation>Weitere Aktionen</translation>
  </message>
  <message>
   <source>My role</source>
   <translation>Meine Rolle</translation>
  </message>
  <message>
   <source>My time</source>
   <translation>Meine Zeit</translation>
  </message>
  <message>
   <source>My time, week {n}</source>
   <translation>Meine Zeit, Woche {n}</translation>
  </message>
  <message>
   <source>Next date</source>
   <translation>Nächster Termin</translation>
  </message>
  <message>
   <source>No charge code yet: time awaits one.</source>
   <translation>Noch kein Auftragscode: die Zeit wartet auf einen.</translation>
  </message>
  <message>
   <source>No rate card is chosen.</source>
   <translation>Keine Preisliste ist gewählt.</translation>
  </message>
  <message>
   <source>No time on this engagement this week.</source>
   <translation>Keine Zeit auf diesem Auftrag in dieser Woche.</translation>
  </message>
  <message>
   <source>Nobody is on the team list.</source>
   <translation>Niemand steht auf der Teamliste.</translation>
  </message>
  <message>
   <source>Nothing has changed yet.</source>
   <translation>Noch hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Period end</source>
   <translation>Stichtag</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Portfolio</source>
   <translation>Portfolio</translation>
  </message>
  <message>
   <source>Rates</source>
   <translation>Sätze</translation>
  </message>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <source>Set a gate</source>
   <translation>Freigabe setzen</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>Team hours</source>
   <translation>Teamstunden</translation>
  </message>
  <message>
   <source>awaiting code</source>
   <translation>ohne Code</translation>
  </message>
  <message>
   <source>team extract {day}</source>
   <translation>Teamauszug {day}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
 </context>
 <context>
  <name>EngagementTable</name>
  <message>
   <source>Enter opens, S starts the timer, E edits, G sets a gate, R rolls forward, N notes a contact, P makes a progress report, Menu shows all actions.</source>
   <translation>Eingabe öffnet, S startet die Uhr, E ändert, G setzt eine Freigabe, R legt das Folgejahr an, N vermerkt einen Kontakt, P macht einen Fortschrittsbericht, Menü zeigt alle Aktionen.</translation>
  </message>
 </context>
 <context>
  <name>Engagements</name>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>EAC</source>
   <translation>EAC</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Honorar</translation>
  </message>
  <message>
   <source>Gates</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Last contact with the client: {day}</source>
   <translation>Letzter Kontakt zum Mandanten: {day}</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>My hours</source>
   <translation>Eigene</translation>
  </message>
  <message>
   <source>Next milestone</source>
   <translation>Nächster Termin</translation>
  </message>
  <message>
   <source>No code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>No contact was noted</source>
   <translation>Kein Kontakt ist vermerkt</translation>
  </message>
  <message>
   <source>Open: {gates}</source>
   <translation>Offen: {gates}</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Slack</source>
   <translation>Puffer</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Team hours</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Total EAC (variance): {amounts}</source>
   <translation>EAC gesamt (Abweichung): {amounts}</translation>
  </message>
  <message>
   <source>Total {currency}</source>
   <translation>Summe {currency}</translation>
  </message>
  <message>
   <source>Total: {hours} of {budget} h used</source>
   <translation>Gesamt: {hours} von {budget} h verbraucht</translation>
  </message>
  <message>
   <source>Used, hours</source>
   <translation>Verbraucht, Stunden</translation>
  </message>
  <message>
   <source>Variance</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>What stands out</source>
   <translation>Was auffällt</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>zu</translation>
  </message>
  <message>
   <source>{amount} ({variance})</source>
   <translation>{amount} ({variance})</translation>
  </message>
  <message>
   <source>{fee}, cap {cap}</source>
   <translation>{fee}, höchstens {cap}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{hours} of {budget}</source>
   <translation>{hours} von {budget}</translation>
  </message>
  <message>
   <source>{n} engagement</source>
   <translation>{n} Auftrag</translation>
  </message>
  <message>
   <source>{n} engagements</source>
   <translation>{n} Aufträge</translation>
  </message>
  <message>
   <source>{n}, budget {amount}</source>
   <translation>{n}, Budget {amount}</translation>
  </message>
  <message>
   <source>{percent}, {hours} of {budget} h</source>
   <translation>{percent}, {hours} von {budget} h</translation>
  </message>
 </context>
 <context>
  <name>ErrorState</name>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message>
   <source>9:30-11, -30 -10, -30, +10, 1.5h, 90m and 1:30 are understood</source>
   <translation>Verstanden werden 9:30-11, -30 -10, -30, +10, 1.5h, 90m und 1:30</translation>
  </message>
  <message>
   <source>A backup is restored into a new profile only: {folder}</source>
   <translation>Eine Sicherung wird nur in ein neues Profil wiederhergestellt: {folder}</translation>
  </message>
  <message>
   <source>A baseline differs</source>
   <translation>Ein Basisplan weicht ab</translation>
  </message>
  <message>
   <source>A budget names this phase</source>
   <translation>Ein Budget nennt diese Phase</translation>
  </message>
  <message>
   <source>A cell holds at most 24 hours</source>
   <translation>Eine Zelle fasst höchstens 24 Stunden</translation>
  </message>
  <message>
   <source>A cell longer than a spreadsheet can hold</source>
   <translation>Eine Zelle, länger als eine Tabelle fassen kann</translation>
  </message>
  <message>
   <source>A client goes only while nothing belongs to it</source>
   <translation>Ein Mandant lässt sich nur entfernen, solange nichts zu ihm gehört</translation>
  </message>
  <message>
   <source>A code has one owner</source>
   <translation>Ein Code hat einen Eigentümer</translation>
  </message>
  <message>
   <source>A currency is worth itself</source>
   <translation>Eine Währung ist so viel wert wie sie selbst</translation>
  </message>
  <message>
   <source>A damaged page was met; nothing more is read or written until then</source>
   <translation>Eine beschädigte Seite kam vor; bis dahin wird nichts mehr gelesen oder geschrieben</translation>
  </message>
  <message>
   <source>A date is missing</source>
   <translation>Ein Datum fehlt</translation>
  </message>
  <message>
   <source>A date outside 1970 to 2199</source>
   <translation>Ein Datum außerhalb von 1970 bis 2199</translation>
  </message>
  <message>
   <source>A day cannot have this working time</source>
   <translation>Ein Tag kann diese Arbeitszeit nicht haben</translation>
  </message>
  <message>
   <source>A day has the times 00:00 to 24:00</source>
   <translation>Ein Tag hat die Zeiten 00:00 bis 24:00</translation>
  </message>
  <message>
   <source>A duration is longer than its times</source>
   <translation>Eine Dauer ist länger als ihre Uhrzeiten</translation>
  </message>
  <message>
   <source>A lag in percent or elapsed time became working time</source>
   <translation>Ein Zeitabstand in Prozent oder Kalenderzeit wurde zu Arbeitszeit</translation>
  </message>
  <message>
   <source>A negative duration</source>
   <translation>Eine negative Dauer</translation>
  </message>
  <message>
   <source>A number alone may be hours, minutes or a time</source>
   <translation>Eine Zahl allein kann Stunden, Minuten oder eine Uhrzeit sein</translation>
  </message>
  <message>
   <source>A page of store.db does not match its check value, or the file belongs to another key</source>
   <translation>Eine Seite von store.db passt nicht zu ihrem Prüfwert, oder die Datei gehört zu einem anderen Schlüssel</translation>
  </message>
  <message>
   <source>A part cannot be read</source>
   <translation>Ein Teil lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>A part has no length</source>
   <translation>Ein Teil hat keine Dauer</translation>
  </message>
  <message>
   <source>A plan cannot be written like this</source>
   <translation>So lässt sich ein Plan nicht schreiben</translation>
  </message>
  <message>
   <source>A predecessor that the file does not hold</source>
   <translation>Ein Vorgänger, den die Datei nicht enthält</translation>
  </message>
  <message>
   <source>A quotation mark that is never closed</source>
   <translation>Ein Anführungszeichen, das nie geschlossen wird</translation>
  </message>
  <message>
   <source>A rate cannot be negative</source>
   <translation>Ein Satz kann nicht negativ sein</translation>
  </message>
  <message>
   <source>A recovery key has eight groups of four letters and digits; {letters} characters were read</source>
   <translation>Ein Wiederherstellungsschlüssel hat acht Gruppen zu vier Buchstaben und Ziffern; gelesen wurden {letters} Zeichen</translation>
  </message>
  <message>
   <source>A reversal keeps its amount</source>
   <translation>Ein Storno behält seinen Umfang</translation>
  </message>
  <message>
   <source>A rule of recurrence that cannot be followed</source>
   <translation>Eine Wiederholungsregel, der sich nicht folgen lässt</translation>
  </message>
  <message>
   <source>A store without a passphrase is not offered</source>
   <translation>Ein Speicher ohne Passphrase wird nicht angeboten</translation>
  </message>
  <message>
   <source>A task without a name</source>
   <translation>Eine Aufgabe ohne Namen</translation>
  </message>
  <message>
   <source>A text is missing</source>
   <translation>Ein Text fehlt</translation>
  </message>
  <message>
   <source>A time without AM or PM among times that have it</source>
   <translation>Eine Uhrzeit ohne AM oder PM unter solchen mit</translation>
  </message>
  <message>
   <source>A timer has no end yet</source>
   <translation>Ein Timer hat noch kein Ende</translation>
  </message>
  <message>
   <source>A timer is running on it</source>
   <translation>Ein Timer läuft darauf</translation>
  </message>
  <message>
   <source>A timer is still running: {engagement}</source>
   <translation>Ein Timer läuft noch: {engagement}</translation>
  </message>
  <message>
   <source>A timer starts today</source>
   <translation>Ein Timer beginnt heute</translation>
  </message>
  <message>
   <source>A timer that was still running has none</source>
   <translation>Ein Timer, der noch lief, hat keines</translation>
  </message>
  <message>
   <source>A value was left out</source>
   <translation>Ein Wert wurde ausgelassen</translation>
  </message>
  <message>
   <source>A week needs some working time</source>
   <translation>Eine Woche braucht Arbeitszeit</translation>
  </message>
  <message>
   <source>A workbook cannot be printed</source>
   <translation>Eine Arbeitsmappe lässt sich nicht ausgeben</translation>
  </message>
  <message>
   <source>Add an entry for that day instead</source>
   <translation>Fügen Sie stattdessen einen Eintrag für den Tag hinzu</translation>
  </message>
  <message>
   <source>Add one: 2026-11-17T09:30+00:00, or write HH:MM</source>
   <translation>Fügen Sie einen hinzu: 2026-11-17T09:30+00:00, oder schreiben Sie HH:MM</translation>
  </message>
  <message>
   <source>Add the person to a team first</source>
   <translation>Nehmen Sie die Person zuerst in ein Team auf</translation>
  </message>
  <message>
   <source>Add the year, or what tells the two apart</source>
   <translation>Fügen Sie das Jahr hinzu, oder was die beiden unterscheidet</translation>
  </message>
  <message>
   <source>All of it is taken as yours.</source>
   <translation>Alles davon gilt als Ihres.</translation>
  </message>
  <message>
   <source>Among the first {records} records at least one is not what it was</source>
   <translation>Unter den ersten {records} Sätzen ist mindestens einer nicht, was er war</translation>
  </message>
  <message>
   <source>An amount without a currency was left out</source>
   <translation>Ein Betrag ohne Währung wurde ausgelassen</translation>
  </message>
  <message>
   <source>An argument cannot be read</source>
   <translation>Ein Argument lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>An entry cannot be marked so</source>
   <translation>Ein Eintrag lässt sich nicht so kennzeichnen</translation>
  </message>
  <message>
   <source>An entry cannot be merged with itself</source>
   <translation>Ein Eintrag lässt sich nicht mit sich selbst verbinden</translation>
  </message>
  <message>
   <source>An entry has a start and an end, or a duration</source>
   <translation>Ein Eintrag hat Beginn und Ende oder eine Dauer</translation>
  </message>
  <message>
   <source>An estimate cannot be negative</source>
   <translation>Eine Schätzung kann nicht negativ sein</translation>
  </message>
  <message>
   <source>An event that cannot be read</source>
   <translation>Ein Termin, der sich nicht lesen lässt</translation>
  </message>
  <message>
   <source>An event that ends before it starts</source>
   <translation>Ein Termin, der vor seinem Beginn endet</translation>
  </message>
  <message>
   <source>An id is 36 letters and digits, as the lists print it</source>
   <translation>Eine Id hat 36 Buchstaben und Ziffern, wie die Listen sie zeigen</translation>
  </message>
  <message>
   <source>An old key file was put back</source>
   <translation>Eine alte Schlüsseldatei wurde zurückgelegt</translation>
  </message>
  <message>
   <source>An open code has no closing date</source>
   <translation>Ein offener Code hat kein Enddatum</translation>
  </message>
  <message>
   <source>An unknown time zone</source>
   <translation>Eine unbekannte Zeitzone</translation>
  </message>
  <message>
   <source>Another EngageDesk (process {pid}) has the profile {profile} open</source>
   <translation>Ein anderes EngageDesk (Prozess {pid}) hat das Profil {profile} offen</translation>
  </message>
  <message>
   <source>Another change may have resolved it</source>
   <translation>Eine andere Änderung kann sie aufgelöst haben</translation>
  </message>
  <message>
   <source>Another program holds store.db of the profile {profile}</source>
   <translation>Ein anderes Programm hält store.db des Profils {profile}</translation>
  </message>
  <message>
   <source>Another timer was started later than that</source>
   <translation>Ein anderer Timer wurde danach gestartet</translation>
  </message>
  <message>
   <source>Ask who sent it.</source>
   <translation>Fragen Sie, wer sie geschickt hat.</translation>
  </message>
  <message>
   <source>At most {limit} characters</source>
   <translation>Höchstens {limit} Zeichen</translation>
  </message>
  <message>
   <source>At most {limit} letters</source>
   <translation>Höchstens {limit} Buchstaben</translation>
  </message>
  <message>
   <source>At most {limit} letters are kept</source>
   <translation>Höchstens {limit} Buchstaben werden behalten</translation>
  </message>
  <message>
   <source>At: {step}</source>
   <translation>Bei: {step}</translation>
  </message>
  <message>
   <source>Awaiting code: {engagement}</source>
   <translation>Ohne Code: {engagement}</translation>
  </message>
  <message>
   <source>Baseline places of items that are gone</source>
   <translation>Stände im Basisplan von Punkten, die es nicht mehr gibt</translation>
  </message>
  <message>
   <source>Baselines</source>
   <translation>Basispläne</translation>
  </message>
  <message>
   <source>Beginning and end belong together</source>
   <translation>Beginn und Ende gehören zusammen</translation>
  </message>
  <message>
   <source>Bookings</source>
   <translation>Einplanungen</translation>
  </message>
  <message>
   <source>Both copies of vault.json were changed or cut</source>
   <translation>Beide Kopien von vault.json wurden verändert oder gekürzt</translation>
  </message>
  <message>
   <source>Both entries are submitted or posted</source>
   <translation>Beide Einträge sind eingereicht oder gebucht</translation>
  </message>
  <message>
   <source>Both parts need some time</source>
   <translation>Beide Teile brauchen etwas Zeit</translation>
  </message>
  <message>
   <source>Both would claim the same time</source>
   <translation>Beide würden dieselbe Zeit beanspruchen</translation>
  </message>
  <message>
   <source>By your calendar some links are not kept</source>
   <translation>Nach Ihrem Kalender sind einige Verknüpfungen nicht eingehalten</translation>
  </message>
  <message>
   <source>By {minutes} min</source>
   <translation>Um {minutes} min</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Change the link that is there</source>
   <translation>Ändern Sie die vorhandene Verknüpfung</translation>
  </message>
  <message>
   <source>Change the newest one</source>
   <translation>Ändern Sie die neueste</translation>
  </message>
  <message>
   <source>Change these instead of its duration</source>
   <translation>Ändern Sie diese statt der Dauer</translation>
  </message>
  <message>
   <source>Change those entries in the day view, or clear the cell</source>
   <translation>Ändern Sie diese Einträge in der Tagesansicht, oder leeren Sie die Zelle</translation>
  </message>
  <message>
   <source>Change those, or choose another day</source>
   <translation>Ändern Sie diese oder wählen Sie einen anderen Tag</translation>
  </message>
  <message>
   <source>Check Caps Lock and the keyboard layout, or use the recovery key</source>
   <translation>Prüfen Sie Feststelltaste und Tastaturbelegung, oder nehmen Sie den Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>Check its folder and its rights</source>
   <translation>Prüfen Sie den Ordner und seine Rechte</translation>
  </message>
  <message>
   <source>Check its name and its rights</source>
   <translation>Prüfen Sie den Namen und die Rechte</translation>
  </message>
  <message>
   <source>Check names with accents.</source>
   <translation>Prüfen Sie Namen mit Umlauten und Akzenten.</translation>
  </message>
  <message>
   <source>Check that the profile folder is writable and the disk has room</source>
   <translation>Prüfen Sie, ob der Profilordner beschreibbar ist und die Platte Platz hat</translation>
  </message>
  <message>
   <source>Check the dates, or enter the days one by one</source>
   <translation>Prüfen Sie die Tage, oder geben Sie sie einzeln ein</translation>
  </message>
  <message>
   <source>Check the month and the day</source>
   <translation>Prüfen Sie Monat und Tag</translation>
  </message>
  <message>
   <source>Check the name and the folder.</source>
   <translation>Prüfen Sie Namen und Ordner.</translation>
  </message>
  <message>
   <source>Check the number, or enter the days one by one</source>
   <translation>Prüfen Sie die Zahl, oder geben Sie die Tage einzeln ein</translation>
  </message>
  <message>
   <source>Check the rights of the folder and its files</source>
   <translation>Prüfen Sie die Rechte des Ordners und seiner Dateien</translation>
  </message>
  <message>
   <source>Check the screen and the libraries that Qt names, or use the commands: engagedesk --help lists them</source>
   <translation>Prüfen Sie den Bildschirm und die Bibliotheken, die Qt nennt, oder nehmen Sie die Befehle: engagedesk --help nennt sie alle</translation>
  </message>
  <message>
   <source>Check the spelling, or list them with: engagedesk engagement list</source>
   <translation>Prüfen Sie die Schreibweise, oder listen Sie auf mit: engagedesk engagement list</translation>
  </message>
  <message>
   <source>Check the year</source>
   <translation>Prüfen Sie das Jahr</translation>
  </message>
  <message>
   <source>Check the year and this machine's clock</source>
   <translation>Prüfen Sie das Jahr und die Uhr dieses Rechners</translation>
  </message>
  <message>
   <source>Check these days</source>
   <translation>Prüfen Sie diese Tage</translation>
  </message>
  <message>
   <source>Check this line.</source>
   <translation>Prüfen Sie diese Zeile.</translation>
  </message>
  <message>
   <source>Check this link</source>
   <translation>Prüfen Sie diese Verknüpfung</translation>
  </message>
  <message>
   <source>Choose 1 for Monday to 7 for Sunday</source>
   <translation>Wählen Sie 1 für Montag bis 7 für Sonntag</translation>
  </message>
  <message>
   <source>Choose 1 minute or more</source>
   <translation>Wählen Sie 1 Minute oder mehr</translation>
  </message>
  <message>
   <source>Choose 1, the highest, to 5</source>
   <translation>Wählen Sie 1, die höchste, bis 5</translation>
  </message>
  <message>
   <source>Choose a code of this engagement</source>
   <translation>Wählen Sie einen Code dieses Auftrags</translation>
  </message>
  <message>
   <source>Choose a column for it.</source>
   <translation>Wählen Sie eine Spalte dafür.</translation>
  </message>
  <message>
   <source>Choose a column for the currency.</source>
   <translation>Wählen Sie eine Spalte für die Währung.</translation>
  </message>
  <message>
   <source>Choose a day in the years {first} to {last}.</source>
   <translation>Wählen Sie einen Tag in den Jahren {first} bis {last}.</translation>
  </message>
  <message>
   <source>Choose a file.</source>
   <translation>Wählen Sie eine Datei.</translation>
  </message>
  <message>
   <source>Choose a later day, or add rates first</source>
   <translation>Wählen Sie einen späteren Tag oder geben Sie erst Sätze ein</translation>
  </message>
  <message>
   <source>Choose a later end.</source>
   <translation>Wählen Sie ein späteres Ende.</translation>
  </message>
  <message>
   <source>Choose a profile that was saved as a file</source>
   <translation>Wählen Sie ein Profil, das als Datei gespeichert wurde</translation>
  </message>
  <message>
   <source>Choose a saved one, or none.</source>
   <translation>Wählen Sie eine gespeicherte oder keine.</translation>
  </message>
  <message>
   <source>Choose a step in between</source>
   <translation>Wählen Sie einen Schritt dazwischen</translation>
  </message>
  <message>
   <source>Choose a task of this engagement</source>
   <translation>Wählen Sie eine Aufgabe dieses Auftrags</translation>
  </message>
  <message>
   <source>Choose a time from 00:00 to 12:00</source>
   <translation>Wählen Sie eine Uhrzeit von 00:00 bis 12:00</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Choose another item</source>
   <translation>Wählen Sie etwas anderes</translation>
  </message>
  <message>
   <source>Choose another mapping, or change this one.</source>
   <translation>Wählen Sie eine andere Zuordnung, oder ändern Sie diese.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Choose fewer engagements or people</source>
   <translation>Wählen Sie weniger Aufträge oder Personen</translation>
  </message>
  <message>
   <source>Choose fewer words</source>
   <translation>Wählen Sie weniger Wörter</translation>
  </message>
  <message>
   <source>Choose one first</source>
   <translation>Wählen Sie erst eine</translation>
  </message>
  <message>
   <source>Choose one of the engagement's own client</source>
   <translation>Einen des eigenen Mandanten wählen</translation>
  </message>
  <message>
   <source>Choose one of these.</source>
   <translation>Wählen Sie eine davon.</translation>
  </message>
  <message>
   <source>Choose one of this engagement</source>
   <translation>Wählen Sie eine dieses Auftrags</translation>
  </message>
  <message>
   <source>Choose one of this engagement.</source>
   <translation>Wählen Sie eine dieses Auftrags.</translation>
  </message>
  <message>
   <source>Choose other engagements.</source>
   <translation>Wählen Sie andere Aufträge.</translation>
  </message>
  <message>
   <source>Choose the engagement</source>
   <translation>Wählen Sie den Auftrag</translation>
  </message>
  <message>
   <source>Choose the one before or after it</source>
   <translation>Wählen Sie den davor oder danach</translation>
  </message>
  <message>
   <source>Choose the person</source>
   <translation>Wählen Sie die Person</translation>
  </message>
  <message>
   <source>Choose the person from the list</source>
   <translation>Wählen Sie die Person aus der Liste</translation>
  </message>
  <message>
   <source>Choose them again in Settings; nothing else is affected</source>
   <translation>Wählen Sie sie in den Einstellungen neu; sonst ist nichts betroffen</translation>
  </message>
  <message>
   <source>Choose two different currencies</source>
   <translation>Wählen Sie zwei verschiedene Währungen</translation>
  </message>
  <message>
   <source>Close it and try again</source>
   <translation>Schließen Sie es und versuchen Sie es erneut</translation>
  </message>
  <message>
   <source>Close it in other programs and check that you may read it.</source>
   <translation>Schließen Sie sie in anderen Programmen und prüfen Sie, ob Sie sie lesen dürfen.</translation>
  </message>
  <message>
   <source>Close it in other programs, or choose another folder.</source>
   <translation>Schließen Sie sie in anderen Programmen oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Close it, or leave the date out</source>
   <translation>Schließen Sie ihn, oder lassen Sie das Datum weg</translation>
  </message>
  <message>
   <source>Close other programs and try again</source>
   <translation>Schließen Sie andere Programme und versuchen Sie es erneut</translation>
  </message>
  <message>
   <source>Closed days belong to an engagement</source>
   <translation>Geschlossene Tage gehören zu einem Auftrag</translation>
  </message>
  <message>
   <source>Code {code} belongs to another client</source>
   <translation>Code {code} gehört zu einem anderen Mandanten</translation>
  </message>
  <message>
   <source>Code {code} is closed: {engagement}</source>
   <translation>Code {code} ist geschlossen: {engagement}</translation>
  </message>
  <message>
   <source>Code {code} is not valid yet: {engagement}</source>
   <translation>Code {code} gilt noch nicht: {engagement}</translation>
  </message>
  <message>
   <source>Code, activity, task or charge differ</source>
   <translation>Code, Leistungsart, Aufgabe oder Verrechnung weichen ab</translation>
  </message>
  <message>
   <source>Compare the store with the newest backup</source>
   <translation>Vergleichen Sie den Speicher mit der neuesten Sicherung</translation>
  </message>
  <message>
   <source>Correct its validity</source>
   <translation>Berichtigen Sie seine Gültigkeit</translation>
  </message>
  <message>
   <source>Correct one of the two dates</source>
   <translation>Berichtigen Sie eines der beiden Daten</translation>
  </message>
  <message>
   <source>Correct one of the two times</source>
   <translation>Berichtigen Sie eine der beiden Uhrzeiten</translation>
  </message>
  <message>
   <source>Correct the name</source>
   <translation>Berichtigen Sie den Namen</translation>
  </message>
  <message>
   <source>Correct the rate card</source>
   <translation>Berichtigen Sie die Preisliste</translation>
  </message>
  <message>
   <source>Correct this value</source>
   <translation>Berichtigen Sie diesen Wert</translation>
  </message>
  <message>
   <source>Correct this value; nothing was changed</source>
   <translation>Berichtigen Sie diesen Wert; nichts wurde geändert</translation>
  </message>
  <message>
   <source>Cut inside the entry</source>
   <translation>Schneiden Sie innerhalb des Eintrags</translation>
  </message>
  <message>
   <source>Dates that the plan no longer holds were left out</source>
   <translation>Termine, die der Plan nicht mehr enthält, wurden ausgelassen</translation>
  </message>
  <message>
   <source>Dates with a time zone</source>
   <translation>Termine mit einer Zeitzone</translation>
  </message>
  <message>
   <source>Day and month cannot be told apart</source>
   <translation>Tag und Monat lassen sich nicht unterscheiden</translation>
  </message>
  <message>
   <source>Days of one person on one engagement</source>
   <translation>Tage einer Person in einem Auftrag</translation>
  </message>
  <message>
   <source>Delete it and reverse the entry again</source>
   <translation>Löschen Sie ihn und stornieren Sie den Eintrag erneut</translation>
  </message>
  <message>
   <source>Delete one of the two, or move it</source>
   <translation>Löschen Sie einen der beiden, oder verschieben Sie ihn</translation>
  </message>
  <message>
   <source>Delete the empty rows if more follows.</source>
   <translation>Löschen Sie die leeren Zeilen, wenn noch mehr folgt.</translation>
  </message>
  <message>
   <source>Delete the rows by hand.</source>
   <translation>Löschen Sie die Zeilen von Hand.</translation>
  </message>
  <message>
   <source>Describe the cause in a few words</source>
   <translation>Beschreiben Sie die Ursache in wenigen Worten</translation>
  </message>
  <message>
   <source>Did you mean: {candidates}</source>
   <translation>Meinten Sie: {candidates}</translation>
  </message>
  <message>
   <source>Different currencies are not added</source>
   <translation>Verschiedene Währungen werden nicht addiert</translation>
  </message>
  <message>
   <source>Do not open it elsewhere; ask who sent it.</source>
   <translation>Öffnen Sie sie nirgendwo sonst; fragen Sie, wer sie geschickt hat.</translation>
  </message>
  <message>
   <source>Each would wait for itself: {circle}</source>
   <translation>Jedes würde auf sich selbst warten: {circle}</translation>
  </message>
  <message>
   <source>Each would wait for itself: {circle}. Nothing was imported.</source>
   <translation>Jeder Punkt würde auf sich selbst warten: {circle}. Es wurde nichts eingelesen.</translation>
  </message>
  <message>
   <source>Edit or delete the entry</source>
   <translation>Bearbeiten oder löschen Sie den Eintrag</translation>
  </message>
  <message>
   <source>Ends in the future: {engagement}</source>
   <translation>Endet in der Zukunft: {engagement}</translation>
  </message>
  <message>
   <source>Engagements, time and recorded time can be</source>
   <translation>Aufträge, Zeiten und erfasste Zeiten gehen</translation>
  </message>
  <message>
   <source>Enter the time anew instead of reversing the reversal</source>
   <translation>Erfassen Sie die Zeit neu, statt das Storno zu stornieren</translation>
  </message>
  <message>
   <source>Events that belong into no plan were left out</source>
   <translation>Termine, die in keinen Plan gehören, wurden ausgelassen</translation>
  </message>
  <message>
   <source>Events that fit several engagements were left out</source>
   <translation>Termine, die zu mehreren Aufträgen passen, wurden ausgelassen</translation>
  </message>
  <message>
   <source>Export a shorter period, or fewer columns.</source>
   <translation>Exportieren Sie einen kürzeren Zeitraum oder weniger Spalten.</translation>
  </message>
  <message>
   <source>Export a shorter period.</source>
   <translation>Exportieren Sie einen kürzeren Zeitraum.</translation>
  </message>
  <message>
   <source>Export it again from where it came and try that file.</source>
   <translation>Exportieren Sie sie dort neu, wo sie herkam, und nehmen Sie diese Datei.</translation>
  </message>
  <message>
   <source>Files of the kind “{kind}”</source>
   <translation>Dateien der Art „{kind}“</translation>
  </message>
  <message>
   <source>Fill the empty cells by hand</source>
   <translation>Füllen Sie die leeren Zellen von Hand</translation>
  </message>
  <message>
   <source>Fill the gap, or move an edge first</source>
   <translation>Füllen Sie die Lücke, oder verschieben Sie erst eine Kante</translation>
  </message>
  <message>
   <source>Flatten the outline where it came from. Nothing was imported.</source>
   <translation>Machen Sie die Gliederung dort flacher, wo sie herkommt. Es wurde nichts eingelesen.</translation>
  </message>
  <message>
   <source>For example: "25m Northgate", "break" or "8m break"</source>
   <translation>Zum Beispiel: "25m Northgate", "break" oder "8m break"</translation>
  </message>
  <message>
   <source>For example: 9:30-11 Harrowgate, sales cycle #fieldwork</source>
   <translation>Zum Beispiel: 9:30-11 Harrowgate, Umsatzzyklus #fieldwork</translation>
  </message>
  <message>
   <source>For example: {candidates}</source>
   <translation>Zum Beispiel: {candidates}</translation>
  </message>
  <message>
   <source>For which engagement?</source>
   <translation>Für welchen Auftrag?</translation>
  </message>
  <message>
   <source>Format {format}</source>
   <translation>Format {format}</translation>
  </message>
  <message>
   <source>Four or five unrelated words are easy to keep</source>
   <translation>Vier oder fünf Wörter ohne Zusammenhang merken sich leicht</translation>
  </message>
  <message>
   <source>Free some space and try again</source>
   <translation>Schaffen Sie Platz und versuchen Sie es erneut</translation>
  </message>
  <message>
   <source>Free some space.</source>
   <translation>Schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>Free some space; a running timer can still be stopped</source>
   <translation>Schaffen Sie Platz; ein laufender Timer lässt sich noch anhalten</translation>
  </message>
  <message>
   <source>Give --new-passphrase-file FILE</source>
   <translation>Geben Sie --new-passphrase-file DATEI an</translation>
  </message>
  <message>
   <source>Give --passphrase-file FILE</source>
   <translation>Geben Sie --passphrase-file DATEI an</translation>
  </message>
  <message>
   <source>Give --start, --end or --text</source>
   <translation>Geben Sie --start, --end oder --text an</translation>
  </message>
  <message>
   <source>Give 0 or more</source>
   <translation>Geben Sie 0 oder mehr an</translation>
  </message>
  <message>
   <source>Give 0 to 1,000,000 hours</source>
   <translation>Geben Sie 0 bis 1.000.000 Stunden an</translation>
  </message>
  <message>
   <source>Give 0 to 1,000,000,000 hours in all</source>
   <translation>Geben Sie 0 bis 1.000.000.000 Stunden insgesamt an</translation>
  </message>
  <message>
   <source>Give 0 to 10,000,000,000</source>
   <translation>Geben Sie 0 bis 10.000.000.000 an</translation>
  </message>
  <message>
   <source>Give 0 to 10,000,000,000,000 in all</source>
   <translation>Geben Sie 0 bis 10.000.000.000.000 insgesamt an</translation>
  </message>
  <message>
   <source>Give 0 to 24 hours</source>
   <translation>Geben Sie 0 bis 24 Stunden an</translation>
  </message>
  <message>
   <source>Give a charge code</source>
   <translation>Geben Sie einen Auftragscode an</translation>
  </message>
  <message>
   <source>Give a code name</source>
   <translation>Geben Sie einen Decknamen an</translation>
  </message>
  <message>
   <source>Give a number above 0 and up to 10,000,000</source>
   <translation>Geben Sie eine Zahl über 0 bis 10.000.000 an</translation>
  </message>
  <message>
   <source>Give a percentage from -50 to 100</source>
   <translation>Geben Sie ein Prozent von -50 bis 100 an</translation>
  </message>
  <message>
   <source>Give a start and an end</source>
   <translation>Geben Sie Beginn und Ende an</translation>
  </message>
  <message>
   <source>Give a start and an end, or a day and a duration</source>
   <translation>Geben Sie Beginn und Ende an, oder einen Tag und eine Dauer</translation>
  </message>
  <message>
   <source>Give a start and an end, or a duration</source>
   <translation>Geben Sie Beginn und Ende an, oder eine Dauer</translation>
  </message>
  <message>
   <source>Give a time after its start</source>
   <translation>Geben Sie eine Uhrzeit nach seinem Beginn an</translation>
  </message>
  <message>
   <source>Give a time that has passed</source>
   <translation>Geben Sie eine Uhrzeit an, die vorbei ist</translation>
  </message>
  <message>
   <source>Give a time that was</source>
   <translation>Geben Sie eine Uhrzeit an, die es gab</translation>
  </message>
  <message>
   <source>Give a whole number from {least} to {most}</source>
   <translation>Geben Sie eine ganze Zahl von {least} bis {most} an</translation>
  </message>
  <message>
   <source>Give another name</source>
   <translation>Geben Sie einen anderen Namen an</translation>
  </message>
  <message>
   <source>Give another role</source>
   <translation>Geben Sie eine andere Rolle an</translation>
  </message>
  <message>
   <source>Give at least a minute</source>
   <translation>Geben Sie mindestens eine Minute an</translation>
  </message>
  <message>
   <source>Give at least its first {least} letters</source>
   <translation>Geben Sie mindestens ihre ersten {least} Buchstaben an</translation>
  </message>
  <message>
   <source>Give at least one code, or a break</source>
   <translation>Geben Sie mindestens einen Code oder eine Pause an</translation>
  </message>
  <message>
   <source>Give at most 20,000 working hours</source>
   <translation>Geben Sie höchstens 20.000 Arbeitsstunden an</translation>
  </message>
  <message>
   <source>Give both times, or leave them as two entries</source>
   <translation>Geben Sie beide Uhrzeiten an, oder lassen Sie es bei zwei Einträgen</translation>
  </message>
  <message>
   <source>Give both, or neither</source>
   <translation>Geben Sie beide an oder keines</translation>
  </message>
  <message>
   <source>Give each its own name</source>
   <translation>Geben Sie jedem einen eigenen Namen</translation>
  </message>
  <message>
   <source>Give each part a minute or more, or remove it</source>
   <translation>Geben Sie jedem Teil eine Minute oder mehr, oder entfernen Sie ihn</translation>
  </message>
  <message>
   <source>Give hours of 0 or more</source>
   <translation>Geben Sie 0 oder mehr Stunden an</translation>
  </message>
  <message>
   <source>Give its length</source>
   <translation>Geben Sie seine Dauer an</translation>
  </message>
  <message>
   <source>Give its letters, for example ENG or BY, or leave it empty</source>
   <translation>Geben Sie seine Buchstaben an, zum Beispiel ENG oder BY, oder lassen Sie es leer</translation>
  </message>
  <message>
   <source>Give more of it</source>
   <translation>Geben Sie mehr davon an</translation>
  </message>
  <message>
   <source>Give more than 0 hours</source>
   <translation>Geben Sie mehr als 0 Stunden an</translation>
  </message>
  <message>
   <source>Give one</source>
   <translation>Geben Sie einen an</translation>
  </message>
  <message>
   <source>Give one of them</source>
   <translation>Geben Sie eines davon an</translation>
  </message>
  <message>
   <source>Give the country</source>
   <translation>Geben Sie das Land an</translation>
  </message>
  <message>
   <source>Give the day of issue, or another state</source>
   <translation>Geben Sie den Tag der Herausgabe an oder einen anderen Stand</translation>
  </message>
  <message>
   <source>Give the first and the last day, or choose a task</source>
   <translation>Geben Sie den ersten und den letzten Tag an oder wählen Sie eine Aufgabe</translation>
  </message>
  <message>
   <source>Give the hours of at least one day</source>
   <translation>Geben Sie die Stunden mindestens eines Tages an</translation>
  </message>
  <message>
   <source>Give the hours of at least one grade</source>
   <translation>Geben Sie die Stunden wenigstens einer Stufe an</translation>
  </message>
  <message>
   <source>Give the next period's end</source>
   <translation>Geben Sie den Stichtag der nächsten Periode an</translation>
  </message>
  <message>
   <source>Give the reason in a few words</source>
   <translation>Geben Sie den Grund in wenigen Worten an</translation>
  </message>
  <message>
   <source>Give the time at which the work ended</source>
   <translation>Geben Sie die Uhrzeit an, zu der die Arbeit endete</translation>
  </message>
  <message>
   <source>Give the whole name</source>
   <translation>Geben Sie den ganzen Namen an</translation>
  </message>
  <message>
   <source>Give the working hours of each day</source>
   <translation>Geben Sie die Arbeitsstunden jedes Tages an</translation>
  </message>
  <message>
   <source>Give the working time from start to end</source>
   <translation>Geben Sie die Arbeitszeit vom Beginn bis zum Ende an</translation>
  </message>
  <message>
   <source>Give this account the right to write there, or copy the profile to a disk that can be written</source>
   <translation>Geben Sie diesem Konto Schreibrechte, oder kopieren Sie das Profil auf eine beschreibbare Platte</translation>
  </message>
  <message>
   <source>Give two letters, for example GB or DE</source>
   <translation>Geben Sie zwei Buchstaben an, zum Beispiel GB oder DE</translation>
  </message>
  <message>
   <source>Give up to 1,000,000,000 an hour</source>
   <translation>Geben Sie bis zu 1.000.000.000 je Stunde an</translation>
  </message>
  <message>
   <source>Give up to 12 whole percents from 1 to 1000, like 75, 90, 100</source>
   <translation>Geben Sie bis zu 12 ganze Prozente von 1 bis 1000 an, etwa 75, 90, 100</translation>
  </message>
  <message>
   <source>Give what was billed, in fees</source>
   <translation>Geben Sie das abgerechnete Honorar an</translation>
  </message>
  <message>
   <source>Give {least} to {most} percent</source>
   <translation>Geben Sie {least} bis {most} Prozent an</translation>
  </message>
  <message>
   <source>Go on with the earlier EngageDesk and report this</source>
   <translation>Arbeiten Sie mit dem früheren EngageDesk weiter und melden Sie dies</translation>
  </message>
  <message>
   <source>Go to its window, or close it</source>
   <translation>Gehen Sie zu seinem Fenster, oder schließen Sie es</translation>
  </message>
  <message>
   <source>Held back as a draft</source>
   <translation>Als Entwurf zurückgehalten</translation>
  </message>
  <message>
   <source>How long was it?</source>
   <translation>Wie lange war es?</translation>
  </message>
  <message>
   <source>If you trust it, open it in your spreadsheet program and save it as CSV.</source>
   <translation>Wenn Sie ihr trauen, öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie als CSV.</translation>
  </message>
  <message>
   <source>Import its parts one by one.</source>
   <translation>Lesen Sie die Teile einzeln ein.</translation>
  </message>
  <message>
   <source>Import the file again if you want it back.</source>
   <translation>Lesen Sie die Datei erneut ein, wenn Sie sie zurückwollen.</translation>
  </message>
  <message>
   <source>Import the file again.</source>
   <translation>Lesen Sie die Datei erneut ein.</translation>
  </message>
  <message>
   <source>Import the rest by itself.</source>
   <translation>Lesen Sie den Rest für sich ein.</translation>
  </message>
  <message>
   <source>In Microsoft Project choose File, Save As, XML Format, and import that file.</source>
   <translation>Wählen Sie in Microsoft Project Datei, Speichern unter, XML-Format, und lesen Sie diese Datei ein.</translation>
  </message>
  <message>
   <source>Install EngageDesk again</source>
   <translation>Installieren Sie EngageDesk neu</translation>
  </message>
  <message>
   <source>Install a newer EngageDesk</source>
   <translation>Installieren Sie ein neueres EngageDesk</translation>
  </message>
  <message>
   <source>Install the newer EngageDesk that wrote it</source>
   <translation>Installieren Sie das neuere EngageDesk, das es schrieb</translation>
  </message>
  <message>
   <source>Install the newer EngageDesk that wrote it; nothing was changed</source>
   <translation>Installieren Sie das neuere EngageDesk, das es schrieb; nichts wurde geändert</translation>
  </message>
  <message>
   <source>Install the newer EngageDesk; nothing was changed</source>
   <translation>Installieren Sie das neuere EngageDesk; nichts wurde geändert</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>It belongs to an engagement or says what kind of non-client time it takes</source>
   <translation>Er gehört zu einem Auftrag oder sagt, welche Art Zeit ohne Mandanten er aufnimmt</translation>
  </message>
  <message>
   <source>It did not hand out its secret</source>
   <translation>Er gab sein Geheimnis nicht heraus</translation>
  </message>
  <message>
   <source>It did not keep or return the secret</source>
   <translation>Er behielt das Geheimnis nicht oder gab es nicht zurück</translation>
  </message>
  <message>
   <source>It does not go with another day</source>
   <translation>Es verträgt sich nicht mit einem anderen Tag</translation>
  </message>
  <message>
   <source>It does not open this store</source>
   <translation>Es öffnet diesen Speicher nicht</translation>
  </message>
  <message>
   <source>It has changed meanwhile</source>
   <translation>Es hat sich inzwischen geändert</translation>
  </message>
  <message>
   <source>It is a recovery key, but not the one of this store</source>
   <translation>Es ist ein Wiederherstellungsschlüssel, aber nicht der dieses Speichers</translation>
  </message>
  <message>
   <source>It is as it was, and a verified copy lies beside it</source>
   <translation>Er ist, wie er war, und eine geprüfte Kopie liegt daneben</translation>
  </message>
  <message>
   <source>It is no longer there</source>
   <translation>Es ist nicht mehr da</translation>
  </message>
  <message>
   <source>It is not valid UTF-8 text</source>
   <translation>Es ist kein gültiger UTF-8-Text</translation>
  </message>
  <message>
   <source>It is {old}, not to be made {new} directly</source>
   <translation>Es ist {old} und wird nicht unmittelbar {new}</translation>
  </message>
  <message>
   <source>It is {state}</source>
   <translation>Es ist {state}</translation>
  </message>
  <message>
   <source>It is {state} and can be changed directly</source>
   <translation>Es ist {state} und lässt sich unmittelbar ändern</translation>
  </message>
  <message>
   <source>It lies outside the years 2 to 9998</source>
   <translation>Es liegt außerhalb der Jahre 2 bis 9998</translation>
  </message>
  <message>
   <source>It takes back exactly what it names</source>
   <translation>Es nimmt genau zurück, was es nennt</translation>
  </message>
  <message>
   <source>It was changed, or belongs to another copy of the store</source>
   <translation>Sie wurde verändert oder gehört zu einer anderen Kopie des Speichers</translation>
  </message>
  <message>
   <source>It was not cleared</source>
   <translation>Es wurde nicht geleert</translation>
  </message>
  <message>
   <source>It was not deleted</source>
   <translation>Es wurde nicht gelöscht</translation>
  </message>
  <message>
   <source>It was read as {encoding}.</source>
   <translation>Sie wurde als {encoding} gelesen.</translation>
  </message>
  <message>
   <source>It would be 0 seconds long</source>
   <translation>Es wäre 0 Sekunden lang</translation>
  </message>
  <message>
   <source>It would end before it begins</source>
   <translation>Es würde vor seinem Beginn enden</translation>
  </message>
  <message>
   <source>Its end does not lie after its beginning.</source>
   <translation>Sein Ende liegt nicht nach seinem Anfang.</translation>
  </message>
  <message>
   <source>Its entry was removed, or this is another computer or account</source>
   <translation>Sein Eintrag wurde entfernt, oder dies ist ein anderer Rechner oder ein anderes Konto</translation>
  </message>
  <message>
   <source>Its format is {found}, this program knows {known}</source>
   <translation>Ihr Format ist {found}, dieses Programm kennt {known}</translation>
  </message>
  <message>
   <source>Its history shows the reversing entry</source>
   <translation>Sein Verlauf zeigt den Stornoeintrag</translation>
  </message>
  <message>
   <source>Its keys are gone from memory</source>
   <translation>Seine Schlüssel sind nicht mehr im Arbeitsspeicher</translation>
  </message>
  <message>
   <source>Its record was purged.</source>
   <translation>Seine Aufzeichnung wurde bereinigt.</translation>
  </message>
  <message>
   <source>Its schema is {found}, this program knows {known}</source>
   <translation>Ihr Schema ist {found}, dieses Programm kennt {known}</translation>
  </message>
  <message>
   <source>Its seal does not match the key inside</source>
   <translation>Ihr Siegel passt nicht zum Schlüssel darin</translation>
  </message>
  <message>
   <source>Its window is locked, and locked it answers nothing</source>
   <translation>Sein Fenster ist gesperrt, und gesperrt antwortet es nicht</translation>
  </message>
  <message>
   <source>Keep one of them.</source>
   <translation>Behalten Sie eines davon.</translation>
  </message>
  <message>
   <source>Keep the columns you need and save it again.</source>
   <translation>Behalten Sie die nötigen Spalten und speichern Sie sie neu.</translation>
  </message>
  <message>
   <source>Leave belongs to somebody</source>
   <translation>Urlaub gehört jemandem</translation>
  </message>
  <message>
   <source>Leave the offset out to be asked</source>
   <translation>Lassen Sie den Versatz weg, um gefragt zu werden</translation>
  </message>
  <message>
   <source>Leave them as two entries</source>
   <translation>Lassen Sie es bei zwei Einträgen</translation>
  </message>
  <message>
   <source>Leave, holidays and long days</source>
   <translation>Urlaub, Feiertage und lange Tage</translation>
  </message>
  <message>
   <source>Less than the standard day</source>
   <translation>Weniger als der Solltag</translation>
  </message>
  <message>
   <source>Less than the standard week</source>
   <translation>Weniger als die Sollwoche</translation>
  </message>
  <message>
   <source>Let it end later</source>
   <translation>Lassen Sie es später enden</translation>
  </message>
  <message>
   <source>Let the file say what it is.</source>
   <translation>Lassen Sie die Datei sagen, was sie ist.</translation>
  </message>
  <message>
   <source>Line {line} adds its codes; the rest stays as on line {first}.</source>
   <translation>Zeile {line} ergänzt ihre Codes; der Rest bleibt wie in Zeile {first}.</translation>
  </message>
  <message>
   <source>Line {line}, {field}: “{value}” is not understood.</source>
   <translation>Zeile {line}, {field}: „{value}“ ist unverständlich.</translation>
  </message>
  <message>
   <source>Line {line}: “{value}”.</source>
   <translation>Zeile {line}: „{value}“.</translation>
  </message>
  <message>
   <source>Line {line}: “{value}”; start and end were kept.</source>
   <translation>Zeile {line}: „{value}“; Beginn und Ende blieben.</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>Links to engagements that are not in the file</source>
   <translation>Verknüpfungen zu Aufträgen, die nicht in der Datei sind</translation>
  </message>
  <message>
   <source>List all entries with: engagedesk entry list</source>
   <translation>Listen Sie alle Einträge auf mit: engagedesk entry list</translation>
  </message>
  <message>
   <source>List them with: engagedesk away list</source>
   <translation>Listen Sie sie auf mit: engagedesk away list</translation>
  </message>
  <message>
   <source>List them with: engagedesk engagement list</source>
   <translation>Listen Sie sie auf mit: engagedesk engagement list</translation>
  </message>
  <message>
   <source>List them with: engagedesk entry list --from D --to D</source>
   <translation>Listen Sie sie auf mit: engagedesk entry list --from D --to D</translation>
  </message>
  <message>
   <source>List them with: engagedesk import list</source>
   <translation>Listen Sie sie auf mit: engagedesk import list</translation>
  </message>
  <message>
   <source>List them: week reconcile {week}</source>
   <translation>Listen Sie sie auf: week reconcile {week}</translation>
  </message>
  <message>
   <source>List them: week tick {week}</source>
   <translation>Listen Sie sie auf: week tick {week}</translation>
  </message>
  <message>
   <source>Lock and unlock, then run check; restore the newest backup if it finds damage</source>
   <translation>Sperren und entsperren Sie, dann lassen Sie check laufen; findet es Schaden, stellen Sie die neueste Sicherung wieder her</translation>
  </message>
  <message>
   <source>Look again, then repeat.</source>
   <translation>Sehen Sie erneut nach, dann wiederholen Sie es.</translation>
  </message>
  <message>
   <source>Look at it again</source>
   <translation>Noch einmal ansehen</translation>
  </message>
  <message>
   <source>Look at it where it lies, or leave it</source>
   <translation>Sehen Sie ihn dort an, wo er liegt, oder lassen Sie ihn</translation>
  </message>
  <message>
   <source>Look for the key that was printed when this store, or its newest key, was made</source>
   <translation>Suchen Sie den Schlüssel, der gedruckt wurde, als dieser Speicher oder sein neuester Schlüssel entstand</translation>
  </message>
  <message>
   <source>Look with a listing before doing it again</source>
   <translation>Sehen Sie in einer Liste nach, bevor Sie es wiederholen</translation>
  </message>
  <message>
   <source>Make a backup to another disk now, then have this one checked</source>
   <translation>Sichern Sie jetzt auf eine andere Platte und lassen Sie diese prüfen</translation>
  </message>
  <message>
   <source>Make a profile of its own for it: engagedesk --profile DIR init, then demo.</source>
   <translation>Legen Sie dafür ein eigenes Profil an: engagedesk --profile DIR init, dann demo.</translation>
  </message>
  <message>
   <source>Make it again.</source>
   <translation>Erstellen Sie es neu.</translation>
  </message>
  <message>
   <source>Make them alike first</source>
   <translation>Gleichen Sie sie erst an</translation>
  </message>
  <message>
   <source>Mark it done instead</source>
   <translation>Markieren Sie sie stattdessen als erledigt</translation>
  </message>
  <message>
   <source>Mark it done, or move the entries first</source>
   <translation>Kennzeichnen Sie sie als erledigt, oder verschieben Sie erst die Einträge</translation>
  </message>
  <message>
   <source>Mark it ready, or a draft again</source>
   <translation>Kennzeichnen Sie ihn als bereit oder wieder als Entwurf</translation>
  </message>
  <message>
   <source>More cells than the header has columns</source>
   <translation>Mehr Zellen, als der Kopf Spalten hat</translation>
  </message>
  <message>
   <source>More than the standard day</source>
   <translation>Mehr als der Solltag</translation>
  </message>
  <message>
   <source>More time than one line can hold</source>
   <translation>Mehr Zeit, als eine Zeile fassen kann</translation>
  </message>
  <message>
   <source>Most years have 52 weeks, some 53</source>
   <translation>Die meisten Jahre haben 52 Wochen, manche 53</translation>
  </message>
  <message>
   <source>Move it once</source>
   <translation>Verschieben Sie es einmal</translation>
  </message>
  <message>
   <source>Name a file that ends in .edbackup</source>
   <translation>Nennen Sie eine Datei, die auf .edbackup endet</translation>
  </message>
  <message>
   <source>Name a file that holds the passphrase alone</source>
   <translation>Nennen Sie eine Datei, die nur die Passphrase enthält</translation>
  </message>
  <message>
   <source>Name a folder</source>
   <translation>Einen Ordner angeben</translation>
  </message>
  <message>
   <source>Name a folder that is new</source>
   <translation>Nennen Sie einen neuen Ordner</translation>
  </message>
  <message>
   <source>Name a folder, or a name that is not taken, with --profile</source>
   <translation>Nennen Sie mit --profile einen Ordner oder einen freien Namen</translation>
  </message>
  <message>
   <source>Name a new file</source>
   <translation>Nennen Sie eine neue Datei</translation>
  </message>
  <message>
   <source>Name each grade once</source>
   <translation>Nennen Sie jede Stufe einmal</translation>
  </message>
  <message>
   <source>Name fewer</source>
   <translation>Nennen Sie weniger</translation>
  </message>
  <message>
   <source>Name its file with -o FILE</source>
   <translation>Nennen Sie ihre Datei mit -o DATEI</translation>
  </message>
  <message>
   <source>Name one by its id: engagedesk away list</source>
   <translation>Nennen Sie eine mit ihrer Id: engagedesk away list</translation>
  </message>
  <message>
   <source>Name one of them more closely, or give its code</source>
   <translation>Nennen Sie eines davon genauer, oder geben Sie seinen Code an</translation>
  </message>
  <message>
   <source>Narrative names {names}: {engagement}</source>
   <translation>Tätigkeitstext nennt {names}: {engagement}</translation>
  </message>
  <message>
   <source>Narrative too long: {engagement}</source>
   <translation>Tätigkeitstext zu lang: {engagement}</translation>
  </message>
  <message>
   <source>Narrative too short: {engagement}</source>
   <translation>Tätigkeitstext zu kurz: {engagement}</translation>
  </message>
  <message>
   <source>Narrative uses “{words}”: {engagement}</source>
   <translation>Tätigkeitstext enthält „{words}“: {engagement}</translation>
  </message>
  <message>
   <source>Neither DISPLAY nor WAYLAND_DISPLAY is set</source>
   <translation>Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt</translation>
  </message>
  <message>
   <source>Neither entry can give way</source>
   <translation>Keiner der Einträge kann weichen</translation>
  </message>
  <message>
   <source>Neither yes nor no</source>
   <translation>Weder ja noch nein</translation>
  </message>
  <message>
   <source>No charge code</source>
   <translation>Kein Auftragscode</translation>
  </message>
  <message>
   <source>No client</source>
   <translation>Kein Mandant</translation>
  </message>
  <message>
   <source>No client, engagement or code was given</source>
   <translation>Weder Mandant noch Auftrag noch Code wurde genannt</translation>
  </message>
  <message>
   <source>No client, engagement, code or task fits “{text}”</source>
   <translation>Kein Mandant, Auftrag, Code und keine Aufgabe passt zu „{text}“</translation>
  </message>
  <message>
   <source>No code was named</source>
   <translation>Kein Code wurde genannt</translation>
  </message>
  <message>
   <source>No column gives: {missing}.</source>
   <translation>Keine Spalte liefert: {missing}.</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>Kein Datum</translation>
  </message>
  <message>
   <source>No end and no duration</source>
   <translation>Kein Ende und keine Dauer</translation>
  </message>
  <message>
   <source>No end was given</source>
   <translation>Kein Ende wurde genannt</translation>
  </message>
  <message>
   <source>No engagement and no code</source>
   <translation>Kein Auftrag und kein Code</translation>
  </message>
  <message>
   <source>No engagement chosen</source>
   <translation>Kein Auftrag gewählt</translation>
  </message>
  <message>
   <source>No engagement fits</source>
   <translation>Kein Auftrag passt</translation>
  </message>
  <message>
   <source>No engagement fits.</source>
   <translation>Kein Auftrag passt.</translation>
  </message>
  <message>
   <source>No keyring service answered</source>
   <translation>Kein Schlüsselbunddienst antwortete</translation>
  </message>
  <message>
   <source>No narrative: {engagement}</source>
   <translation>Kein Tätigkeitstext: {engagement}</translation>
  </message>
  <message>
   <source>No note was given</source>
   <translation>Keine Notiz wurde genannt</translation>
  </message>
  <message>
   <source>No option says what</source>
   <translation>Keine Option sagt, was</translation>
  </message>
  <message>
   <source>No page of the store matches its check value</source>
   <translation>Keine Seite des Speichers passt zu ihrem Prüfwert</translation>
  </message>
  <message>
   <source>No passphrase</source>
   <translation>Keine Passphrase</translation>
  </message>
  <message>
   <source>No person</source>
   <translation>Keine Person</translation>
  </message>
  <message>
   <source>No phase has any hours</source>
   <translation>Keine Phase hat Stunden</translation>
  </message>
  <message>
   <source>No rate would change</source>
   <translation>Kein Satz würde sich ändern</translation>
  </message>
  <message>
   <source>No reason was given</source>
   <translation>Kein Grund wurde genannt</translation>
  </message>
  <message>
   <source>No row names the columns</source>
   <translation>Keine Zeile benennt die Spalten</translation>
  </message>
  <message>
   <source>No such days are entered</source>
   <translation>Solche Tage sind nicht eingetragen</translation>
  </message>
  <message>
   <source>No such priority</source>
   <translation>Diese Priorität gibt es nicht</translation>
  </message>
  <message>
   <source>No such time of day</source>
   <translation>Diese Uhrzeit gibt es nicht</translation>
  </message>
  <message>
   <source>No such weekday</source>
   <translation>Diesen Wochentag gibt es nicht</translation>
  </message>
  <message>
   <source>No time away waits for an answer</source>
   <translation>Keine Abwesenheit wartet auf Antwort</translation>
  </message>
  <message>
   <source>No time in it</source>
   <translation>Keine Zeit darin</translation>
  </message>
  <message>
   <source>No time of day</source>
   <translation>Keine Uhrzeit</translation>
  </message>
  <message>
   <source>No time was given</source>
   <translation>Keine Zeit wurde genannt</translation>
  </message>
  <message>
   <source>No timer is running</source>
   <translation>Kein Timer läuft</translation>
  </message>
  <message>
   <source>No {field}: {engagement}</source>
   <translation>{field} fehlt: {engagement}</translation>
  </message>
  <message>
   <source>Nobody of this name is known</source>
   <translation>Niemand dieses Namens ist bekannt</translation>
  </message>
  <message>
   <source>Nobody recorded the {seconds:hm} between them</source>
   <translation>Die {seconds:hm} dazwischen hat niemand erfasst</translation>
  </message>
  <message>
   <source>Not a date</source>
   <translation>Kein Datum</translation>
  </message>
  <message>
   <source>Not a date in this file's order</source>
   <translation>Kein Datum in der Reihenfolge dieser Datei</translation>
  </message>
  <message>
   <source>Not a duration</source>
   <translation>Keine Dauer</translation>
  </message>
  <message>
   <source>Not a number</source>
   <translation>Keine Zahl</translation>
  </message>
  <message>
   <source>Not a time of day</source>
   <translation>Keine Uhrzeit</translation>
  </message>
  <message>
   <source>Nothing after line {line} was read.</source>
   <translation>Nach Zeile {line} wurde nichts gelesen.</translation>
  </message>
  <message>
   <source>Nothing can wait for itself</source>
   <translation>Nichts kann auf sich selbst warten</translation>
  </message>
  <message>
   <source>Nothing could be copied from {week}</source>
   <translation>Aus {week} ließ sich nichts kopieren</translation>
  </message>
  <message>
   <source>Nothing could be salvaged</source>
   <translation>Nichts konnte gerettet werden</translation>
  </message>
  <message>
   <source>Nothing ends on that day yet</source>
   <translation>An diesem Tag endet noch nichts</translation>
  </message>
  <message>
   <source>Nothing has this name</source>
   <translation>Nichts hat diesen Namen</translation>
  </message>
  <message>
   <source>Nothing of {file} was kept.</source>
   <translation>Von {file} wurde nichts behalten.</translation>
  </message>
  <message>
   <source>Nothing says what the time was for</source>
   <translation>Nichts sagt, wofür die Zeit war</translation>
  </message>
  <message>
   <source>Nothing to change</source>
   <translation>Nichts zu ändern</translation>
  </message>
  <message>
   <source>Nothing to split it over</source>
   <translation>Nichts, worauf aufgeteilt werden könnte</translation>
  </message>
  <message>
   <source>Nothing to split there</source>
   <translation>Dort gibt es nichts zu teilen</translation>
  </message>
  <message>
   <source>Nothing was changed</source>
   <translation>Nichts wurde geändert</translation>
  </message>
  <message>
   <source>Nothing was done</source>
   <translation>Nichts wurde getan</translation>
  </message>
  <message>
   <source>Nothing was imported.</source>
   <translation>Nichts wurde eingelesen.</translation>
  </message>
  <message>
   <source>Nothing was opened</source>
   <translation>Nichts wurde geöffnet</translation>
  </message>
  <message>
   <source>Nothing was saved of this change; everything before it is safe</source>
   <translation>Von dieser Änderung wurde nichts gespeichert; alles davor ist sicher</translation>
  </message>
  <message>
   <source>Nothing was worked on in the last 60 days</source>
   <translation>In den letzten 60 Tagen wurde an nichts gearbeitet</translation>
  </message>
  <message>
   <source>Nothing was written</source>
   <translation>Nichts wurde geschrieben</translation>
  </message>
  <message>
   <source>Nothing would be left of it</source>
   <translation>Davon bliebe nichts übrig</translation>
  </message>
  <message>
   <source>One has times, the other only a length</source>
   <translation>Einer hat Uhrzeiten, der andere nur eine Dauer</translation>
  </message>
  <message>
   <source>One item was moved to two places</source>
   <translation>Etwas wurde an zwei Stellen verschoben</translation>
  </message>
  <message>
   <source>Only Microsoft Project reads this format</source>
   <translation>Dieses Format liest nur Microsoft Project</translation>
  </message>
  <message>
   <source>Only one of start and finish is given</source>
   <translation>Nur Anfang oder nur Ende ist angegeben</translation>
  </message>
  <message>
   <source>Only one was given</source>
   <translation>Nur eines wurde angegeben</translation>
  </message>
  <message>
   <source>Only the first {rows} were read, up to line {line}.</source>
   <translation>Nur die ersten {rows} wurden gelesen, bis Zeile {line}.</translation>
  </message>
  <message>
   <source>Only the last one may take the rest</source>
   <translation>Nur der letzte darf den Rest nehmen</translation>
  </message>
  <message>
   <source>Only “{subdivision}” was given</source>
   <translation>Nur „{subdivision}“ wurde angegeben</translation>
  </message>
  <message>
   <source>Open it in your spreadsheet program and save it as .xlsx or CSV, then import that file.</source>
   <translation>Öffnen Sie sie in Ihrer Tabellenkalkulation, speichern Sie sie als .xlsx oder CSV und lesen Sie diese Datei ein.</translation>
  </message>
  <message>
   <source>Open it, or choose another folder with --profile</source>
   <translation>Öffnen Sie ihn, oder wählen Sie mit --profile einen anderen Ordner</translation>
  </message>
  <message>
   <source>Plan something first</source>
   <translation>Planen Sie zuerst etwas</translation>
  </message>
  <message>
   <source>Posted time is not changed</source>
   <translation>Gebuchte Zeit wird nicht geändert</translation>
  </message>
  <message>
   <source>Posted time is taken back by reversing its entry</source>
   <translation>Gebuchte Zeit wird durch ein Storno ihres Eintrags zurückgenommen</translation>
  </message>
  <message>
   <source>Posted time stands on a code that takes it</source>
   <translation>Gebuchte Zeit steht auf einem Code, der sie annimmt</translation>
  </message>
  <message>
   <source>Predecessors that cannot be read</source>
   <translation>Vorgänger, die sich nicht lesen lassen</translation>
  </message>
  <message>
   <source>Public holidays of this country are not known</source>
   <translation>Die Feiertage dieses Landes sind nicht bekannt</translation>
  </message>
  <message>
   <source>Public holidays of this part of the country are not known</source>
   <translation>Die Feiertage dieses Landesteils sind nicht bekannt</translation>
  </message>
  <message>
   <source>Put a row with the columns' names above the first record.</source>
   <translation>Setzen Sie über den ersten Satz eine Zeile mit den Namen der Spalten.</translation>
  </message>
  <message>
   <source>Put it back from a backup of the profile, or restore a backup: each carries its own key file</source>
   <translation>Legen Sie sie aus einer Sicherung des Profils zurück, oder stellen Sie eine Sicherung wieder her: jede trägt ihre eigene Schlüsseldatei</translation>
  </message>
  <message>
   <source>Put it on a code first</source>
   <translation>Setzen Sie ihn erst auf einen Code</translation>
  </message>
  <message>
   <source>Put the newer vault.json back, or restore a backup</source>
   <translation>Legen Sie die neuere vault.json zurück, oder stellen Sie eine Sicherung wieder her</translation>
  </message>
  <message>
   <source>Put the profile on a local disk and back it up to the share</source>
   <translation>Legen Sie das Profil auf eine lokale Platte und sichern Sie es auf die Freigabe</translation>
  </message>
  <message>
   <source>Qt says: {what}</source>
   <translation>Qt sagt: {what}</translation>
  </message>
  <message>
   <source>Reading or writing the profile {profile} gave {what}; nothing was saved of this change</source>
   <translation>Lesen oder Schreiben des Profils {profile} ergab {what}; von dieser Änderung wurde nichts gespeichert</translation>
  </message>
  <message>
   <source>Reading {file} made no progress and was ended. Nothing was imported.</source>
   <translation>Das Lesen von {file} kam nicht voran und wurde beendet. Nichts wurde eingelesen.</translation>
  </message>
  <message>
   <source>Reading {file} used more than a file may and was ended. Nothing was imported.</source>
   <translation>Das Lesen von {file} brauchte mehr, als eine Datei darf, und wurde beendet. Nichts wurde eingelesen.</translation>
  </message>
  <message>
   <source>Recall the week, change it, submit it again</source>
   <translation>Rufen Sie die Woche zurück, ändern Sie sie, reichen Sie sie erneut ein</translation>
  </message>
  <message>
   <source>Recall the week, change one of them, submit it again</source>
   <translation>Rufen Sie die Woche zurück, ändern Sie einen davon, reichen Sie sie erneut ein</translation>
  </message>
  <message>
   <source>Recall the week, or reverse what is posted</source>
   <translation>Rufen Sie die Woche zurück, oder stornieren Sie, was gebucht ist</translation>
  </message>
  <message>
   <source>Refresh and look again.</source>
   <translation>Aktualisieren Sie und sehen Sie erneut nach.</translation>
  </message>
  <message>
   <source>Remove one of these links first</source>
   <translation>Entfernen Sie zuerst eine dieser Verknüpfungen</translation>
  </message>
  <message>
   <source>Remove one of these links where the plan came from.</source>
   <translation>Entfernen Sie eine dieser Verknüpfungen dort, wo der Plan herkommt.</translation>
  </message>
  <message>
   <source>Report: {report}</source>
   <translation>Bericht: {report}</translation>
  </message>
  <message>
   <source>Resolve the overlap first; then they can be merged</source>
   <translation>Lösen Sie erst die Überschneidung auf; dann lassen sie sich verbinden</translation>
  </message>
  <message>
   <source>Restore the newest backup into a new profile: engagedesk restore FILE --to DIR</source>
   <translation>Stellen Sie die neueste Sicherung in ein neues Profil wieder her: engagedesk restore DATEI --to DIR</translation>
  </message>
  <message>
   <source>Restore the newest backup, or bring what is whole into a new store: engagedesk salvage --to DIR</source>
   <translation>Stellen Sie die neueste Sicherung wieder her, oder retten Sie das Heile in einen neuen Speicher: engagedesk salvage --to DIR</translation>
  </message>
  <message>
   <source>Reverse it and enter it anew; both stay on record</source>
   <translation>Stornieren Sie ihn und erfassen Sie ihn neu; beides bleibt nachvollziehbar</translation>
  </message>
  <message>
   <source>SQLite {found} can damage files</source>
   <translation>SQLite {found} kann Dateien beschädigen</translation>
  </message>
  <message>
   <source>Salvage writes into a new profile only: {folder}</source>
   <translation>Gerettet wird nur in ein neues Profil: {folder}</translation>
  </message>
  <message>
   <source>Save a copy without a password and import that.</source>
   <translation>Speichern Sie eine Kopie ohne Kennwort und lesen Sie diese ein.</translation>
  </message>
  <message>
   <source>Save it anew with this version</source>
   <translation>Speichern Sie es mit dieser Version neu</translation>
  </message>
  <message>
   <source>Save it as CSV and try again. Copy it to this computer first if it lies on a network drive.</source>
   <translation>Speichern Sie sie als CSV und versuchen Sie es erneut. Kopieren Sie sie zuerst auf diesen Rechner, wenn sie auf einem Netzlaufwerk liegt.</translation>
  </message>
  <message>
   <source>Save the passphrase file as UTF-8</source>
   <translation>Speichern Sie die Passphrasendatei als UTF-8</translation>
  </message>
  <message>
   <source>Say how many hours went over</source>
   <translation>Sagen Sie, wie viele Stunden darüber liegen</translation>
  </message>
  <message>
   <source>Say what caused it</source>
   <translation>Sagen Sie, was die Ursache war</translation>
  </message>
  <message>
   <source>Say what each column means in the window's Import, and save it under a name: --mapping knows it from then on.</source>
   <translation>Sagen Sie im Fenster beim Einlesen, was jede Spalte bedeutet, und speichern Sie es unter einem Namen: --mapping kennt ihn von da an.</translation>
  </message>
  <message>
   <source>Say which it is: dmy (day first) or mdy (month first); in the terminal with --date-order.</source>
   <translation>Sagen Sie, was gilt: dmy (Tag zuerst) oder mdy (Monat zuerst); im Terminal mit --date-order.</translation>
  </message>
  <message>
   <source>Say which one holds: dmy (day first) or mdy (month first), in the terminal with --date-order. Rows in the other order will be listed.</source>
   <translation>Sagen Sie, was gilt: dmy (Tag zuerst) oder mdy (Monat zuerst), im Terminal mit --date-order. Zeilen in der anderen Reihenfolge werden aufgelistet.</translation>
  </message>
  <message>
   <source>Say why the difference is all right</source>
   <translation>Sagen Sie, warum die Differenz in Ordnung ist</translation>
  </message>
  <message>
   <source>Say why the posted time is reversed</source>
   <translation>Sagen Sie, warum die gebuchte Zeit storniert wird</translation>
  </message>
  <message>
   <source>Say why the time is returned</source>
   <translation>Sagen Sie, warum die Zeit zurückgegeben wird</translation>
  </message>
  <message>
   <source>Say why there is a new budget</source>
   <translation>Sagen Sie, warum es ein neues Budget gibt</translation>
  </message>
  <message>
   <source>See its checks: engagedesk week show {week}</source>
   <translation>Sehen Sie ihre Prüfung an: engagedesk week show {week}</translation>
  </message>
  <message>
   <source>See the crash report: {report}</source>
   <translation>Sehen Sie in den Absturzbericht: {report}</translation>
  </message>
  <message>
   <source>See what its state allows: draft, ready, submitted, posted</source>
   <translation>Sehen Sie, was sein Status erlaubt: draft, ready, submitted, posted</translation>
  </message>
  <message>
   <source>See: engagedesk calendar list</source>
   <translation>Siehe: engagedesk calendar list</translation>
  </message>
  <message>
   <source>Set one on the Budgets page</source>
   <translation>Legen Sie eines auf der Seite Budgets fest</translation>
  </message>
  <message>
   <source>Set one up with engagedesk init, or name its folder with --profile</source>
   <translation>Legen Sie einen mit engagedesk init an, oder nennen Sie seinen Ordner mit --profile</translation>
  </message>
  <message>
   <source>Several engagements are called this</source>
   <translation>Mehrere Aufträge heißen so</translation>
  </message>
  <message>
   <source>Several ids begin like this</source>
   <translation>Mehrere Ids beginnen so</translation>
  </message>
  <message>
   <source>Several people are called this</source>
   <translation>Mehrere Personen heißen so</translation>
  </message>
  <message>
   <source>Several times away wait for an answer</source>
   <translation>Mehrere Abwesenheiten warten auf Antwort</translation>
  </message>
  <message>
   <source>Shorten it</source>
   <translation>Kürzen Sie es</translation>
  </message>
  <message>
   <source>Shorten one of them; what is left over is fine</source>
   <translation>Kürzen Sie einen davon; ein Rest darf bleiben</translation>
  </message>
  <message>
   <source>Shorten the narrative</source>
   <translation>Kürzen Sie den Tätigkeitstext</translation>
  </message>
  <message>
   <source>Show them with: engagedesk week show {week}</source>
   <translation>Zeigen Sie sie mit: engagedesk week show {week}</translation>
  </message>
  <message>
   <source>So many lines cannot be made</source>
   <translation>So viele Zeilen lassen sich nicht erzeugen</translation>
  </message>
  <message>
   <source>Some names are longer than can be kept</source>
   <translation>Einige Namen sind zu lang</translation>
  </message>
  <message>
   <source>Some tasks begin or end outside your working hours</source>
   <translation>Einige Aufgaben beginnen oder enden außerhalb Ihrer Arbeitszeit</translation>
  </message>
  <message>
   <source>Somebody of this name is known already</source>
   <translation>Jemand dieses Namens ist schon bekannt</translation>
  </message>
  <message>
   <source>Somebody or something changed it after you opened it.</source>
   <translation>Jemand oder etwas hat es geändert, nachdem Sie es geöffnet hatten.</translation>
  </message>
  <message>
   <source>Something that every row needs is missing</source>
   <translation>Etwas, das jede Zeile braucht, fehlt</translation>
  </message>
  <message>
   <source>Split it into smaller files, or save it as CSV.</source>
   <translation>Teilen Sie sie in kleinere Dateien, oder speichern Sie sie als CSV.</translation>
  </message>
  <message>
   <source>Split it over a code, or discard it</source>
   <translation>Teilen Sie sie auf einen Code auf, oder verwerfen Sie sie</translation>
  </message>
  <message>
   <source>Start EngageDesk again</source>
   <translation>Starten Sie EngageDesk neu</translation>
  </message>
  <message>
   <source>Start a timer by name: engagedesk timer start TEXT</source>
   <translation>Starten Sie einen Timer mit Namen: engagedesk timer start TEXT</translation>
  </message>
  <message>
   <source>Start a timer, or give a start and an end</source>
   <translation>Starten Sie einen Timer, oder geben Sie Beginn und Ende an</translation>
  </message>
  <message>
   <source>Start and end are the same</source>
   <translation>Beginn und Ende sind gleich</translation>
  </message>
  <message>
   <source>Start at a time or some minutes ago, or add an entry instead</source>
   <translation>Beginnen Sie um eine Uhrzeit oder vor einigen Minuten, oder fügen Sie stattdessen einen Eintrag hinzu</translation>
  </message>
  <message>
   <source>Start from a time after the running timer's start, or correct the entry afterwards</source>
   <translation>Beginnen Sie nach dem Start des laufenden Timers, oder berichtigen Sie den Eintrag später</translation>
  </message>
  <message>
   <source>Start it again when it suits you</source>
   <translation>Starten Sie es erneut, wenn es Ihnen passt</translation>
  </message>
  <message>
   <source>Start it from a desktop, or use the commands: timer, entry, week, import; engagedesk --help lists them all</source>
   <translation>Starten Sie es aus einer Arbeitsumgebung, oder nehmen Sie die Befehle: timer, entry, week, import; engagedesk --help nennt sie alle</translation>
  </message>
  <message>
   <source>Start one first</source>
   <translation>Starten Sie erst einen</translation>
  </message>
  <message>
   <source>Start one instead</source>
   <translation>Starten Sie stattdessen einen</translation>
  </message>
  <message>
   <source>State and day do not fit each other</source>
   <translation>Stand und Tag passen nicht zueinander</translation>
  </message>
  <message>
   <source>Stop it before the week is submitted</source>
   <translation>Halten Sie ihn an, bevor die Woche eingereicht wird</translation>
  </message>
  <message>
   <source>Stop it first</source>
   <translation>Halten Sie ihn erst an</translation>
  </message>
  <message>
   <source>Stop the timer first</source>
   <translation>Halten Sie erst den Timer an</translation>
  </message>
  <message>
   <source>Stretches of work follow each other within one day, in whole minutes</source>
   <translation>Arbeitsabschnitte folgen innerhalb eines Tages aufeinander, in ganzen Minuten</translation>
  </message>
  <message>
   <source>Submitted and posted time is not cleared</source>
   <translation>Eingereichte und gebuchte Zeit wird nicht geleert</translation>
  </message>
  <message>
   <source>Submitted and posted time stays as it is</source>
   <translation>Eingereichte und gebuchte Zeit bleibt, wie sie ist</translation>
  </message>
  <message>
   <source>Submitted time is not changed</source>
   <translation>Eingereichte Zeit wird nicht geändert</translation>
  </message>
  <message>
   <source>Swap the two times</source>
   <translation>Vertauschen Sie die beiden Uhrzeiten</translation>
  </message>
  <message>
   <source>Swap them</source>
   <translation>Vertauschen Sie sie</translation>
  </message>
  <message>
   <source>Take the id from a list</source>
   <translation>Nehmen Sie die Id aus einer Liste</translation>
  </message>
  <message>
   <source>That is no stretch of time</source>
   <translation>Das ist kein Zeitraum</translation>
  </message>
  <message>
   <source>That is not a file</source>
   <translation>Das ist keine Datei</translation>
  </message>
  <message>
   <source>That is not a folder</source>
   <translation>Das ist kein Ordner</translation>
  </message>
  <message>
   <source>That value does not fit this setting</source>
   <translation>Dieser Wert passt nicht zu der Einstellung</translation>
  </message>
  <message>
   <source>That value is not one of the choices</source>
   <translation>Dieser Wert steht nicht zur Wahl</translation>
  </message>
  <message>
   <source>That value is outside the range</source>
   <translation>Dieser Wert liegt außerhalb des Bereichs</translation>
  </message>
  <message>
   <source>The activity is too long</source>
   <translation>Die Leistungsart ist zu lang</translation>
  </message>
  <message>
   <source>The answer was: {answer}</source>
   <translation>Die Antwort war: {answer}</translation>
  </message>
  <message>
   <source>The appearance could not be saved</source>
   <translation>Die Darstellung konnte nicht gespeichert werden</translation>
  </message>
  <message>
   <source>The appearance file could not be read</source>
   <translation>Die Datei der Darstellung konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>The audit log was cut</source>
   <translation>Das Änderungsprotokoll wurde gekürzt</translation>
  </message>
  <message>
   <source>The audit log was rewritten</source>
   <translation>Das Änderungsprotokoll wurde umgeschrieben</translation>
  </message>
  <message>
   <source>The backup does not hold what it says</source>
   <translation>Die Sicherung enthält nicht, was sie angibt</translation>
  </message>
  <message>
   <source>The backup is damaged</source>
   <translation>Die Sicherung ist beschädigt</translation>
  </message>
  <message>
   <source>The backup is newer than this program</source>
   <translation>Die Sicherung ist neuer als dieses Programm</translation>
  </message>
  <message>
   <source>The budget is empty</source>
   <translation>Das Budget ist leer</translation>
  </message>
  <message>
   <source>The card has no rate from before {day}</source>
   <translation>Die Preisliste hat keinen Satz von vor {day}</translation>
  </message>
  <message>
   <source>The client is to be shown by its code name everywhere</source>
   <translation>Der Mandant soll überall mit seinem Decknamen erscheinen</translation>
  </message>
  <message>
   <source>The clock does not show this time with that offset</source>
   <translation>Mit diesem Versatz zeigt die Uhr diese Zeit nicht</translation>
  </message>
  <message>
   <source>The clock never showed {clock} on this day</source>
   <translation>Die Uhr zeigte {clock} an diesem Tag nie</translation>
  </message>
  <message>
   <source>The clock showed {clock} twice on this day</source>
   <translation>Die Uhr zeigte {clock} an diesem Tag zweimal</translation>
  </message>
  <message>
   <source>The clocks went back over {text}</source>
   <translation>Die Uhren gingen über {text} zurück</translation>
  </message>
  <message>
   <source>The clocks went back: “{text}”</source>
   <translation>Die Uhren gingen zurück: „{text}“</translation>
  </message>
  <message>
   <source>The clocks went forward over {text}</source>
   <translation>Die Uhren gingen über {text} vor</translation>
  </message>
  <message>
   <source>The clocks went forward over {text}, to {change}</source>
   <translation>Die Uhren gingen über {text} vor, auf {change}</translation>
  </message>
  <message>
   <source>The code ends before it starts</source>
   <translation>Der Code endet, bevor er beginnt</translation>
  </message>
  <message>
   <source>The columns of this file are not known</source>
   <translation>Die Spalten dieser Datei sind nicht bekannt</translation>
  </message>
  <message>
   <source>The country is missing</source>
   <translation>Das Land fehlt</translation>
  </message>
  <message>
   <source>The database driver cannot encrypt</source>
   <translation>Der Datenbanktreiber kann nicht verschlüsseln</translation>
  </message>
  <message>
   <source>The database driver did not take a setting</source>
   <translation>Der Datenbanktreiber nahm eine Einstellung nicht an</translation>
  </message>
  <message>
   <source>The database driver is too old</source>
   <translation>Der Datenbanktreiber ist zu alt</translation>
  </message>
  <message>
   <source>The days are the wrong way round</source>
   <translation>Die Tage stehen verkehrt herum</translation>
  </message>
  <message>
   <source>The days of the booking are missing</source>
   <translation>Die Tage der Buchung fehlen</translation>
  </message>
  <message>
   <source>The disk failed</source>
   <translation>Die Platte versagte</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Die Platte ist voll</translation>
  </message>
  <message>
   <source>The duration is missing</source>
   <translation>Die Dauer fehlt</translation>
  </message>
  <message>
   <source>The end is before the start</source>
   <translation>Das Ende liegt vor dem Beginn</translation>
  </message>
  <message>
   <source>The end lies before the start</source>
   <translation>Das Ende liegt vor dem Beginn</translation>
  </message>
  <message>
   <source>The engagement cannot go there</source>
   <translation>Dorthin kann der Auftrag nicht gehen</translation>
  </message>
  <message>
   <source>The engagement has no rate card</source>
   <translation>Der Auftrag hat keine Preisliste</translation>
  </message>
  <message>
   <source>The entry that ran was deleted</source>
   <translation>Der Eintrag, der lief, wurde gelöscht</translation>
  </message>
  <message>
   <source>The export could not be written</source>
   <translation>Der Export konnte nicht geschrieben werden</translation>
  </message>
  <message>
   <source>The export into {folder} was not finished; nothing in the store changed.</source>
   <translation>Der Export nach {folder} wurde nicht fertig; im Speicher änderte sich nichts.</translation>
  </message>
  <message>
   <source>The file cannot be opened</source>
   <translation>Die Datei lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>The file cannot be read</source>
   <translation>Die Datei lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>The file cannot be written</source>
   <translation>Die Datei lässt sich nicht schreiben</translation>
  </message>
  <message>
   <source>The file could not be read</source>
   <translation>Die Datei konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>The file could not be read in time</source>
   <translation>Die Datei konnte nicht rechtzeitig gelesen werden</translation>
  </message>
  <message>
   <source>The file does not fit the saved mapping</source>
   <translation>Die Datei passt nicht zur gespeicherten Zuordnung</translation>
  </message>
  <message>
   <source>The file does not say how its letters are written</source>
   <translation>Die Datei sagt nicht, wie ihre Zeichen geschrieben sind</translation>
  </message>
  <message>
   <source>The file ends in the middle of this event</source>
   <translation>Die Datei endet mitten in diesem Termin</translation>
  </message>
  <message>
   <source>The file has too many columns</source>
   <translation>Die Datei hat zu viele Spalten</translation>
  </message>
  <message>
   <source>The file has too many rows</source>
   <translation>Die Datei hat zu viele Zeilen</translation>
  </message>
  <message>
   <source>The file holds something else</source>
   <translation>Die Datei enthält etwas anderes</translation>
  </message>
  <message>
   <source>The file holds time of {count} persons</source>
   <translation>Die Datei enthält Zeiten von {count} Personen</translation>
  </message>
  <message>
   <source>The file holds too much</source>
   <translation>Die Datei enthält zu viel</translation>
  </message>
  <message>
   <source>The file is damaged</source>
   <translation>Die Datei ist beschädigt</translation>
  </message>
  <message>
   <source>The file is empty</source>
   <translation>Die Datei ist leer</translation>
  </message>
  <message>
   <source>The file is not safe to read</source>
   <translation>Die Datei lässt sich nicht sicher lesen</translation>
  </message>
  <message>
   <source>The file is protected by a password</source>
   <translation>Die Datei ist mit einem Kennwort geschützt</translation>
  </message>
  <message>
   <source>The file is too large</source>
   <translation>Die Datei ist zu groß</translation>
  </message>
  <message>
   <source>The file writes dates in two orders</source>
   <translation>Die Datei schreibt Daten in zwei Reihenfolgen</translation>
  </message>
  <message>
   <source>The firm profile has a value that cannot be used</source>
   <translation>Das Kanzleiprofil hat einen unbrauchbaren Wert</translation>
  </message>
  <message>
   <source>The first 30 rows of {file} hold no header.</source>
   <translation>Die ersten 30 Zeilen von {file} enthalten keinen Kopf.</translation>
  </message>
  <message>
   <source>The first was taken unless the end says otherwise.</source>
   <translation>Die erste wurde genommen, sofern das Ende nichts anderes sagt.</translation>
  </message>
  <message>
   <source>The folder for backups went away</source>
   <translation>Der Ordner für Sicherungen ist verschwunden</translation>
  </message>
  <message>
   <source>The folder is not empty</source>
   <translation>Der Ordner ist nicht leer</translation>
  </message>
  <message>
   <source>The import can no longer be undone</source>
   <translation>Das Einlesen lässt sich nicht mehr zurücknehmen</translation>
  </message>
  <message>
   <source>The import was cancelled</source>
   <translation>Das Einlesen wurde abgebrochen</translation>
  </message>
  <message>
   <source>The import was undone before</source>
   <translation>Das Einlesen wurde schon zurückgenommen</translation>
  </message>
  <message>
   <source>The key file asks for something this program refuses</source>
   <translation>Die Schlüsseldatei verlangt etwas, das dieses Programm verweigert</translation>
  </message>
  <message>
   <source>The key file is damaged</source>
   <translation>Die Schlüsseldatei ist beschädigt</translation>
  </message>
  <message>
   <source>The key file is missing</source>
   <translation>Die Schlüsseldatei fehlt</translation>
  </message>
  <message>
   <source>The key file is newer than this program</source>
   <translation>Die Schlüsseldatei ist neuer als dieses Programm</translation>
  </message>
  <message>
   <source>The key file was changed by another program</source>
   <translation>Die Schlüsseldatei wurde von einem anderen Programm geändert</translation>
  </message>
  <message>
   <source>The key has the wrong length</source>
   <translation>Der Schlüssel hat die falsche Länge</translation>
  </message>
  <message>
   <source>The key is not kept while the store is open</source>
   <translation>Der Schlüssel wird nicht gehalten, solange der Speicher offen ist</translation>
  </message>
  <message>
   <source>The key stands twice in this file</source>
   <translation>Der Schlüssel steht zweimal in dieser Datei</translation>
  </message>
  <message>
   <source>The keyring failed</source>
   <translation>Der Schlüsselbund versagte</translation>
  </message>
  <message>
   <source>The keyring is locked</source>
   <translation>Der Schlüsselbund ist gesperrt</translation>
  </message>
  <message>
   <source>The keyring is not set up for this store</source>
   <translation>Der Schlüsselbund ist für diesen Speicher nicht eingerichtet</translation>
  </message>
  <message>
   <source>The keyring no longer knows this store</source>
   <translation>Der Schlüsselbund kennt diesen Speicher nicht mehr</translation>
  </message>
  <message>
   <source>The keyring refused</source>
   <translation>Der Schlüsselbund weigerte sich</translation>
  </message>
  <message>
   <source>The keyring's entry does not open this store</source>
   <translation>Der Eintrag im Schlüsselbund öffnet diesen Speicher nicht</translation>
  </message>
  <message>
   <source>The keyring's entry for this store is damaged</source>
   <translation>Der Eintrag im Schlüsselbund für diesen Speicher ist beschädigt</translation>
  </message>
  <message>
   <source>The length of the days is missing</source>
   <translation>Die Länge der Tage fehlt</translation>
  </message>
  <message>
   <source>The line is too long</source>
   <translation>Die Zeile ist zu lang</translation>
  </message>
  <message>
   <source>The links of this plan close a circle</source>
   <translation>Die Verknüpfungen dieses Plans bilden einen Kreis</translation>
  </message>
  <message>
   <source>The mapping names unknown fields</source>
   <translation>Die Zuordnung nennt unbekannte Felder</translation>
  </message>
  <message>
   <source>The name is taken</source>
   <translation>Der Name ist vergeben</translation>
  </message>
  <message>
   <source>The narrative is too long</source>
   <translation>Der Tätigkeitstext ist zu lang</translation>
  </message>
  <message>
   <source>The new passphrase is needed</source>
   <translation>Die neue Passphrase wird gebraucht</translation>
  </message>
  <message>
   <source>The new period must end later</source>
   <translation>Die neue Periode muss später enden</translation>
  </message>
  <message>
   <source>The next backup makes it anew; Settings, Backup names another</source>
   <translation>Die nächste Sicherung legt ihn neu an; Einstellungen, Sicherung nennt einen anderen</translation>
  </message>
  <message>
   <source>The outline is too deep</source>
   <translation>Die Gliederung ist zu tief</translation>
  </message>
  <message>
   <source>The output cannot be written</source>
   <translation>Die Ausgabe lässt sich nicht schreiben</translation>
  </message>
  <message>
   <source>The parts are longer than the time away</source>
   <translation>Die Teile sind länger als die Abwesenheit</translation>
  </message>
  <message>
   <source>The passphrase cannot be read</source>
   <translation>Die Passphrase lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>The passphrase is needed</source>
   <translation>Die Passphrase wird gebraucht</translation>
  </message>
  <message>
   <source>The passphrase is needed once more</source>
   <translation>Die Passphrase wird noch einmal gebraucht</translation>
  </message>
  <message>
   <source>The passphrase is too long</source>
   <translation>Die Passphrase ist zu lang</translation>
  </message>
  <message>
   <source>The phase belongs to another engagement</source>
   <translation>Die Phase gehört zu einem anderen Auftrag</translation>
  </message>
  <message>
   <source>The plan holds no task, milestone or deliverable</source>
   <translation>Der Plan enthält weder Aufgabe noch Meilenstein noch Arbeitsergebnis</translation>
  </message>
  <message>
   <source>The plan is too large</source>
   <translation>Der Plan ist zu groß</translation>
  </message>
  <message>
   <source>The plan was made on another calendar</source>
   <translation>Der Plan entstand mit einem anderen Kalender</translation>
  </message>
  <message>
   <source>The profile is no folder</source>
   <translation>Das Profil ist kein Ordner</translation>
  </message>
  <message>
   <source>The profile is no longer held</source>
   <translation>Das Profil wird nicht mehr gehalten</translation>
  </message>
  <message>
   <source>The profile {profile} has no store.db</source>
   <translation>Das Profil {profile} hat keine store.db</translation>
  </message>
  <message>
   <source>The profile {profile} is read-only for this account</source>
   <translation>Das Profil {profile} ist für dieses Konto schreibgeschützt</translation>
  </message>
  <message>
   <source>The profile {profile} is set up</source>
   <translation>Das Profil {profile} ist eingerichtet</translation>
  </message>
  <message>
   <source>The quotation marks in this file do not match</source>
   <translation>Die Anführungszeichen in dieser Datei passen nicht zusammen</translation>
  </message>
  <message>
   <source>The reason is too long</source>
   <translation>Der Grund ist zu lang</translation>
  </message>
  <message>
   <source>The row has no time</source>
   <translation>Die Zeile hat keine Zeit</translation>
  </message>
  <message>
   <source>The row names {client}; the time went to the code's own engagement.</source>
   <translation>Die Zeile nennt {client}; die Zeit ging an den Auftrag des Codes.</translation>
  </message>
  <message>
   <source>The rows were removed in bulk.</source>
   <translation>Die Zeilen wurden gesammelt entfernt.</translation>
  </message>
  <message>
   <source>The sample cannot end then</source>
   <translation>Dann kann das Beispiel nicht enden</translation>
  </message>
  <message>
   <source>The sample has {least} to {most} lines in all.</source>
   <translation>Das Beispiel hat insgesamt {least} bis {most} Zeilen.</translation>
  </message>
  <message>
   <source>The sample portfolio goes only into a store without clients, engagements and entries.</source>
   <translation>Das Beispielportfolio kommt nur in einen Speicher ohne Mandanten, Aufträge und Einträge.</translation>
  </message>
  <message>
   <source>The saved mapping cannot be read</source>
   <translation>Die gespeicherte Zuordnung lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>The smoke run failed</source>
   <translation>Der Probelauf schlug fehl</translation>
  </message>
  <message>
   <source>The store cannot be opened</source>
   <translation>Der Speicher lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>The store cannot be written</source>
   <translation>In den Speicher lässt sich nicht schreiben</translation>
  </message>
  <message>
   <source>The store cannot lie here</source>
   <translation>Hier kann der Speicher nicht liegen</translation>
  </message>
  <message>
   <source>The store changed while the import was prepared</source>
   <translation>Der Speicher änderte sich, während das Einlesen vorbereitet wurde</translation>
  </message>
  <message>
   <source>The store could not be upgraded</source>
   <translation>Der Speicher konnte nicht aktualisiert werden</translation>
  </message>
  <message>
   <source>The store has an owner already</source>
   <translation>Der Speicher hat schon einen Inhaber</translation>
  </message>
  <message>
   <source>The store has no tables that this program knows</source>
   <translation>Der Speicher hat keine Tabellen, die dieses Programm kennt</translation>
  </message>
  <message>
   <source>The store has to be opened anew</source>
   <translation>Der Speicher muss neu geöffnet werden</translation>
  </message>
  <message>
   <source>The store is busy</source>
   <translation>Der Speicher ist beschäftigt</translation>
  </message>
  <message>
   <source>The store is damaged</source>
   <translation>Der Speicher ist beschädigt</translation>
  </message>
  <message>
   <source>The store is empty</source>
   <translation>Der Speicher ist leer</translation>
  </message>
  <message>
   <source>The store is in use</source>
   <translation>Der Speicher ist in Gebrauch</translation>
  </message>
  <message>
   <source>The store is locked</source>
   <translation>Der Speicher ist gesperrt</translation>
  </message>
  <message>
   <source>The store is newer than this program</source>
   <translation>Der Speicher ist neuer als dieses Programm</translation>
  </message>
  <message>
   <source>The store is not empty</source>
   <translation>Der Speicher ist nicht leer</translation>
  </message>
  <message>
   <source>The store is set up already</source>
   <translation>Der Speicher ist schon eingerichtet</translation>
  </message>
  <message>
   <source>The store may be an old copy that was put back; compare it with the newest backup</source>
   <translation>Der Speicher kann eine alte, zurückgelegte Kopie sein; vergleichen Sie ihn mit der neuesten Sicherung</translation>
  </message>
  <message>
   <source>The store was cut short</source>
   <translation>Der Speicher wurde gekürzt</translation>
  </message>
  <message>
   <source>The store {profile} has already seen a newer one: it would open to a passphrase that was replaced</source>
   <translation>Der Speicher {profile} hat schon eine neuere gesehen: er würde sich mit einer ersetzten Passphrase öffnen</translation>
  </message>
  <message>
   <source>The system refuses access to the files of the profile {profile}</source>
   <translation>Das System verweigert den Zugriff auf die Dateien des Profils {profile}</translation>
  </message>
  <message>
   <source>The template has a name twice</source>
   <translation>Die Vorlage hat einen Namen zweimal</translation>
  </message>
  <message>
   <source>The template has a value that cannot be used</source>
   <translation>Die Vorlage hat einen unbrauchbaren Wert</translation>
  </message>
  <message>
   <source>The template names a task that it does not have</source>
   <translation>Die Vorlage nennt eine Aufgabe, die sie nicht hat</translation>
  </message>
  <message>
   <source>The text is too long</source>
   <translation>Der Text ist zu lang</translation>
  </message>
  <message>
   <source>The time after the change was taken.</source>
   <translation>Die Zeit nach der Umstellung wurde genommen.</translation>
  </message>
  <message>
   <source>The time has no offset</source>
   <translation>Die Zeit hat keinen Versatz</translation>
  </message>
  <message>
   <source>The timer cannot start later than now</source>
   <translation>Der Timer kann nicht später als jetzt beginnen</translation>
  </message>
  <message>
   <source>The timer cannot stop later than now</source>
   <translation>Der Timer kann nicht später als jetzt enden</translation>
  </message>
  <message>
   <source>The timer runs in this cell</source>
   <translation>In dieser Zelle läuft der Timer</translation>
  </message>
  <message>
   <source>The timer started later than that</source>
   <translation>Der Timer begann später</translation>
  </message>
  <message>
   <source>The two entries are for different work</source>
   <translation>Die beiden Einträge sind für verschiedene Arbeit</translation>
  </message>
  <message>
   <source>The two entries are of different days</source>
   <translation>Die beiden Einträge sind von verschiedenen Tagen</translation>
  </message>
  <message>
   <source>The two entries claim the same time</source>
   <translation>Die beiden Einträge beanspruchen dieselbe Zeit</translation>
  </message>
  <message>
   <source>The two entries do not touch</source>
   <translation>Die beiden Einträge grenzen nicht aneinander</translation>
  </message>
  <message>
   <source>The two passphrases differ</source>
   <translation>Die beiden Passphrasen weichen voneinander ab</translation>
  </message>
  <message>
   <source>The week has {count}</source>
   <translation>Die Woche hat {count}</translation>
  </message>
  <message>
   <source>The window closed before it answered</source>
   <translation>Das Fenster schloss, bevor es antwortete</translation>
  </message>
  <message>
   <source>The window could not be opened</source>
   <translation>Das Fenster ließ sich nicht öffnen</translation>
  </message>
  <message>
   <source>The work day cannot start then</source>
   <translation>Dann kann der Arbeitstag nicht beginnen</translation>
  </message>
  <message>
   <source>The workbook has no sheet with cells</source>
   <translation>Die Arbeitsmappe hat kein Blatt mit Zellen</translation>
  </message>
  <message>
   <source>The workbook has: {sheets}.</source>
   <translation>Die Arbeitsmappe hat: {sheets}.</translation>
  </message>
  <message>
   <source>The workbook is damaged</source>
   <translation>Die Arbeitsmappe ist beschädigt</translation>
  </message>
  <message>
   <source>There is a rate card of this name already</source>
   <translation>Es gibt schon eine Preisliste dieses Namens</translation>
  </message>
  <message>
   <source>There is a store already</source>
   <translation>Es gibt schon einen Speicher</translation>
  </message>
  <message>
   <source>There is a target “{name}” already.</source>
   <translation>Es gibt schon ein Ziel „{name}“.</translation>
  </message>
  <message>
   <source>There is no budget</source>
   <translation>Es gibt kein Budget</translation>
  </message>
  <message>
   <source>There is no code name to show</source>
   <translation>Es gibt keinen Decknamen zu zeigen</translation>
  </message>
  <message>
   <source>There is no difference {line}</source>
   <translation>Es gibt keine Differenz {line}</translation>
  </message>
  <message>
   <source>There is no line {line}</source>
   <translation>Es gibt keine Zeile {line}</translation>
  </message>
  <message>
   <source>There is no mapping of this name</source>
   <translation>Es gibt keine Zuordnung dieses Namens</translation>
  </message>
  <message>
   <source>There is no plan to write</source>
   <translation>Es gibt keinen Plan zu schreiben</translation>
  </message>
  <message>
   <source>There is no screen to open a window on</source>
   <translation>Es gibt keinen Bildschirm für ein Fenster</translation>
  </message>
  <message>
   <source>There is no sheet named {sheet}</source>
   <translation>Es gibt kein Blatt namens {sheet}</translation>
  </message>
  <message>
   <source>There is no store here</source>
   <translation>Hier ist kein Speicher</translation>
  </message>
  <message>
   <source>There is no such backup</source>
   <translation>Diese Sicherung gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such day</source>
   <translation>Diesen Tag gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such engagement</source>
   <translation>Diesen Auftrag gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such entry</source>
   <translation>Diesen Eintrag gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such file</source>
   <translation>Diese Datei gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such import</source>
   <translation>Dieses Einlesen gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such record</source>
   <translation>Diesen Datensatz gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such setting</source>
   <translation>Diese Einstellung gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such time away</source>
   <translation>Eine solche Abwesenheit gibt es nicht</translation>
  </message>
  <message>
   <source>There is no such week</source>
   <translation>Diese Woche gibt es nicht</translation>
  </message>
  <message>
   <source>There is no task in this plan</source>
   <translation>In diesem Plan ist keine Aufgabe</translation>
  </message>
  <message>
   <source>There is no terminal to ask at</source>
   <translation>Es gibt kein Terminal zum Fragen</translation>
  </message>
  <message>
   <source>There is no terminal to ask at, and the keyring does not open this store</source>
   <translation>Es gibt kein Terminal zum Fragen, und der Schlüsselbund öffnet diesen Speicher nicht</translation>
  </message>
  <message>
   <source>There is not enough memory</source>
   <translation>Es ist nicht genug Arbeitsspeicher frei</translation>
  </message>
  <message>
   <source>There is nothing to change here</source>
   <translation>Hier gibt es nichts zu ändern</translation>
  </message>
  <message>
   <source>There is nothing to keep</source>
   <translation>Es gibt nichts festzuhalten</translation>
  </message>
  <message>
   <source>There is nothing to recall or return</source>
   <translation>Es gibt nichts zurückzuholen oder zurückzugeben</translation>
  </message>
  <message>
   <source>There is nothing to redo</source>
   <translation>Es gibt nichts zu wiederholen</translation>
  </message>
  <message>
   <source>There is nothing to start</source>
   <translation>Es gibt nichts zu starten</translation>
  </message>
  <message>
   <source>There is nothing to stop</source>
   <translation>Es gibt nichts anzuhalten</translation>
  </message>
  <message>
   <source>There is nothing to submit</source>
   <translation>Es gibt nichts einzureichen</translation>
  </message>
  <message>
   <source>There is nothing to switch from</source>
   <translation>Es gibt nichts, wovon zu wechseln wäre</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>Es gibt nichts rückgängig zu machen</translation>
  </message>
  <message>
   <source>There is such a file already</source>
   <translation>Eine solche Datei gibt es schon</translation>
  </message>
  <message>
   <source>These are no hours</source>
   <translation>Das sind keine Stunden</translation>
  </message>
  <message>
   <source>These are no percents to alert at</source>
   <translation>Das sind keine Prozente für Warnungen</translation>
  </message>
  <message>
   <source>These entries do not overlap</source>
   <translation>Diese Einträge überschneiden sich nicht</translation>
  </message>
  <message>
   <source>These two are linked in this way already</source>
   <translation>Diese beiden sind bereits so verknüpft</translation>
  </message>
  <message>
   <source>These working hours cannot be kept</source>
   <translation>Diese Arbeitszeiten sind nicht möglich</translation>
  </message>
  <message>
   <source>They were cut</source>
   <translation>Sie wurden gekürzt</translation>
  </message>
  <message>
   <source>They were taken as the clock shows them</source>
   <translation>Sie wurden so genommen, wie die Uhr sie zeigt</translation>
  </message>
  <message>
   <source>This XML is no plan of Microsoft Project</source>
   <translation>Dieses XML ist kein Plan von Microsoft Project</translation>
  </message>
  <message>
   <source>This amount cannot be billed</source>
   <translation>Dieser Betrag kann nicht abgerechnet werden</translation>
  </message>
  <message>
   <source>This amount cannot be kept</source>
   <translation>Dieser Betrag lässt sich nicht aufbewahren</translation>
  </message>
  <message>
   <source>This amount cannot be negative</source>
   <translation>Dieser Betrag kann nicht negativ sein</translation>
  </message>
  <message>
   <source>This budget has too many lines</source>
   <translation>Dieses Budget hat zu viele Zeilen</translation>
  </message>
  <message>
   <source>This cannot be done</source>
   <translation>Das geht nicht</translation>
  </message>
  <message>
   <source>This cannot be imported yet</source>
   <translation>Das lässt sich noch nicht einlesen</translation>
  </message>
  <message>
   <source>This cannot be stored</source>
   <translation>Das lässt sich nicht speichern</translation>
  </message>
  <message>
   <source>This cell cannot hold less than {least:hm}</source>
   <translation>Diese Zelle kann nicht weniger als {least:hm} fassen</translation>
  </message>
  <message>
   <source>This client has an engagement of this name</source>
   <translation>Dieser Mandant hat einen Auftrag dieses Namens</translation>
  </message>
  <message>
   <source>This client has engagements</source>
   <translation>Dieser Mandant hat Aufträge</translation>
  </message>
  <message>
   <source>This code belongs to another engagement</source>
   <translation>Dieser Code gehört zu einem anderen Auftrag</translation>
  </message>
  <message>
   <source>This code exists already</source>
   <translation>Diesen Code gibt es schon</translation>
  </message>
  <message>
   <source>This computer has no keyring that can be used</source>
   <translation>Dieser Rechner hat keinen brauchbaren Schlüsselbund</translation>
  </message>
  <message>
   <source>This contact is another client's</source>
   <translation>Dieser Kontakt gehört zu einem anderen Mandanten</translation>
  </message>
  <message>
   <source>This date cannot be used</source>
   <translation>Dieses Datum ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This difference has changed meanwhile</source>
   <translation>Diese Differenz hat sich inzwischen geändert</translation>
  </message>
  <message>
   <source>This difference is not accepted</source>
   <translation>Diese Differenz ist nicht angenommen</translation>
  </message>
  <message>
   <source>This entry cannot go there</source>
   <translation>Dorthin kann dieser Eintrag nicht gehen</translation>
  </message>
  <message>
   <source>This entry has a start and an end</source>
   <translation>Dieser Eintrag hat Beginn und Ende</translation>
  </message>
  <message>
   <source>This entry has no time</source>
   <translation>Dieser Eintrag hat keine Zeit</translation>
  </message>
  <message>
   <source>This entry is itself a reversal</source>
   <translation>Dieser Eintrag ist selbst ein Storno</translation>
  </message>
  <message>
   <source>This entry is longer than 24 hours</source>
   <translation>Dieser Eintrag ist länger als 24 Stunden</translation>
  </message>
  <message>
   <source>This exchange rate cannot be kept</source>
   <translation>Dieser Wechselkurs kann nicht gespeichert werden</translation>
  </message>
  <message>
   <source>This file is neither a workbook nor text</source>
   <translation>Diese Datei ist weder Arbeitsmappe noch Text</translation>
  </message>
  <message>
   <source>This file system does not support what a safe store needs, as many network shares do not</source>
   <translation>Dieses Dateisystem unterstützt nicht, was ein sicherer Speicher braucht, wie viele Netzlaufwerke</translation>
  </message>
  <message>
   <source>This firm profile is of another format</source>
   <translation>Dieses Kanzleiprofil hat ein anderes Format</translation>
  </message>
  <message>
   <source>This grade stands twice in a phase</source>
   <translation>Diese Stufe steht zweimal in einer Phase</translation>
  </message>
  <message>
   <source>This is a fault of EngageDesk</source>
   <translation>Das ist ein Fehler von EngageDesk</translation>
  </message>
  <message>
   <source>This is an old Excel file</source>
   <translation>Das ist eine alte Excel-Datei</translation>
  </message>
  <message>
   <source>This is longer than 24 hours</source>
   <translation>Das ist länger als 24 Stunden</translation>
  </message>
  <message>
   <source>This is no amount</source>
   <translation>Das ist kein Betrag</translation>
  </message>
  <message>
   <source>This is no currency</source>
   <translation>Das ist keine Währung</translation>
  </message>
  <message>
   <source>This is no date</source>
   <translation>Das ist kein Datum</translation>
  </message>
  <message>
   <source>This is no day</source>
   <translation>Das ist kein Tag</translation>
  </message>
  <message>
   <source>This is no exchange rate</source>
   <translation>Das ist kein Wechselkurs</translation>
  </message>
  <message>
   <source>This is no firm profile</source>
   <translation>Das ist kein Kanzleiprofil</translation>
  </message>
  <message>
   <source>This is no id</source>
   <translation>Das ist keine Id</translation>
  </message>
  <message>
   <source>This is no number that fits</source>
   <translation>Das ist keine passende Zahl</translation>
  </message>
  <message>
   <source>This is no passphrase file</source>
   <translation>Das ist keine Passphrasendatei</translation>
  </message>
  <message>
   <source>This is no raise</source>
   <translation>Das ist keine Erhöhung</translation>
  </message>
  <message>
   <source>This is no recovery key</source>
   <translation>Das ist kein Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>This is no time</source>
   <translation>Das ist keine Uhrzeit</translation>
  </message>
  <message>
   <source>This is no time at all</source>
   <translation>Das ist überhaupt keine Zeit</translation>
  </message>
  <message>
   <source>This is no week</source>
   <translation>Das ist keine Woche</translation>
  </message>
  <message>
   <source>This is no whole number</source>
   <translation>Das ist keine ganze Zahl</translation>
  </message>
  <message>
   <source>This is not an Excel workbook</source>
   <translation>Das ist keine Excel-Arbeitsmappe</translation>
  </message>
  <message>
   <source>This is not how it is used</source>
   <translation>So wird es nicht benutzt</translation>
  </message>
  <message>
   <source>This keyring does not encrypt what it keeps</source>
   <translation>Dieser Schlüsselbund verschlüsselt nicht, was er aufbewahrt</translation>
  </message>
  <message>
   <source>This kind of file cannot be imported</source>
   <translation>Diese Art Datei lässt sich nicht einlesen</translation>
  </message>
  <message>
   <source>This lag is too long</source>
   <translation>Dieser Abstand ist zu lang</translation>
  </message>
  <message>
   <source>This line gives one</source>
   <translation>Diese Zeile gibt eine an</translation>
  </message>
  <message>
   <source>This line names another day</source>
   <translation>Diese Zeile nennt einen anderen Tag</translation>
  </message>
  <message>
   <source>This line records finished time</source>
   <translation>Diese Zeile erfasst abgeschlossene Zeit</translation>
  </message>
  <message>
   <source>This link would close a circle</source>
   <translation>Diese Verknüpfung schlösse einen Kreis</translation>
  </message>
  <message>
   <source>This names no code</source>
   <translation>Das nennt keinen Code</translation>
  </message>
  <message>
   <source>This person has this role already</source>
   <translation>Diese Person hat diese Rolle schon</translation>
  </message>
  <message>
   <source>This progress cannot be kept</source>
   <translation>Dieser Fortschritt ist nicht möglich</translation>
  </message>
  <message>
   <source>This rate cannot be kept</source>
   <translation>Dieser Satz kann nicht gespeichert werden</translation>
  </message>
  <message>
   <source>This share cannot be kept</source>
   <translation>Dieser Anteil ist nicht möglich</translation>
  </message>
  <message>
   <source>This store is not encrypted</source>
   <translation>Dieser Speicher ist nicht verschlüsselt</translation>
  </message>
  <message>
   <source>This task belongs to another engagement</source>
   <translation>Diese Aufgabe gehört zu einem anderen Auftrag</translation>
  </message>
  <message>
   <source>This time away is answered already</source>
   <translation>Diese Abwesenheit ist schon beantwortet</translation>
  </message>
  <message>
   <source>This time cannot be kept</source>
   <translation>Diese Zeit lässt sich nicht aufbewahren</translation>
  </message>
  <message>
   <source>This time cannot be used</source>
   <translation>Diese Zeit ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This time happened twice</source>
   <translation>Diese Zeit gab es zweimal</translation>
  </message>
  <message>
   <source>This time has no open code</source>
   <translation>Diese Zeit hat keinen offenen Code</translation>
  </message>
  <message>
   <source>This time is not posted</source>
   <translation>Diese Zeit ist nicht gebucht</translation>
  </message>
  <message>
   <source>This time is posted</source>
   <translation>Diese Zeit ist gebucht</translation>
  </message>
  <message>
   <source>This time is reversed already</source>
   <translation>Diese Zeit ist schon storniert</translation>
  </message>
  <message>
   <source>This time is submitted</source>
   <translation>Diese Zeit ist eingereicht</translation>
  </message>
  <message>
   <source>This time never happened</source>
   <translation>Diese Zeit gab es nie</translation>
  </message>
  <message>
   <source>This timer is running</source>
   <translation>Dieser Timer läuft</translation>
  </message>
  <message>
   <source>This timer is still running</source>
   <translation>Dieser Timer läuft noch</translation>
  </message>
  <message>
   <source>This version does not do that</source>
   <translation>Diese Version tut das nicht</translation>
  </message>
  <message>
   <source>This version is history</source>
   <translation>Diese Fassung ist Vergangenheit</translation>
  </message>
  <message>
   <source>This view is too large to keep</source>
   <translation>Diese Ansicht ist zu groß zum Speichern</translation>
  </message>
  <message>
   <source>This week cannot be used</source>
   <translation>Diese Woche ist nicht verwendbar</translation>
  </message>
  <message>
   <source>Thousands of empty rows follow</source>
   <translation>Tausende leerer Zeilen folgen</translation>
  </message>
  <message>
   <source>Time cannot be negative</source>
   <translation>Zeit kann nicht negativ sein</translation>
  </message>
  <message>
   <source>Time cannot be rounded to this</source>
   <translation>Darauf lässt sich Zeit nicht runden</translation>
  </message>
  <message>
   <source>Time was booked on this phase</source>
   <translation>Auf diese Phase wurde Zeit gebucht</translation>
  </message>
  <message>
   <source>Time was booked on this task</source>
   <translation>Auf diese Aufgabe wurde Zeit gebucht</translation>
  </message>
  <message>
   <source>Time with start and end does not give way to a number</source>
   <translation>Zeit mit Beginn und Ende weicht keiner Zahl</translation>
  </message>
  <message>
   <source>Too little of the id</source>
   <translation>Zu wenig von der Id</translation>
  </message>
  <message>
   <source>Too many recipients</source>
   <translation>Zu viele Empfänger</translation>
  </message>
  <message>
   <source>Totals are listed a currency</source>
   <translation>Summen stehen je Währung</translation>
  </message>
  <message>
   <source>Two columns give the same field</source>
   <translation>Zwei Spalten liefern dasselbe Feld</translation>
  </message>
  <message>
   <source>Two kinds of time at once</source>
   <translation>Zwei Arten Zeit auf einmal</translation>
  </message>
  <message>
   <source>Two lines of one engagement differ</source>
   <translation>Zwei Zeilen eines Auftrags weichen voneinander ab</translation>
  </message>
  <message>
   <source>Two parts have no length</source>
   <translation>Zwei Teile haben keine Dauer</translation>
  </message>
  <message>
   <source>Type 1.5, 1:30 or 90m</source>
   <translation>Geben Sie 1.5, 1:30 oder 90m ein</translation>
  </message>
  <message>
   <source>Type a code, a client or an engagement with an open code</source>
   <translation>Geben Sie einen Code, einen Mandanten oder einen Auftrag mit offenem Code ein</translation>
  </message>
  <message>
   <source>Type all eight groups; spaces, dashes and lower case do not matter</source>
   <translation>Tippen Sie alle acht Gruppen; Leerzeichen, Striche und Kleinschreibung sind gleich</translation>
  </message>
  <message>
   <source>Type it again as UTF-8</source>
   <translation>Tippen Sie sie erneut als UTF-8</translation>
  </message>
  <message>
   <source>Type minutes as 90m</source>
   <translation>Geben Sie Minuten als 90m ein</translation>
  </message>
  <message>
   <source>Type the code itself</source>
   <translation>Geben Sie den Code selbst ein</translation>
  </message>
  <message>
   <source>Type the passphrase</source>
   <translation>Tippen Sie die Passphrase</translation>
  </message>
  <message>
   <source>Type the same one twice</source>
   <translation>Tippen Sie zweimal dieselbe</translation>
  </message>
  <message>
   <source>Undo that answer first, or edit the entries</source>
   <translation>Nehmen Sie erst diese Antwort zurück, oder bearbeiten Sie die Einträge</translation>
  </message>
  <message>
   <source>Undo the later change first, or edit by hand.</source>
   <translation>Nehmen Sie erst die spätere Änderung zurück, oder ändern Sie von Hand.</translation>
  </message>
  <message>
   <source>Unknown time zone</source>
   <translation>Unbekannte Zeitzone</translation>
  </message>
  <message>
   <source>Unlock it</source>
   <translation>Entsperren Sie ihn</translation>
  </message>
  <message>
   <source>Unlock the keyring and try again, or use the passphrase; nothing is lost</source>
   <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder nehmen Sie die Passphrase; nichts ist verloren</translation>
  </message>
  <message>
   <source>Unlock the window first</source>
   <translation>Entsperren Sie erst das Fenster</translation>
  </message>
  <message>
   <source>Unlock with the passphrase</source>
   <translation>Entsperren Sie mit der Passphrase</translation>
  </message>
  <message>
   <source>Unlock with the passphrase, then set the keyring up again</source>
   <translation>Entsperren Sie mit der Passphrase, dann richten Sie den Schlüsselbund neu ein</translation>
  </message>
  <message>
   <source>Unlock with the passphrase; nothing is lost</source>
   <translation>Entsperren Sie mit der Passphrase; nichts ist verloren</translation>
  </message>
  <message>
   <source>Unlock with the passphrase; to use the keyring, choose one of those</source>
   <translation>Entsperren Sie mit der Passphrase; für den Schlüsselbund wählen Sie einen davon</translation>
  </message>
  <message>
   <source>Unpack it and import the workbook inside.</source>
   <translation>Entpacken Sie sie und lesen Sie die Arbeitsmappe darin ein.</translation>
  </message>
  <message>
   <source>Use an IANA name such as Europe/London</source>
   <translation>Nehmen Sie einen IANA-Namen wie Europe/Berlin</translation>
  </message>
  <message>
   <source>Use another backup</source>
   <translation>Nehmen Sie eine andere Sicherung</translation>
  </message>
  <message>
   <source>Use another backup; older ones lie beside it</source>
   <translation>Nehmen Sie eine andere Sicherung; ältere liegen daneben</translation>
  </message>
  <message>
   <source>Use fewer phases or grades</source>
   <translation>Nehmen Sie weniger Phasen oder Stufen</translation>
  </message>
  <message>
   <source>Use it, or choose another</source>
   <translation>Nehmen Sie ihn, oder wählen Sie einen anderen</translation>
  </message>
  <message>
   <source>Used last: {candidates}</source>
   <translation>Zuletzt benutzt: {candidates}</translation>
  </message>
  <message>
   <source>Version {number} changes what was agreed</source>
   <translation>Fassung {number} ändert, was vereinbart war</translation>
  </message>
  <message>
   <source>Version {number} was followed by version {newest}</source>
   <translation>Auf Fassung {number} folgte Fassung {newest}</translation>
  </message>
  <message>
   <source>What does {number} mean?</source>
   <translation>Was bedeutet {number}?</translation>
  </message>
  <message>
   <source>What was acknowledged before stays</source>
   <translation>Was bestätigt wurde, bleibt</translation>
  </message>
  <message>
   <source>What was asked is done</source>
   <translation>Was verlangt wurde, ist getan</translation>
  </message>
  <message>
   <source>What was asked is not done, nothing else is lost</source>
   <translation>Was verlangt wurde, ist nicht getan; sonst ist nichts verloren</translation>
  </message>
  <message>
   <source>What was issued has the day on which it was; what was not has none</source>
   <translation>Was herausgegeben wurde, hat den Tag der Herausgabe; alles andere hat keinen</translation>
  </message>
  <message>
   <source>What you wanted to change has been deleted meanwhile.</source>
   <translation>Was Sie ändern wollten, wurde inzwischen gelöscht.</translation>
  </message>
  <message>
   <source>Whether the command was done is not known</source>
   <translation>Ob der Befehl ausgeführt wurde, ist nicht bekannt</translation>
  </message>
  <message>
   <source>Which one is meant?</source>
   <translation>Welches ist gemeint?</translation>
  </message>
  <message>
   <source>Which times are meant?</source>
   <translation>Welche Zeiten sind gemeint?</translation>
  </message>
  <message>
   <source>Work before an open gate: {engagement}</source>
   <translation>Arbeit vor einer offenen Freigabe: {engagement}</translation>
  </message>
  <message>
   <source>Work on a day that is free in your calendar</source>
   <translation>Arbeit an einem Tag, der in Ihrem Kalender frei ist</translation>
  </message>
  <message>
   <source>Working hours from this day on are there already</source>
   <translation>Arbeitszeiten ab diesem Tag gibt es bereits</translation>
  </message>
  <message>
   <source>Working weeks</source>
   <translation>Arbeitswochen</translation>
  </message>
  <message>
   <source>Write 40, 7.5 or 7:30</source>
   <translation>Schreiben Sie 40, 7,5 oder 7:30</translation>
  </message>
  <message>
   <source>Write HH:MM by the local clock, or 2026-11-17T09:30+00:00</source>
   <translation>Schreiben Sie HH:MM nach der Ortsuhr oder 2026-11-17T09:30+00:00</translation>
  </message>
  <message>
   <source>Write an ISO date: 2026-11-17</source>
   <translation>Schreiben Sie ein ISO-Datum: 2026-11-17</translation>
  </message>
  <message>
   <source>Write digits only, for example 64,000 or 64,000.50</source>
   <translation>Schreiben Sie nur Ziffern, zum Beispiel 64.000 oder 64.000,50</translation>
  </message>
  <message>
   <source>Write digits only.</source>
   <translation>Schreiben Sie nur Ziffern.</translation>
  </message>
  <message>
   <source>Write it like 0.8642, with at most six decimals</source>
   <translation>Schreiben Sie ihn wie 0,8642, mit höchstens sechs Nachkommastellen</translation>
  </message>
  <message>
   <source>Write it like 31 Dec 2026 or 2026-12-31</source>
   <translation>Schreiben Sie es wie 31. Dez. 2026 oder 2026-12-31</translation>
  </message>
  <message>
   <source>Write its three capital letters, for example GBP</source>
   <translation>Schreiben Sie ihre drei Großbuchstaben, zum Beispiel EUR</translation>
  </message>
  <message>
   <source>Write one of: {candidates}</source>
   <translation>Schreiben Sie eines von: {candidates}</translation>
  </message>
  <message>
   <source>Write the ISO week, for example 2026-W47</source>
   <translation>Schreiben Sie die ISO-Woche, zum Beispiel 2026-W47</translation>
  </message>
  <message>
   <source>Write the charge code into their titles</source>
   <translation>Schreiben Sie den Leistungscode in den Titel</translation>
  </message>
  <message>
   <source>Write them as in 3FS+2d</source>
   <translation>Schreiben Sie sie wie in 3EA+2t</translation>
  </message>
  <message>
   <source>Write them like 09:00-12:30, 13:30-17:30</source>
   <translation>Schreiben Sie sie wie 09:00-12:30, 13:30-17:30</translation>
  </message>
  <message>
   <source>Wrong passphrase</source>
   <translation>Falsche Passphrase</translation>
  </message>
  <message>
   <source>Wrong recovery key</source>
   <translation>Falscher Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>XLSX is not text</source>
   <translation>XLSX ist kein Text</translation>
  </message>
  <message>
   <source>Yours stays, and its dates stay as the file has them</source>
   <translation>Ihrer bleibt, und die Termine bleiben wie in der Datei</translation>
  </message>
  <message>
   <source>Zero bytes in the text</source>
   <translation>Nullbytes im Text</translation>
  </message>
  <message>
   <source>store.db ends in the middle of a page</source>
   <translation>store.db endet mitten in einer Seite</translation>
  </message>
  <message>
   <source>store.db has no bytes left in it</source>
   <translation>store.db hat keine Bytes mehr</translation>
  </message>
  <message>
   <source>store.db is a plain SQLite file and was not written by this program</source>
   <translation>store.db ist eine gewöhnliche SQLite-Datei und wurde nicht von diesem Programm geschrieben</translation>
  </message>
  <message>
   <source>vault.json is in neither of its two copies in the profile {profile}</source>
   <translation>vault.json fehlt in beiden Kopien im Profil {profile}</translation>
  </message>
  <message>
   <source>{action}: {constraint}.</source>
   <translation>{action}: {constraint}.</translation>
  </message>
  <message>
   <source>{backend} is not one of the keyrings of Windows, macOS, GNOME or KDE</source>
   <translation>{backend} gehört nicht zu den Schlüsselbunden von Windows, macOS, GNOME oder KDE</translation>
  </message>
  <message>
   <source>{candidates}</source>
   <translation>{candidates}</translation>
  </message>
  <message>
   <source>{code}</source>
   <translation>{code}</translation>
  </message>
  <message>
   <source>{columns} columns are named</source>
   <translation>{columns} Spalten sind benannt</translation>
  </message>
  <message>
   <source>{command}</source>
   <translation>{command}</translation>
  </message>
  <message>
   <source>{count}</source>
   <translation>{count}</translation>
  </message>
  <message>
   <source>{count} entries on “{name}”</source>
   <translation>{count} Einträge auf „{name}“</translation>
  </message>
  <message>
   <source>{count} findings must be settled first, among them: {kind}</source>
   <translation>{count} Befunde müssen erst erledigt werden, darunter: {kind}</translation>
  </message>
  <message>
   <source>{count} of its rows changed since ({kind}).</source>
   <translation>{count} ihrer Zeilen haben sich seither geändert ({kind}).</translation>
  </message>
  <message>
   <source>{count} of them: the dates stay as the file has them</source>
   <translation>{count} davon: Die Termine bleiben wie in der Datei</translation>
  </message>
  <message>
   <source>{count} of them: they stay as the file has them</source>
   <translation>{count} davon: Sie bleiben wie in der Datei</translation>
  </message>
  <message>
   <source>{count} were given; {limit} are possible</source>
   <translation>{count} wurden angegeben; {limit} sind möglich</translation>
  </message>
  <message>
   <source>{count}: no leave, no closed days, no engagement's date</source>
   <translation>{count}: weder Urlaub noch Schließtage noch Termin eines Auftrags</translation>
  </message>
  <message>
   <source>{currency}</source>
   <translation>{currency}</translation>
  </message>
  <message>
   <source>{day}</source>
   <translation>{day}</translation>
  </message>
  <message>
   <source>{day} lies outside the years 2 to 9998</source>
   <translation>{day} liegt außerhalb der Jahre 2 bis 9998</translation>
  </message>
  <message>
   <source>{fields}</source>
   <translation>{fields}</translation>
  </message>
  <message>
   <source>{field} has {length} letters; {limit} are possible.</source>
   <translation>{field} hat {length} Zeichen; {limit} sind möglich.</translation>
  </message>
  <message>
   <source>{field} must not be empty.</source>
   <translation>{field} darf nicht leer sein.</translation>
  </message>
  <message>
   <source>{file}</source>
   <translation>{file}</translation>
  </message>
  <message>
   <source>{file} cannot be read to its end. Nothing was imported.</source>
   <translation>{file} lässt sich nicht bis zum Ende lesen. Nichts wurde eingelesen.</translation>
  </message>
  <message>
   <source>{file} cannot be unpacked.</source>
   <translation>{file} lässt sich nicht entpacken.</translation>
  </message>
  <message>
   <source>{file} cannot be written</source>
   <translation>{file} lässt sich nicht schreiben</translation>
  </message>
  <message>
   <source>{file} contains definitions that no spreadsheet program writes.</source>
   <translation>{file} enthält Definitionen, die keine Tabellenkalkulation schreibt.</translation>
  </message>
  <message>
   <source>{file} could not be written</source>
   <translation>{file} konnte nicht geschrieben werden</translation>
  </message>
  <message>
   <source>{file} has content beyond column {limit}.</source>
   <translation>{file} hat Inhalt jenseits von Spalte {limit}.</translation>
  </message>
  <message>
   <source>{file} holds a part whose name points outside it.</source>
   <translation>{file} enthält einen Teil, dessen Name nach außen zeigt.</translation>
  </message>
  <message>
   <source>{file} holds another archive.</source>
   <translation>{file} enthält ein weiteres Archiv.</translation>
  </message>
  <message>
   <source>{file} holds more than {limit} parts.</source>
   <translation>{file} enthält mehr als {limit} Teile.</translation>
  </message>
  <message>
   <source>{file} holds more than {limit} tasks.</source>
   <translation>{file} enthält mehr als {limit} Aufgaben.</translation>
  </message>
  <message>
   <source>{file} holds no rows.</source>
   <translation>{file} enthält keine Zeilen.</translation>
  </message>
  <message>
   <source>{file} holds two parts with the same name.</source>
   <translation>{file} enthält zwei Teile gleichen Namens.</translation>
  </message>
  <message>
   <source>{file} is a folder or a device.</source>
   <translation>{file} ist ein Ordner oder ein Gerät.</translation>
  </message>
  <message>
   <source>{file} is damaged, so theme, language and window size start from their defaults</source>
   <translation>{file} ist beschädigt; Farbschema, Sprache und Fenstergröße beginnen mit ihren Vorgaben</translation>
  </message>
  <message>
   <source>{file} is far too long</source>
   <translation>{file} ist viel zu lang</translation>
  </message>
  <message>
   <source>{file} is in the .xls format.</source>
   <translation>{file} hat das Format .xls.</translation>
  </message>
  <message>
   <source>{file} is larger than {limit_mb} MB.</source>
   <translation>{file} ist größer als {limit_mb} MB.</translation>
  </message>
  <message>
   <source>{file} is named or packed like one and holds none.</source>
   <translation>{file} ist so benannt oder gepackt und enthält keine.</translation>
  </message>
  <message>
   <source>{file} is not overwritten</source>
   <translation>{file} wird nicht überschrieben</translation>
  </message>
  <message>
   <source>{file} is not what was written</source>
   <translation>{file} ist nicht, was geschrieben wurde</translation>
  </message>
  <message>
   <source>{file} is {kind}.</source>
   <translation>{file} ist {kind}.</translation>
  </message>
  <message>
   <source>{file} nests deeper than any plan does.</source>
   <translation>{file} ist tiefer verschachtelt als jeder Plan.</translation>
  </message>
  <message>
   <source>{file} unpacks to far more than its size.</source>
   <translation>{file} entpackt sich auf weit mehr als seine Größe.</translation>
  </message>
  <message>
   <source>{file} unpacks to more than can be imported at once. Nothing was imported.</source>
   <translation>{file} entpackt sich auf mehr, als sich auf einmal einlesen lässt. Nichts wurde eingelesen.</translation>
  </message>
  <message>
   <source>{file}, line {line}: more than {limit} levels.</source>
   <translation>{file}, Zeile {line}: mehr als {limit} Ebenen.</translation>
  </message>
  <message>
   <source>{file}: its ending is none of {formats}.</source>
   <translation>{file}: Die Endung ist keine von {formats}.</translation>
  </message>
  <message>
   <source>{file}: rows are missing in {table}</source>
   <translation>{file}: in {table} fehlen Zeilen</translation>
  </message>
  <message>
   <source>{file}: too many open quotes, the last on line {line}.</source>
   <translation>{file}: zu viele offene Anführungszeichen, das letzte in Zeile {line}.</translation>
  </message>
  <message>
   <source>{file}: {columns}.</source>
   <translation>{file}: {columns}.</translation>
  </message>
  <message>
   <source>{file}: {example}.</source>
   <translation>{file}: {example}.</translation>
  </message>
  <message>
   <source>{file}: {kind}</source>
   <translation>{file}: {kind}</translation>
  </message>
  <message>
   <source>{file}: {why}</source>
   <translation>{file}: {why}</translation>
  </message>
  <message>
   <source>{file}: “{example}” fits both {candidates}, and so do all other dates.</source>
   <translation>{file}: „{example}“ passt zu {candidates}, und alle anderen Daten auch.</translation>
  </message>
  <message>
   <source>{first} and {second}</source>
   <translation>{first} und {second}</translation>
  </message>
  <message>
   <source>{first} and {second} overlap by {minutes} min</source>
   <translation>{first} und {second} überschneiden sich um {minutes} min</translation>
  </message>
  <message>
   <source>{first} is after {last}</source>
   <translation>{first} liegt nach {last}</translation>
  </message>
  <message>
   <source>{folder} is a file, or lies in one; a backup is put into a folder</source>
   <translation>{folder} ist eine Datei oder liegt in einer; eine Sicherung kommt in einen Ordner</translation>
  </message>
  <message>
   <source>{folder} was removed, or its drive was, while a backup was written</source>
   <translation>{folder} oder sein Laufwerk wurde entfernt, während eine Sicherung geschrieben wurde</translation>
  </message>
  <message>
   <source>{folder}: {why}.</source>
   <translation>{folder}: {why}.</translation>
  </message>
  <message>
   <source>{given} is not after {day}</source>
   <translation>{given} liegt nicht nach {day}</translation>
  </message>
  <message>
   <source>{id}</source>
   <translation>{id}</translation>
  </message>
  <message>
   <source>{key} takes one of: {choices}</source>
   <translation>{key} nimmt eines von: {choices}</translation>
  </message>
  <message>
   <source>{key} takes {expected}</source>
   <translation>{key} nimmt {expected}</translation>
  </message>
  <message>
   <source>{key} takes {low} to {high} {unit}</source>
   <translation>{key} nimmt {low} bis {high} {unit}</translation>
  </message>
  <message>
   <source>{kind_of_error}</source>
   <translation>{kind_of_error}</translation>
  </message>
  <message>
   <source>{letters} letters, at least {least}</source>
   <translation>{letters} Zeichen, mindestens {least}</translation>
  </message>
  <message>
   <source>{letters} letters, at most {limit}</source>
   <translation>{letters} Zeichen, höchstens {limit}</translation>
  </message>
  <message>
   <source>{minutes} minutes after midnight</source>
   <translation>{minutes} Minuten nach Mitternacht</translation>
  </message>
  <message>
   <source>{minutes} minutes are unallocated</source>
   <translation>{minutes} Minuten sind nicht zugeordnet</translation>
  </message>
  <message>
   <source>{minutes} minutes away are unanswered</source>
   <translation>{minutes} Minuten Abwesenheit sind unbeantwortet</translation>
  </message>
  <message>
   <source>{name}</source>
   <translation>{name}</translation>
  </message>
  <message>
   <source>{number}, for “{name}”, line {line}</source>
   <translation>{number}, für „{name}“, Zeile {line}</translation>
  </message>
  <message>
   <source>{option} is “{text}”</source>
   <translation>{option} ist „{text}“</translation>
  </message>
  <message>
   <source>{option}: “{text}”.</source>
   <translation>{option}: „{text}“.</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{priority}</source>
   <translation>{priority}</translation>
  </message>
  <message>
   <source>{problem}</source>
   <translation>{problem}</translation>
  </message>
  <message>
   <source>{profile}</source>
   <translation>{profile}</translation>
  </message>
  <message>
   <source>{profile} is a file</source>
   <translation>{profile} ist eine Datei</translation>
  </message>
  <message>
   <source>{records} records were anchored, fewer are there</source>
   <translation>{records} Sätze waren verankert, weniger sind da</translation>
  </message>
  <message>
   <source>{role}</source>
   <translation>{role}</translation>
  </message>
  <message>
   <source>{seconds:hm} of this cell were recorded with times</source>
   <translation>{seconds:hm} dieser Zelle wurden mit Uhrzeiten erfasst</translation>
  </message>
  <message>
   <source>{seconds:hm} of {standard_seconds:hm} h</source>
   <translation>{seconds:hm} von {standard_seconds:hm} h</translation>
  </message>
  <message>
   <source>{seconds:hm}, standard {standard_seconds:hm} h; for information</source>
   <translation>{seconds:hm}, Soll {standard_seconds:hm} h; zur Information</translation>
  </message>
  <message>
   <source>{seconds} seconds</source>
   <translation>{seconds} Sekunden</translation>
  </message>
  <message>
   <source>{size} bytes; {limit} are possible.</source>
   <translation>{size} Bytes; {limit} sind möglich.</translation>
  </message>
  <message>
   <source>{skipped} cells hold time already, or their code takes none</source>
   <translation>{skipped} Zellen enthalten schon Zeit, oder ihr Code nimmt keine an</translation>
  </message>
  <message>
   <source>{starts} to {ends}</source>
   <translation>{starts} bis {ends}</translation>
  </message>
  <message>
   <source>{state}</source>
   <translation>{state}</translation>
  </message>
  <message>
   <source>{task}</source>
   <translation>{task}</translation>
  </message>
  <message>
   <source>{text} lies outside 1970 to 2199</source>
   <translation>{text} liegt außerhalb von 1970 bis 2199</translation>
  </message>
  <message>
   <source>{title}</source>
   <translation>{title}</translation>
  </message>
  <message>
   <source>{usage}</source>
   <translation>{usage}</translation>
  </message>
  <message>
   <source>{value}</source>
   <translation>{value}</translation>
  </message>
  <message>
   <source>{weekday}</source>
   <translation>{weekday}</translation>
  </message>
  <message>
   <source>{week}</source>
   <translation>{week}</translation>
  </message>
  <message>
   <source>{week} has no time that is ready</source>
   <translation>{week} hat keine Zeit, die bereit ist</translation>
  </message>
  <message>
   <source>{week} has {count}</source>
   <translation>{week} hat {count}</translation>
  </message>
  <message>
   <source>{week} is not submitted</source>
   <translation>{week} ist nicht eingereicht</translation>
  </message>
  <message>
   <source>{week} was not submitted</source>
   <translation>{week} wurde nicht eingereicht</translation>
  </message>
  <message>
   <source>{what}</source>
   <translation>{what}</translation>
  </message>
  <message>
   <source>{what} is {asked}; from {low} to {high} is allowed</source>
   <translation>{what} ist {asked}; erlaubt ist {low} bis {high}</translation>
  </message>
  <message>
   <source>{why}</source>
   <translation>{why}</translation>
  </message>
  <message>
   <source>“+” counts from the day's last end</source>
   <translation>„+“ zählt ab dem letzten Ende des Tages</translation>
  </message>
  <message>
   <source>“Minutes ago” counts from now</source>
   <translation>„Vor Minuten“ zählt ab jetzt</translation>
  </message>
  <message>
   <source>“Other” alone is no evidence</source>
   <translation>„Anderes“ allein ist kein Beleg</translation>
  </message>
  <message>
   <source>“now” starts a timer</source>
   <translation>„now“ startet einen Timer</translation>
  </message>
  <message>
   <source>“{country}”</source>
   <translation>„{country}“</translation>
  </message>
  <message>
   <source>“{currency}”</source>
   <translation>„{currency}“</translation>
  </message>
  <message>
   <source>“{engagement}” is not in the store.</source>
   <translation>„{engagement}“ ist nicht im Speicher.</translation>
  </message>
  <message>
   <source>“{field}”</source>
   <translation>„{field}“</translation>
  </message>
  <message>
   <source>“{field}” after {place}</source>
   <translation>„{field}“ nach {place}</translation>
  </message>
  <message>
   <source>“{field}” in {place}</source>
   <translation>„{field}“ in {place}</translation>
  </message>
  <message>
   <source>“{grade}”</source>
   <translation>„{grade}“</translation>
  </message>
  <message>
   <source>“{id}”</source>
   <translation>„{id}“</translation>
  </message>
  <message>
   <source>“{id}” is: {candidates}</source>
   <translation>„{id}“ ist: {candidates}</translation>
  </message>
  <message>
   <source>“{key}” is not the name of a setting</source>
   <translation>„{key}“ ist kein Name einer Einstellung</translation>
  </message>
  <message>
   <source>“{label}” can no longer be undone</source>
   <translation>„{label}“ lässt sich nicht mehr rückgängig machen</translation>
  </message>
  <message>
   <source>“{label}” cannot be undone</source>
   <translation>„{label}“ lässt sich nicht rückgängig machen</translation>
  </message>
  <message>
   <source>“{leader}” and “{follower}”</source>
   <translation>„{leader}“ und „{follower}“</translation>
  </message>
  <message>
   <source>“{mapping}” expects the columns: {columns}.</source>
   <translation>„{mapping}“ erwartet die Spalten: {columns}.</translation>
  </message>
  <message>
   <source>“{name}”</source>
   <translation>„{name}“</translation>
  </message>
  <message>
   <source>“{name}” has hours in a version of the budget</source>
   <translation>„{name}“ hat Stunden in einer Fassung des Budgets</translation>
  </message>
  <message>
   <source>“{name}” is: {candidates}</source>
   <translation>„{name}“ ist: {candidates}</translation>
  </message>
  <message>
   <source>“{name}” stays as it was taken</source>
   <translation>„{name}“ bleibt, wie er festgehalten wurde</translation>
  </message>
  <message>
   <source>“{name}” was not saved.</source>
   <translation>„{name}“ wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>“{name}”, {day}: it stays there</source>
   <translation>„{name}“, {day}: Es bleibt dort</translation>
  </message>
  <message>
   <source>“{name}”: it is kept as a bound</source>
   <translation>„{name}“: Es gilt als Grenze</translation>
  </message>
  <message>
   <source>“{subdivision}” in {country}</source>
   <translation>„{subdivision}“ in {country}</translation>
  </message>
  <message>
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
  <message>
   <source>“{text}” can be read in two ways</source>
   <translation>„{text}“ lässt sich auf zwei Arten lesen</translation>
  </message>
  <message>
   <source>“{text}” could be many instants</source>
   <translation>„{text}“ könnten viele Zeitpunkte sein</translation>
  </message>
  <message>
   <source>“{text}” fits: {candidates}</source>
   <translation>„{text}“ passt zu: {candidates}</translation>
  </message>
  <message>
   <source>“{text}” has no open code</source>
   <translation>„{text}“ hat keinen offenen Code</translation>
  </message>
  <message>
   <source>“{text}” has none yet</source>
   <translation>„{text}“ hat noch keines</translation>
  </message>
  <message>
   <source>“{text}” is no code and no name</source>
   <translation>„{text}“ ist kein Code und kein Name</translation>
  </message>
  <message>
   <source>“{text}” is not text in this terminal's encoding</source>
   <translation>„{text}“ ist kein Text in der Kodierung dieses Terminals</translation>
  </message>
  <message>
   <source>“{text}” is: {candidates}</source>
   <translation>„{text}“ ist: {candidates}</translation>
  </message>
  <message>
   <source>“{title}”</source>
   <translation>„{title}“</translation>
  </message>
  <message>
   <source>“{value}”</source>
   <translation>„{value}“</translation>
  </message>
  <message>
   <source>“{value}” does not fit {order}</source>
   <translation>„{value}“ passt nicht zu {order}</translation>
  </message>
  <message>
   <source>“{value}”, first on line {earlier}</source>
   <translation>„{value}“, zuerst in Zeile {earlier}</translation>
  </message>
  <message>
   <source>“{value}”, line {line}</source>
   <translation>„{value}“, Zeile {line}</translation>
  </message>
  <message>
   <source>“{week}” was read</source>
   <translation>„{week}“ wurde gelesen</translation>
  </message>
  <message>
   <source>“{zone}” is not in this machine's zone list</source>
   <translation>„{zone}“ steht nicht in der Zonenliste dieses Rechners</translation>
  </message>
  <message>
   <source>“{zone}”: times in it were taken as yours</source>
   <translation>„{zone}“: Ihre Zeiten gelten als Ihre eigenen</translation>
  </message>
 </context>
 <context>
  <name>Fee</name>
  <message>
   <source>Capped</source>
   <translation>Gedeckelt</translation>
  </message>
  <message>
   <source>Fixed</source>
   <translation>Festpreis</translation>
  </message>
  <message>
   <source>Milestones</source>
   <translation>Meilensteine</translation>
  </message>
  <message>
   <source>Retainer</source>
   <translation>Pauschale</translation>
  </message>
  <message>
   <source>Time and materials</source>
   <translation>Nach Aufwand</translation>
  </message>
 </context>
 <context>
  <name>Field</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Billable</source>
   <translation>Abrechenbar</translation>
  </message>
  <message>
   <source>Budget, hours</source>
   <translation>Budget, Stunden</translation>
  </message>
  <message>
   <source>Charge code</source>
   <translation>Auftragscode</translation>
  </message>
  <message>
   <source>Charge codes</source>
   <translation>Auftragscodes</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Code name</source>
   <translation>Deckname</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Frist</translation>
  </message>
  <message>
   <source>Done on</source>
   <translation>Erledigt am</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>End date</source>
   <translation>Enddatum</translation>
  </message>
  <message>
   <source>End time</source>
   <translation>Endzeit</translation>
  </message>
  <message>
   <source>End, date and time</source>
   <translation>Ende, Datum und Uhrzeit</translation>
  </message>
  <message>
   <source>Ends on</source>
   <translation>Endet am</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Honorar</translation>
  </message>
  <message>
   <source>Fee arrangement</source>
   <translation>Honorarvereinbarung</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Vorname</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Karrierestufe</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Last name</source>
   <translation>Nachname</translation>
  </message>
  <message>
   <source>Milestone, yes or no</source>
   <translation>Meilenstein, ja oder nein</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Number that predecessors name</source>
   <translation>Nummer, die Vorgänger nennen</translation>
  </message>
  <message>
   <source>Open or closed</source>
   <translation>Offen oder geschlossen</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Percent of a full week</source>
   <translation>Prozent einer vollen Woche</translation>
  </message>
  <message>
   <source>Period end</source>
   <translation>Stichtag</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Predecessors</source>
   <translation>Vorgänger</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Progress, percent</source>
   <translation>Fortschritt, Prozent</translation>
  </message>
  <message>
   <source>Reference, tells rows apart</source>
   <translation>Kennung, unterscheidet Zeilen</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Service line</source>
   <translation>Geschäftsbereich</translation>
  </message>
  <message>
   <source>Start date</source>
   <translation>Startdatum</translation>
  </message>
  <message>
   <source>Start time</source>
   <translation>Startzeit</translation>
  </message>
  <message>
   <source>Start, date and time</source>
   <translation>Beginn, Datum und Uhrzeit</translation>
  </message>
  <message>
   <source>Starts on</source>
   <translation>Beginnt am</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Schlagwörter</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Task, milestone or deliverable</source>
   <translation>Aufgabe, Meilenstein oder Arbeitsergebnis</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>Gültig ab</translation>
  </message>
  <message>
   <source>Valid to</source>
   <translation>Gültig bis</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeit</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Entries found</source>
   <translation>Gefundene Einträge</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Find entries</source>
   <translation>Einträge finden</translation>
  </message>
  <message>
   <source>Find “{words}” in all entries</source>
   <translation>„{words}“ in allen Einträgen finden</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>No entry has all of these words.</source>
   <translation>Kein Eintrag hat alle diese Wörter.</translation>
  </message>
  <message>
   <source>Nothing is recorded yet.</source>
   <translation>Noch nichts ist erfasst.</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Sucht</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>Mehr zeigen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>The newest {n} are shown</source>
   <translation>Die neuesten {n} sind zu sehen</translation>
  </message>
  <message>
   <source>Words of the narrative, client, engagement, code, task or activity</source>
   <translation>Wörter aus Tätigkeitstext, Mandant, Auftrag, Code, Aufgabe oder Tätigkeit</translation>
  </message>
  <message>
   <source>Words to find</source>
   <translation>Gesuchte Wörter</translation>
  </message>
  <message>
   <source>awaiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>awaiting code</source>
   <translation>ohne Code</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>search history narrative time when</source>
   <translation>suchen verlauf text zeit wann</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} Einträge</translation>
  </message>
  <message>
   <source>{n} entry</source>
   <translation>{n} Eintrag</translation>
  </message>
  <message>
   <source>{words}, {hours} h</source>
   <translation>{words}, {hours} h</translation>
  </message>
 </context>
 <context>
  <name>Finder</name>
  <message>
   <source>Nothing is called that</source>
   <translation>Nichts heißt so</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Search or run a command</source>
   <translation>Suchen oder Befehl ausführen</translation>
  </message>
  <message>
   <source>What to do with {name}</source>
   <translation>Was mit {name} zu tun ist</translation>
  </message>
 </context>
 <context>
  <name>FinderList</name>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
 </context>
 <context>
  <name>FinderPanel</name>
  <message>
   <source>↑ ↓ choose    Enter go    Esc leave</source>
   <translation>↑ ↓ wählen    Eingabe los    Esc verlassen</translation>
  </message>
  <message>
   <source>↑ ↓ choose    Enter open    Tab more    Esc leave</source>
   <translation>↑ ↓ wählen    Eingabe öffnen    Tab mehr    Esc verlassen</translation>
  </message>
 </context>
 <context>
  <name>Firm</name>
  <message>
   <source>A day below standard hours</source>
   <translation>Ein Tag unter der Sollzeit</translation>
  </message>
  <message>
   <source>A forbidden word</source>
   <translation>Ein unzulässiges Wort</translation>
  </message>
  <message>
   <source>A gap in a day</source>
   <translation>Eine Lücke am Tag</translation>
  </message>
  <message>
   <source>A narrative too long</source>
   <translation>Ein zu langer Tätigkeitstext</translation>
  </message>
  <message>
   <source>A narrative too short</source>
   <translation>Ein zu kurzer Tätigkeitstext</translation>
  </message>
  <message>
   <source>A required field is empty</source>
   <translation>Ein Pflichtfeld ist leer</translation>
  </message>
  <message>
   <source>A running timer</source>
   <translation>Ein laufender Timer</translation>
  </message>
  <message>
   <source>A week below standard hours</source>
   <translation>Eine Woche unter der Sollzeit</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Administration</source>
   <translation>Verwaltung</translation>
  </message>
  <message>
   <source>All of it is chargeable</source>
   <translation>Vollständig verrechenbar</translation>
  </message>
  <message>
   <source>Always down</source>
   <translation>Immer ab</translation>
  </message>
  <message>
   <source>Always up</source>
   <translation>Immer auf</translation>
  </message>
  <message>
   <source>An empty narrative</source>
   <translation>Ein leerer Tätigkeitstext</translation>
  </message>
  <message>
   <source>Another client's name</source>
   <translation>Der Name eines anderen Mandanten</translation>
  </message>
  <message>
   <source>At most 500 words of 200 letters</source>
   <translation>Höchstens 500 Wörter zu 200 Buchstaben</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Business development</source>
   <translation>Akquise</translation>
  </message>
  <message>
   <source>Charge and cost rates, and margin</source>
   <translation>Verrechnungs- und Kostensätze sowie Marge</translation>
  </message>
  <message>
   <source>Charge rates only</source>
   <translation>Nur Verrechnungssätze</translation>
  </message>
  <message>
   <source>Counts as available</source>
   <translation>Zählt als verfügbar</translation>
  </message>
  <message>
   <source>Counts as utilized</source>
   <translation>Zählt als ausgelastet</translation>
  </message>
  <message>
   <source>Entries that overlap</source>
   <translation>Überschneidende Einträge</translation>
  </message>
  <message>
   <source>Half of it is chargeable</source>
   <translation>Zur Hälfte verrechenbar</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Urlaub</translation>
  </message>
  <message>
   <source>Line {n} is not a date and its hours, as in 2026-12-25 0:00</source>
   <translation>Zeile {n} ist kein Datum mit Stunden, wie 2026-12-25 0:00</translation>
  </message>
  <message>
   <source>More than a day holds</source>
   <translation>Mehr, als ein Tag fasst</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>No engagement</source>
   <translation>Kein Auftrag</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Niemand</translation>
  </message>
  <message>
   <source>None of it is chargeable</source>
   <translation>Nicht verrechenbar</translation>
  </message>
  <message>
   <source>Public holiday</source>
   <translation>Feiertag</translation>
  </message>
  <message>
   <source>Recorded hours</source>
   <translation>Erfasste Stunden</translation>
  </message>
  <message>
   <source>Sickness</source>
   <translation>Krankheit</translation>
  </message>
  <message>
   <source>Standard hours</source>
   <translation>Sollstunden</translation>
  </message>
  <message>
   <source>Takes away from what is available</source>
   <translation>Mindert, was verfügbar ist</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Time in the future</source>
   <translation>Zeit in der Zukunft</translation>
  </message>
  <message>
   <source>To the nearest</source>
   <translation>Zum nächsten</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Fortbildung</translation>
  </message>
  <message>
   <source>What exceeds the commute</source>
   <translation>Was über den Arbeitsweg hinausgeht</translation>
  </message>
  <message>
   <source>Work before an open gate</source>
   <translation>Arbeit vor einer offenen Freigabe</translation>
  </message>
 </context>
 <context>
  <name>FirmCalendar</name>
  <message>
   <source>Ahead: {days}.</source>
   <translation>Voraus: {days}.</translation>
  </message>
  <message>
   <source>Busy season</source>
   <translation>Hochsaison</translation>
  </message>
  <message>
   <source>Day off</source>
   <translation>Freier Tag</translation>
  </message>
  <message>
   <source>None ahead.</source>
   <translation>Keine voraus.</translation>
  </message>
  <message>
   <source>Now: {hours} h a week; no public holidays. Choose a country to have them.</source>
   <translation>Jetzt: {hours} h je Woche; keine Feiertage. Mit einem Land kommen sie dazu.</translation>
  </message>
  <message>
   <source>Now: {hours} h a week; public holidays of {country}, {part}.</source>
   <translation>Jetzt: {hours} h je Woche; Feiertage von {country}, {part}.</translation>
  </message>
  <message>
   <source>Now: {hours} h a week; public holidays of {country}.</source>
   <translation>Jetzt: {hours} h je Woche; Feiertage von {country}.</translation>
  </message>
  <message>
   <source>{name}, {days} {year}</source>
   <translation>{name}, {days} {year}</translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>{n} weitere</translation>
  </message>
 </context>
 <context>
  <name>FirmPanel</name>
  <message>
   <source>A day's way to the office and back, where travel counts above it.</source>
   <translation>Der tägliche Weg ins Büro und zurück, wenn Reisezeit erst darüber hinaus zählt.</translation>
  </message>
  <message>
   <source>A week over two months becomes two timesheets.</source>
   <translation>Eine Woche über zwei Monate wird zu zwei Stundenzetteln.</translation>
  </message>
  <message>
   <source>As a file</source>
   <translation>Als Datei</translation>
  </message>
  <message>
   <source>At</source>
   <translation>Um</translation>
  </message>
  <message>
   <source>Calendar of the plan</source>
   <translation>Kalender des Plans</translation>
  </message>
  <message>
   <source>Change firm holidays and busy season</source>
   <translation>Freie Tage der Kanzlei und Hochsaison ändern</translation>
  </message>
  <message>
   <source>Change the rate cards</source>
   <translation>Preislisten ändern</translation>
  </message>
  <message>
   <source>Change the working week and public holidays</source>
   <translation>Arbeitswoche und Feiertage ändern</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern …</translation>
  </message>
  <message>
   <source>Client time that is not chargeable</source>
   <translation>Nicht verrechenbare Mandantenzeit</translation>
  </message>
  <message>
   <source>Commute</source>
   <translation>Arbeitsweg</translation>
  </message>
  <message>
   <source>Days on which everybody is free, and weeks with longer days. An engagement's closed days are in its menu.</source>
   <translation>Tage, an denen alle frei haben, und Wochen mit längeren Tagen. Gesperrte Tage eines Auftrags stehen in dessen Menü.</translation>
  </message>
  <message>
   <source>Days that differ</source>
   <translation>Abweichende Tage</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <source>Everything else that the check finds only warns. Lines on a closed or missing code are held back as drafts and never stop the rest.</source>
   <translation>Alles andere, was die Prüfung findet, ist nur ein Hinweis. Zeilen auf geschlossenem oder fehlendem Code bleiben als Entwurf zurück und halten den Rest nie auf.</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Firm holidays and busy season</source>
   <translation>Freie Tage der Kanzlei und Hochsaison</translation>
  </message>
  <message>
   <source>Forbidden words</source>
   <translation>Unzulässige Wörter</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>How the way to a client counts.</source>
   <translation>Wie der Weg zum Mandanten zählt.</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Einlesen…</translation>
  </message>
  <message>
   <source>Local time of the cut-off.</source>
   <translation>Ortszeit des Abgabeschlusses.</translation>
  </message>
  <message>
   <source>Longest narrative</source>
   <translation>Längster Tätigkeitstext</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Of one that is there at all.</source>
   <translation>Wenn überhaupt einer da ist.</translation>
  </message>
  <message>
   <source>On this computer; exports for others never hold cost rates.</source>
   <translation>Auf diesem Rechner; Exporte für andere enthalten nie Kostensätze.</translation>
  </message>
  <message>
   <source>One a line. They are marked while you type.</source>
   <translation>Eines je Zeile. Sie werden beim Tippen markiert.</translation>
  </message>
  <message>
   <source>One a line: the date and its hours, as in 2026-12-25 0:00.</source>
   <translation>Je Zeile ein Datum und seine Stunden, wie 2026-12-25 0:00.</translation>
  </message>
  <message>
   <source>Overtime counts as</source>
   <translation>Überstunden zählen</translation>
  </message>
  <message>
   <source>Rate cards</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Rounding</source>
   <translation>Rundung</translation>
  </message>
  <message>
   <source>Shorter ones are taken for a breath.</source>
   <translation>Kürzere gelten als Atempause.</translation>
  </message>
  <message>
   <source>Shortest gap to mention</source>
   <translation>Kürzeste erwähnte Lücke</translation>
  </message>
  <message>
   <source>Shortest narrative</source>
   <translation>Kürzester Tätigkeitstext</translation>
  </message>
  <message>
   <source>Split at the end of a month</source>
   <translation>Am Monatsende teilen</translation>
  </message>
  <message>
   <source>Standard hours</source>
   <translation>Sollstunden</translation>
  </message>
  <message>
   <source>Submission</source>
   <translation>Einreichung</translation>
  </message>
  <message>
   <source>The last day of a timesheet.</source>
   <translation>Der letzte Tag eines Stundenzettels.</translation>
  </message>
  <message>
   <source>The rules of a firm can be handed on to others. An import replaces all of them; undo brings them back.</source>
   <translation>Die Regeln einer Kanzlei lassen sich weitergeben. Einlesen ersetzt sie alle; Rückgängig bringt sie zurück.</translation>
  </message>
  <message>
   <source>The shortest narrative may not be longer than the longest</source>
   <translation>Der kürzeste Tätigkeitstext darf nicht länger sein als der längste</translation>
  </message>
  <message>
   <source>The week ends on</source>
   <translation>Die Woche endet am</translation>
  </message>
  <message>
   <source>The weekday after the week's end.</source>
   <translation>Der Wochentag nach dem Ende der Woche.</translation>
  </message>
  <message>
   <source>Time increment</source>
   <translation>Zeiteinheit</translation>
  </message>
  <message>
   <source>To be submitted by</source>
   <translation>Einzureichen bis</translation>
  </message>
  <message>
   <source>Travel</source>
   <translation>Reisezeit</translation>
  </message>
  <message>
   <source>Utilization and rates</source>
   <translation>Auslastung und Sätze</translation>
  </message>
  <message>
   <source>Utilization is measured against</source>
   <translation>Die Auslastung misst sich an</translation>
  </message>
  <message>
   <source>What a day has by contract; 0:00 for a day off.</source>
   <translation>Was ein Tag vertraglich hat; 0:00 für einen freien Tag.</translation>
  </message>
  <message>
   <source>What an entry needs to be ready</source>
   <translation>Was ein Eintrag braucht, um bereit zu sein</translation>
  </message>
  <message>
   <source>What an hour above standard is worth as time off in lieu.</source>
   <translation>Was eine Stunde über dem Soll als Freizeitausgleich wert ist.</translation>
  </message>
  <message>
   <source>What an hour of each grade costs from which day on. An engagement takes its rates from one card.</source>
   <translation>Was eine Stunde jeder Karrierestufe ab welchem Tag kostet. Ein Auftrag nimmt seine Sätze von einer Preisliste.</translation>
  </message>
  <message>
   <source>What stops a submission</source>
   <translation>Was eine Einreichung aufhält</translation>
  </message>
  <message>
   <source>What the firm's system takes.</source>
   <translation>Was das System der Kanzlei annimmt.</translation>
  </message>
  <message>
   <source>What the timesheet counts in. What was worked is never changed.</source>
   <translation>Worin der Stundenzettel zählt. Was gearbeitet wurde, ändert sich nie.</translation>
  </message>
  <message>
   <source>What these rules are called.</source>
   <translation>Wie diese Regeln heißen.</translation>
  </message>
  <message>
   <source>Which hours of which days the plan counts on, and the country and state whose public holidays are free. A person can have others.</source>
   <translation>Mit welchen Stunden welcher Tage der Plan rechnet, und in welchem Land und Bundesland Feiertage frei sind. Eine Person kann andere haben.</translation>
  </message>
  <message>
   <source>Which way a day goes to the increment. Each day is rounded once.</source>
   <translation>Wohin ein Tag zur Zeiteinheit geht. Jeder Tag wird einmal gerundet.</translation>
  </message>
  <message>
   <source>Who sees rates</source>
   <translation>Wer Sätze sieht</translation>
  </message>
  <message>
   <source>Working week and public holidays</source>
   <translation>Arbeitswoche und Feiertage</translation>
  </message>
  <message>
   <source>bank holiday public</source>
   <translation>feiertag bankfeiertag gesetzlich</translation>
  </message>
  <message>
   <source>cost margin charge</source>
   <translation>kosten marge verrechnung stundensatz</translation>
  </message>
  <message>
   <source>country state region bank holiday calendar</source>
   <translation>Land Bundesland Region Feiertag Kalender</translation>
  </message>
  <message>
   <source>import export share</source>
   <translation>einlesen importieren exportieren teilen</translation>
  </message>
  <message>
   <source>letters</source>
   <translation>Zeichen</translation>
  </message>
  <message>
   <source>overtime closed bridge day year end</source>
   <translation>Überstunden geschlossen Brückentag Jahresende</translation>
  </message>
  <message>
   <source>price hourly rate grade copy raise</source>
   <translation>Preis Stundensatz Stufe Kopie Erhöhung</translation>
  </message>
  <message>
   <source>utilization</source>
   <translation>auslastung</translation>
  </message>
  <message>
   <source>week start first day</source>
   <translation>wochenbeginn erster tag</translation>
  </message>
 </context>
 <context>
  <name>FirstRunPage</name>
  <message>
   <source>A client, and what you do</source>
   <translation>Ein Mandant und was Sie tun</translation>
  </message>
  <message>
   <source>Also unlock with this computer's keyring</source>
   <translation>Auch mit dem Schlüsselbund dieses Rechners entsperren</translation>
  </message>
  <message>
   <source>Audit, tax and advisory.</source>
   <translation>Wirtschaftsprüfung, Steuern und Beratung.</translation>
  </message>
  <message>
   <source>Both are the same</source>
   <translation>Beide sind gleich</translation>
  </message>
  <message>
   <source>Bring in your own</source>
   <translation>Eigene Daten einlesen</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei wählen</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Ctrl Enter</source>
   <translation>Strg Eingabe</translation>
  </message>
  <message>
   <source>Delete the profile folder, and all is gone.</source>
   <translation>Löschen Sie den Profilordner, und alles ist weg.</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Everything you record is encrypted on this computer. Without the passphrase or the recovery key nobody can read it: not the firm, not us.</source>
   <translation>Alles, was Sie erfassen, wird auf diesem Rechner verschlüsselt. Ohne die Passphrase oder den Wiederherstellungsschlüssel kann es niemand lesen: nicht die Kanzlei, nicht wir.</translation>
  </message>
  <message>
   <source>First start, about two minutes</source>
   <translation>Erster Start, etwa zwei Minuten</translation>
  </message>
  <message>
   <source>First timer</source>
   <translation>Erster Timer</translation>
  </message>
  <message>
   <source>Four or five unrelated words are easier to keep than a short riddle. You type it after each lock.</source>
   <translation>Vier oder fünf Wörter ohne Zusammenhang merken sich leichter als ein kurzes Rätsel. Sie tippen sie nach jeder Sperre.</translation>
  </message>
  <message>
   <source>Group {n}</source>
   <translation>Gruppe {n}</translation>
  </message>
  <message>
   <source>Import or sample</source>
   <translation>Einlesen oder Beispiel</translation>
  </message>
  <message>
   <source>It resets nothing and sends nothing: it is a second key.</source>
   <translation>Er setzt nichts zurück und sendet nichts: er ist ein zweiter Schlüssel.</translation>
  </message>
  <message>
   <source>Keep it on paper, away from this computer.</source>
   <translation>Bewahren Sie ihn auf Papier auf, fern von diesem Rechner.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Load the sample</source>
   <translation>Beispiel laden</translation>
  </message>
  <message>
   <source>Look around first</source>
   <translation>Erst umsehen</translation>
  </message>
  <message>
   <source>Making the store: this takes about a second.</source>
   <translation>Der Speicher wird angelegt: das dauert etwa eine Sekunde.</translation>
  </message>
  <message>
   <source>Never in a mail, a chat or the firm's file share.</source>
   <translation>Nie in einer E-Mail, einem Chat oder auf dem Dateiserver der Kanzlei.</translation>
  </message>
  <message>
   <source>No real client, no real name.</source>
   <translation>Kein echter Mandant, kein echter Name.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Opens the store and every backup when the passphrase is lost. It is shown here once and cannot be shown again.</source>
   <translation>Öffnet den Speicher und jede Sicherung, wenn die Passphrase verloren ist. Er wird hier einmal gezeigt und dann nie wieder.</translation>
  </message>
  <message>
   <source>Opens without typing while you are signed in. The passphrase still works if the keyring is lost.</source>
   <translation>Öffnet ohne Tippen, solange Sie angemeldet sind. Die Passphrase gilt weiter, falls der Schlüsselbund verloren geht.</translation>
  </message>
  <message>
   <source>Or start one of these</source>
   <translation>Oder starten Sie hiermit</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Passphrase and recovery key</source>
   <translation>Passphrase und Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>Passphrase once more</source>
   <translation>Passphrase noch einmal</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Richtig</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>Datei speichern</translation>
  </message>
  <message>
   <source>Something to work on</source>
   <translation>Etwas zum Arbeiten</translation>
  </message>
  <message>
   <source>Start empty</source>
   <translation>Leer beginnen</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>The same file twice changes nothing.</source>
   <translation>Dieselbe Datei ein zweites Mal ändert nichts.</translation>
  </message>
  <message>
   <source>The whole import can be undone.</source>
   <translation>Alles Eingelesene lässt sich zurücknehmen.</translation>
  </message>
  <message>
   <source>This computer has no keyring that can be used safely.</source>
   <translation>Dieser Rechner hat keinen Schlüsselbund, der sich sicher benutzen lässt.</translation>
  </message>
  <message>
   <source>This differs from the passphrase above</source>
   <translation>Das weicht von der Passphrase oben ab</translation>
  </message>
  <message>
   <source>Time goes on engagements. Bring in yours, or look around in the sample.</source>
   <translation>Zeit wird auf Aufträge gebucht. Lesen Sie Ihre ein, oder sehen Sie sich im Beispiel um.</translation>
  </message>
  <message>
   <source>Twelve invented engagements with a year of time in them: enough to see every page at work. Start over with an empty store whenever you like.</source>
   <translation>Zwölf erfundene Aufträge mit einem Jahr an Zeiten: genug, um jede Seite bei der Arbeit zu sehen. Mit einem leeren Speicher neu beginnen können Sie jederzeit.</translation>
  </message>
  <message>
   <source>Two ways in, and only you have them</source>
   <translation>Zwei Wege hinein, und nur Sie haben sie</translation>
  </message>
  <message>
   <source>Type a few letters of a client and press Ctrl+Enter: the timer runs, and keeps running through a crash, a lock or an empty battery.</source>
   <translation>Tippen Sie ein paar Buchstaben eines Mandanten und drücken Sie Strg+Eingabe: der Timer läuft, und er läuft weiter durch Absturz, Sperre und leeren Akku.</translation>
  </message>
  <message>
   <source>Type groups {first} and {second} to show that you have it</source>
   <translation>Tippen Sie die Gruppen {first} und {second}, um zu zeigen, dass Sie ihn haben</translation>
  </message>
  <message>
   <source>What are you working on now?</source>
   <translation>Woran arbeiten Sie gerade?</translation>
  </message>
  <message>
   <source>XLSX or CSV</source>
   <translation>XLSX oder CSV</translation>
  </message>
  <message>
   <source>You see row by row what will happen before anything does.</source>
   <translation>Sie sehen Zeile für Zeile, was geschehen wird, bevor etwas geschieht.</translation>
  </message>
  <message>
   <source>Your engagement list, your charge codes, or your old time export. Toggl Track, Clockify and Harvest are recognised; for any other file you say once which column is which.</source>
   <translation>Ihre Auftragsliste, Ihre Auftragscodes oder der Export Ihrer alten Zeiterfassung. Toggl Track, Clockify und Harvest werden erkannt; bei jeder anderen Datei sagen Sie einmal, welche Spalte welche ist.</translation>
  </message>
  <message>
   <source>every day</source>
   <translation>jeden Tag</translation>
  </message>
  <message>
   <source>for the day you forget</source>
   <translation>falls Sie sie vergessen</translation>
  </message>
  <message>
   <source>invented</source>
   <translation>erfunden</translation>
  </message>
 </context>
 <context>
  <name>Fix</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Another code</source>
   <translation>Anderer Code</translation>
  </message>
  <message>
   <source>Book {time} {target}</source>
   <translation>{time} {target} buchen</translation>
  </message>
  <message>
   <source>End it now</source>
   <translation>Jetzt beenden</translation>
  </message>
  <message>
   <source>Fill with {target}</source>
   <translation>Mit {target} füllen</translation>
  </message>
  <message>
   <source>Hold back as a draft</source>
   <translation>Als Entwurf zurückhalten</translation>
  </message>
  <message>
   <source>Leave it as it is</source>
   <translation>Lassen, wie es ist</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Put on {target}</source>
   <translation>Auf {target} setzen</translation>
  </message>
  <message>
   <source>Remove {label}</source>
   <translation>{label} entfernen</translation>
  </message>
  <message>
   <source>Say what it was…</source>
   <translation>Sagen, was es war…</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Split {label} around it</source>
   <translation>{label} darum herum teilen</translation>
  </message>
  <message>
   <source>Stop it now</source>
   <translation>Jetzt anhalten</translation>
  </message>
  <message>
   <source>Trim {label}</source>
   <translation>{label} kürzen</translation>
  </message>
 </context>
 <context>
  <name>ForgetTitlesDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Forget window titles</source>
   <translation>Fenstertitel vergessen</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>No window title is kept.</source>
   <translation>Es ist kein Fenstertitel aufbewahrt.</translation>
  </message>
  <message>
   <source>This cannot be undone. Earlier backups keep them.</source>
   <translation>Nicht rückgängig zu machen. Frühere Sicherungen behalten sie.</translation>
  </message>
  <message>
   <source>to</source>
   <translation>bis</translation>
  </message>
  <message>
   <source>{kept}, from {first} to {last}. Those older than {days} days go by themselves.</source>
   <translation>{kept}, vom {first} bis {last}. Ältere als {days} Tage gehen von selbst.</translation>
  </message>
  <message>
   <source>{n} title is kept</source>
   <translation>{n} Titel ist aufbewahrt</translation>
  </message>
  <message>
   <source>{n} titles are kept</source>
   <translation>{n} Titel sind aufbewahrt</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <source>A date such as {example}</source>
   <translation>Ein Datum wie {example}</translation>
  </message>
  <message>
   <source>Please fill this in.</source>
   <translation>Bitte ausfüllen.</translation>
  </message>
  <message>
   <source>{length} letters are too many; {limit} are possible.</source>
   <translation>{length} Zeichen sind zu viele; {limit} sind möglich.</translation>
  </message>
 </context>
 <context>
  <name>FormSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
 </context>
 <context>
  <name>Friday</name>
  <message>
   <source>From now on a reversing entry corrects it.</source>
   <translation>Von nun an berichtigt ihn ein Stornoeintrag.</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Wieder offen</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{n} entries marked as posted</source>
   <translation>{n} Einträge als gebucht gekennzeichnet</translation>
  </message>
  <message>
   <source>{n} entries recalled</source>
   <translation>{n} Einträge zurückgerufen</translation>
  </message>
  <message>
   <source>{n} entries returned</source>
   <translation>{n} Einträge zurückgegeben</translation>
  </message>
  <message>
   <source>{n} entries reversed</source>
   <translation>{n} Einträge storniert</translation>
  </message>
  <message>
   <source>{n} entry marked as posted</source>
   <translation>{n} Eintrag als gebucht gekennzeichnet</translation>
  </message>
  <message>
   <source>{n} entry recalled</source>
   <translation>{n} Eintrag zurückgerufen</translation>
  </message>
  <message>
   <source>{n} entry returned</source>
   <translation>{n} Eintrag zurückgegeben</translation>
  </message>
  <message>
   <source>{n} entry reversed</source>
   <translation>{n} Eintrag storniert</translation>
  </message>
  <message>
   <source>{n} line copied</source>
   <translation>{n} Zeile kopiert</translation>
  </message>
  <message>
   <source>{n} lines copied</source>
   <translation>{n} Zeilen kopiert</translation>
  </message>
 </context>
 <context>
  <name>FridayDock</name>
  <message>
   <source>Check the week</source>
   <translation>Woche prüfen</translation>
  </message>
  <message>
   <source>Copy the timesheet</source>
   <translation>Stundenzettel kopieren</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Recall the week</source>
   <translation>Die Woche zurückrufen</translation>
  </message>
  <message>
   <source>Recorded</source>
   <translation>Erfasst</translation>
  </message>
  <message>
   <source>Submit the week</source>
   <translation>Woche einreichen</translation>
  </message>
  <message>
   <source>Timesheet: hand over</source>
   <translation>Stundenzettel: übergeben</translation>
  </message>
  <message>
   <source>Timesheet: recorded time</source>
   <translation>Stundenzettel: erfasste Zeit</translation>
  </message>
  <message>
   <source>clipboard week friday</source>
   <translation>zwischenablage woche freitag</translation>
  </message>
  <message>
   <source>entered ticks lines firm</source>
   <translation>eingetragen haken zeilen firma übertragen</translation>
  </message>
  <message>
   <source>friday timesheet gaps overlaps</source>
   <translation>freitag stundenzettel lücken überschneidungen</translation>
  </message>
  <message>
   <source>hand in timesheet friday</source>
   <translation>abgeben stundenzettel freitag</translation>
  </message>
  <message>
   <source>reconcile differences extract firm</source>
   <translation>abgleich differenzen auszug firma</translation>
  </message>
  <message>
   <source>timesheet submitted take back</source>
   <translation>stundenzettel eingereicht zurückrufen</translation>
  </message>
 </context>
 <context>
  <name>Gate</name>
  <message>
   <source>Acceptance</source>
   <translation>Auftragsannahme</translation>
  </message>
  <message>
   <source>Continuance</source>
   <translation>Fortführung</translation>
  </message>
  <message>
   <source>Engagement letter</source>
   <translation>Auftragsbestätigung</translation>
  </message>
  <message>
   <source>Independence</source>
   <translation>Unabhängigkeit</translation>
  </message>
  <message>
   <source>Overdue fees</source>
   <translation>Überfällige Honorare</translation>
  </message>
  <message>
   <source>Pre-approval</source>
   <translation>Vorabgenehmigung</translation>
  </message>
  <message>
   <source>not needed</source>
   <translation>nicht nötig</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>erledigt</translation>
  </message>
 </context>
 <context>
  <name>GateLine</name>
  <message>
   <source>Gates</source>
   <translation>Freigaben</translation>
  </message>
  <message>
   <source>Gates: {gates}</source>
   <translation>Freigaben: {gates}</translation>
  </message>
 </context>
 <context>
  <name>Handover</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>There</source>
   <translation>Dort</translation>
  </message>
 </context>
 <context>
  <name>HandoverView</name>
  <message>
   <source>Copy all lines</source>
   <translation>Alle Zeilen kopieren</translation>
  </message>
  <message>
   <source>Copy line</source>
   <translation>Zeile kopieren</translation>
  </message>
  <message>
   <source>Copy timesheet</source>
   <translation>Stundenzettel kopieren</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Entered</source>
   <translation>Eingetragen</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Lines to hand over</source>
   <translation>Zeilen zum Übergeben</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>This week has no line with an open code yet.</source>
   <translation>Diese Woche hat noch keine Zeile mit offenem Code.</translation>
  </message>
  <message>
   <source>Tick all</source>
   <translation>Alle abhaken</translation>
  </message>
  <message>
   <source>Type each line into the firm's system: Enter copies it, Space ticks it and goes on.</source>
   <translation>Tippen Sie jede Zeile ins System der Kanzlei: Eingabe kopiert sie, Leertaste hakt sie ab und geht weiter.</translation>
  </message>
  <message>
   <source>Untick all</source>
   <translation>Alle Haken entfernen</translation>
  </message>
  <message>
   <source>{done} of {count} entered</source>
   <translation>{done} von {count} eingetragen</translation>
  </message>
 </context>
 <context>
  <name>Health</name>
  <message>
   <source>At risk</source>
   <translation>Gefährdet</translation>
  </message>
  <message>
   <source>EAC {percent} % over budget</source>
   <translation>EAC {percent} % über Budget</translation>
  </message>
  <message>
   <source>Next date {days} too late</source>
   <translation>Nächster Termin {days} zu spät</translation>
  </message>
  <message>
   <source>Off track</source>
   <translation>Außer Plan</translation>
  </message>
  <message>
   <source>On track</source>
   <translation>Im Plan</translation>
  </message>
  <message>
   <source>Slack of {days}</source>
   <translation>Puffer {days}</translation>
  </message>
  <message>
   <source>{days} d</source>
   <translation>{days} T</translation>
  </message>
  <message>
   <source>{hours} % by hours</source>
   <translation>{hours} % nach Stunden</translation>
  </message>
  <message>
   <source>{hours} h awaiting code</source>
   <translation>{hours} h ohne Code</translation>
  </message>
  <message>
   <source>{hours} h over budget</source>
   <translation>{hours} h über Budget</translation>
  </message>
  <message>
   <source>{n} clash of people</source>
   <translation>{n} Überbuchung</translation>
  </message>
  <message>
   <source>{n} clashes of people</source>
   <translation>{n} Überbuchungen</translation>
  </message>
  <message>
   <source>{n} date overdue</source>
   <translation>{n} Termin überfällig</translation>
  </message>
  <message>
   <source>{n} dates overdue</source>
   <translation>{n} Termine überfällig</translation>
  </message>
  <message>
   <source>{n} deadline missed</source>
   <translation>{n} Frist verpasst</translation>
  </message>
  <message>
   <source>{n} deadlines missed</source>
   <translation>{n} Fristen verpasst</translation>
  </message>
  <message>
   <source>{n} gate open</source>
   <translation>{n} Freigabe offen</translation>
  </message>
  <message>
   <source>{n} gates open</source>
   <translation>{n} Freigaben offen</translation>
  </message>
  <message>
   <source>{n} task late</source>
   <translation>{n} Aufgabe verspätet</translation>
  </message>
  <message>
   <source>{n} task without anybody</source>
   <translation>{n} Aufgabe ohne Person</translation>
  </message>
  <message>
   <source>{n} tasks late</source>
   <translation>{n} Aufgaben verspätet</translation>
  </message>
  <message>
   <source>{n} tasks without anybody</source>
   <translation>{n} Aufgaben ohne Person</translation>
  </message>
  <message>
   <source>{percent} % done</source>
   <translation>{percent} % erledigt</translation>
  </message>
  <message>
   <source>{percent} % of the budget used</source>
   <translation>{percent} % des Budgets verbraucht</translation>
  </message>
  <message>
   <source>{tasks} % done, {hours} % by hours</source>
   <translation>{tasks} % erledigt, {hours} % nach Stunden</translation>
  </message>
 </context>
 <context>
  <name>HelpPage</name>
  <message>
   <source>10 minutes from the day's last end</source>
   <translation>10 Minuten ab dem letzten Ende des Tages</translation>
  </message>
  <message>
   <source>Change the keys</source>
   <translation>Tasten ändern</translation>
  </message>
  <message>
   <source>Engagements</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>In lists and tables</source>
   <translation>In Listen und Tabellen</translation>
  </message>
  <message>
   <source>Keys and help</source>
   <translation>Tasten und Hilfe</translation>
  </message>
  <message>
   <source>On the timeline</source>
   <translation>Im Zeitplan</translation>
  </message>
  <message>
   <source>On the timesheet</source>
   <translation>Auf dem Stundenzettel</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Show me around</source>
   <translation>Rundgang zeigen</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitplan</translation>
  </message>
  <message>
   <source>Timesheet</source>
   <translation>Stundenzettel</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>What a line can say</source>
   <translation>Was eine Zeile sagen kann</translation>
  </message>
  <message>
   <source>What is where</source>
   <translation>Was wo ist</translation>
  </message>
  <message>
   <source>a length, without times</source>
   <translation>eine Dauer, ohne Uhrzeiten</translation>
  </message>
  <message>
   <source>a new entry where there is room</source>
   <translation>ein neuer Eintrag, wo Platz ist</translation>
  </message>
  <message>
   <source>a timer that starts now, in front</source>
   <translation>ein Timer ab jetzt, ganz vorn</translation>
  </message>
  <message>
   <source>all plans in one view: dates, links, conflicts, people's weeks</source>
   <translation>alle Pläne in einer Ansicht: Termine, Verknüpfungen, Konflikte, Wochen der Leute</translation>
  </message>
  <message>
   <source>another day, in front</source>
   <translation>ein anderer Tag, vorangestellt</translation>
  </message>
  <message>
   <source>books somebody on the task, or on the engagement as a whole</source>
   <translation>plant jemanden für die Aufgabe ein, oder für den Auftrag als Ganzes</translation>
  </message>
  <message>
   <source>cells from and to a spreadsheet</source>
   <translation>Zellen aus einer Tabelle und in eine</translation>
  </message>
  <message>
   <source>clears cells; undo brings them back</source>
   <translation>leert Zellen; Rückgängig bringt sie zurück</translation>
  </message>
  <message>
   <source>clients, codes, phases, team, what is due</source>
   <translation>Mandanten, Codes, Phasen, Team, was ansteht</translation>
  </message>
  <message>
   <source>deletes the entry; undo brings it back</source>
   <translation>löscht den Eintrag; Rückgängig bringt ihn zurück</translation>
  </message>
  <message>
   <source>draft or ready</source>
   <translation>Entwurf oder bereit</translation>
  </message>
  <message>
   <source>earlier, later; Alt+Home: today</source>
   <translation>früher, später; Alt+Pos1: heute</translation>
  </message>
  <message>
   <source>earlier, later; the wheel with Shift</source>
   <translation>früher, später; das Rad mit Umschalt</translation>
  </message>
  <message>
   <source>engagedesk --help: the same without the window</source>
   <translation>engagedesk --help: dasselbe ohne das Fenster</translation>
  </message>
  <message>
   <source>fills cells to the right, or down</source>
   <translation>füllt Zellen nach rechts oder nach unten</translation>
  </message>
  <message>
   <source>from 30 to 10 minutes ago</source>
   <translation>von vor 30 bis vor 10 Minuten</translation>
  </message>
  <message>
   <source>from half past nine to eleven</source>
   <translation>von halb zehn bis elf</translation>
  </message>
  <message>
   <source>hours in a cell; then Enter or Tab</source>
   <translation>Stunden in einer Zelle; dann Eingabe oder Tab</translation>
  </message>
  <message>
   <source>its end by half a working day</source>
   <translation>ihr Ende um einen halben Arbeitstag</translation>
  </message>
  <message>
   <source>keeps the move at once; else opens all its facts</source>
   <translation>behält die Verschiebung sofort; sonst öffnet es alle Angaben</translation>
  </message>
  <message>
   <source>keys, rules of the firm, backups, language</source>
   <translation>Tasten, Regeln der Kanzlei, Sicherungen, Sprache</translation>
  </message>
  <message>
   <source>leaves without a change</source>
   <translation>verlässt ohne Änderung</translation>
  </message>
  <message>
   <source>line by line</source>
   <translation>Zeile für Zeile</translation>
  </message>
  <message>
   <source>links it to another; with the mouse from the dots at its ends</source>
   <translation>verknüpft sie mit einer anderen; mit der Maus von den Punkten an ihren Enden</translation>
  </message>
  <message>
   <source>moves a task by half a working day; rows above it open and close</source>
   <translation>verschiebt eine Aufgabe um einen halben Arbeitstag; Zeilen darüber gehen auf und zu</translation>
  </message>
  <message>
   <source>moves an entry; with Alt by a minute</source>
   <translation>verschiebt einen Eintrag; mit Alt um eine Minute</translation>
  </message>
  <message>
   <source>moves its end, its start</source>
   <translation>verschiebt sein Ende, seinen Beginn</translation>
  </message>
  <message>
   <source>moves the task among those of its phase</source>
   <translation>rückt die Aufgabe unter denen ihrer Phase</translation>
  </message>
  <message>
   <source>nearer, farther; the wheel with Ctrl</source>
   <translation>näher, ferner; das Rad mit Strg</translation>
  </message>
  <message>
   <source>opens the day of the cell</source>
   <translation>öffnet den Tag der Zelle</translation>
  </message>
  <message>
   <source>opens, or edits the cell</source>
   <translation>öffnet, oder bearbeitet die Zelle</translation>
  </message>
  <message>
   <source>puts back what is under way</source>
   <translation>legt zurück, was gerade bewegt wird</translation>
  </message>
  <message>
   <source>removes it, or the link that is chosen</source>
   <translation>entfernt sie, oder die gewählte Verknüpfung</translation>
  </message>
  <message>
   <source>resolves an overlap</source>
   <translation>löst eine Überschneidung auf</translation>
  </message>
  <message>
   <source>says how far the task is</source>
   <translation>sagt, wie weit die Aufgabe ist</translation>
  </message>
  <message>
   <source>splits; merges with next, with before</source>
   <translation>teilt; verbindet mit dem nächsten, mit dem davor</translation>
  </message>
  <message>
   <source>takes over what is offered</source>
   <translation>übernimmt, was angeboten wird</translation>
  </message>
  <message>
   <source>the activity</source>
   <translation>die Leistungsart</translation>
  </message>
  <message>
   <source>the day's entries, gaps to fill, what is missing</source>
   <translation>die Einträge des Tages, Lücken zum Füllen, was fehlt</translation>
  </message>
  <message>
   <source>the last 30 minutes</source>
   <translation>die letzten 30 Minuten</translation>
  </message>
  <message>
   <source>the narrative, after a comma</source>
   <translation>der Tätigkeitstext, nach einem Komma</translation>
  </message>
  <message>
   <source>the next view</source>
   <translation>die nächste Ansicht</translation>
  </message>
  <message>
   <source>to the next part of the page</source>
   <translation>zum nächsten Teil der Seite</translation>
  </message>
  <message>
   <source>week, day and month; submit, export</source>
   <translation>Woche, Tag und Monat; einreichen, exportieren</translation>
  </message>
  <message>
   <source>what can be done with the row or the link</source>
   <translation>was mit der Zeile oder Verknüpfung getan werden kann</translation>
  </message>
 </context>
 <context>
  <name>History</name>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
 </context>
 <context>
  <name>HistoryDialog</name>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Nothing has changed since it was made.</source>
   <translation>Seit der Erfassung hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>{n} change</source>
   <translation>{n} Änderung</translation>
  </message>
  <message>
   <source>{n} changes</source>
   <translation>{n} Änderungen</translation>
  </message>
 </context>
 <context>
  <name>Import</name>
  <message>
   <source>A calendar</source>
   <translation>Ein Kalender</translation>
  </message>
  <message>
   <source>A plan</source>
   <translation>Ein Plan</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Charge code</source>
   <translation>Auftragscode</translation>
  </message>
  <message>
   <source>Charge codes</source>
   <translation>Auftragscodes</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Engagements and codes</source>
   <translation>Aufträge und Codes</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Eingelesen</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>My time</source>
   <translation>Meine Zeit</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Not in file</source>
   <translation>Fehlt dort</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Anderes</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Recorded time</source>
   <translation>Erfasste Zeit</translation>
  </message>
  <message>
   <source>Recorded time of the team</source>
   <translation>Erfasste Zeit des Teams</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Same</source>
   <translation>Gleich</translation>
  </message>
  <message>
   <source>Staffing</source>
   <translation>Einsatzplanung</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Team member</source>
   <translation>Teammitglied</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Undone {moment}</source>
   <translation>Zurück {moment}</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} oder {other}</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Check what each column means; a choice shows what it would do.</source>
   <translation>Prüfen Sie, was jede Spalte bedeutet; eine Wahl zeigt, was sie täte.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Dates: please choose</source>
   <translation>Datumsangaben: bitte wählen</translation>
  </message>
  <message>
   <source>Day, month, year</source>
   <translation>Tag, Monat, Jahr</translation>
  </message>
  <message>
   <source>Earlier imports…</source>
   <translation>Frühere Einlesungen…</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Every row came in.</source>
   <translation>Jede Zeile wurde übernommen.</translation>
  </message>
  <message>
   <source>Every row needs more. Choose a column for: {needs}</source>
   <translation>Jede Zeile braucht mehr. Wählen Sie eine Spalte für: {needs}</translation>
  </message>
  <message>
   <source>Everything comes in, or nothing does. Cancel leaves the store as it was.</source>
   <translation>Entweder kommt alles herein oder nichts. Abbrechen lässt den Speicher, wie er war.</translation>
  </message>
  <message>
   <source>Field for {column}</source>
   <translation>Feld für {column}</translation>
  </message>
  <message>
   <source>How its dates are written</source>
   <translation>Wie die Daten geschrieben sind</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Month, day, year</source>
   <translation>Monat, Tag, Jahr</translation>
  </message>
  <message>
   <source>No saved mapping</source>
   <translation>Keine gespeicherte Zuordnung</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>Nicht benutzt</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
  <message>
   <source>Recognise it</source>
   <translation>Erkennen lassen</translation>
  </message>
  <message>
   <source>Recognised: {name}</source>
   <translation>Erkannt: {name}</translation>
  </message>
  <message>
   <source>Rows left out</source>
   <translation>Ausgelassene Zeilen</translation>
  </message>
  <message>
   <source>Rows of the file</source>
   <translation>Zeilen der Datei</translation>
  </message>
  <message>
   <source>Save this mapping as</source>
   <translation>Diese Zuordnung speichern als</translation>
  </message>
  <message>
   <source>Saved mapping</source>
   <translation>Gespeicherte Zuordnung</translation>
  </message>
  <message>
   <source>There is nothing new in this file.</source>
   <translation>In dieser Datei ist nichts Neues.</translation>
  </message>
  <message>
   <source>These dates can be read both ways. Say how they are written; nothing is guessed.</source>
   <translation>Diese Daten lassen sich auf zwei Arten lesen. Sagen Sie, wie sie geschrieben sind; geraten wird nicht.</translation>
  </message>
  <message>
   <source>To use it again: a name for this mapping</source>
   <translation>Zum Wiederverwenden: ein Name für diese Zuordnung</translation>
  </message>
  <message>
   <source>Undo this import</source>
   <translation>Dieses Einlesen zurücknehmen</translation>
  </message>
  <message>
   <source>What the file holds</source>
   <translation>Was die Datei enthält</translation>
  </message>
  <message>
   <source>Which column is which?</source>
   <translation>Welche Spalte ist welche?</translation>
  </message>
  <message>
   <source>Would also be made: {names}</source>
   <translation>Außerdem entstünden: {names}</translation>
  </message>
  <message>
   <source>Year, month, day</source>
   <translation>Jahr, Monat, Tag</translation>
  </message>
  <message>
   <source>{created} new, {updated} changed, {same} the same</source>
   <translation>{created} neu, {updated} geändert, {same} gleich</translation>
  </message>
  <message>
   <source>{done} of {whole} rows</source>
   <translation>{done} von {whole} Zeilen</translation>
  </message>
  <message>
   <source>{n} changed</source>
   <translation>{n} geändert</translation>
  </message>
  <message>
   <source>{n} left out</source>
   <translation>{n} ausgelassen</translation>
  </message>
  <message>
   <source>{n} new</source>
   <translation>{n} neu</translation>
  </message>
  <message>
   <source>{n} row was left out, the others came in</source>
   <translation>{n} Zeile wurde ausgelassen, die anderen kamen herein</translation>
  </message>
  <message>
   <source>{n} rows were left out, the others came in</source>
   <translation>{n} Zeilen wurden ausgelassen, die anderen kamen herein</translation>
  </message>
  <message>
   <source>{n} the same</source>
   <translation>{n} gleich</translation>
  </message>
 </context>
 <context>
  <name>Imports</name>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>Import taken back: {n} row removed</source>
   <translation>Einlesen zurückgenommen: {n} Zeile entfernt</translation>
  </message>
  <message>
   <source>Import taken back: {n} rows removed</source>
   <translation>Einlesen zurückgenommen: {n} Zeilen entfernt</translation>
  </message>
  <message>
   <source>Nothing has come in.</source>
   <translation>Nichts wurde übernommen.</translation>
  </message>
  <message>
   <source>Plans and calendars (*.xml *.ics)</source>
   <translation>Pläne und Kalender (*.xml *.ics)</translation>
  </message>
  <message>
   <source>Spreadsheets and text (*.xlsx *.csv *.tsv *.txt)</source>
   <translation>Tabellen und Text (*.xlsx *.csv *.tsv *.txt)</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>What can come in (*.xlsx *.csv *.tsv *.txt *.xml *.ics)</source>
   <translation>Was sich einlesen lässt (*.xlsx *.csv *.tsv *.txt *.xml *.ics)</translation>
  </message>
 </context>
 <context>
  <name>Keeping</name>
  <message>
   <source>Also unlock with the keyring</source>
   <translation>Auch mit dem Schlüsselbund entsperren</translation>
  </message>
  <message>
   <source>Earlier backups still open with the one of their time.</source>
   <translation>Frühere Sicherungen öffnen sich weiterhin mit der von damals.</translation>
  </message>
  <message>
   <source>The backups lie here</source>
   <translation>Die Sicherungen liegen hier</translation>
  </message>
  <message>
   <source>The keyring is no longer used</source>
   <translation>Der Schlüsselbund wird nicht mehr benutzt</translation>
  </message>
  <message>
   <source>The keyring opens the store from now on</source>
   <translation>Der Schlüsselbund öffnet von nun an den Speicher</translation>
  </message>
  <message>
   <source>The old recovery key no longer works</source>
   <translation>Der alte Wiederherstellungsschlüssel gilt nicht mehr</translation>
  </message>
  <message>
   <source>The passphrase is changed</source>
   <translation>Die Passphrase ist geändert</translation>
  </message>
  <message>
   <source>The passphrase is needed once, to set the keyring up:</source>
   <translation>Die Passphrase wird einmal gebraucht, um den Schlüsselbund einzurichten:</translation>
  </message>
 </context>
 <context>
  <name>KeyButton</name>
  <message>
   <source>Change the keys</source>
   <translation>Tasten ändern</translation>
  </message>
  <message>
   <source>Esc leaves it, Backspace takes the keys off</source>
   <translation>Esc lässt sie, wie sie sind, die Rücktaste nimmt sie weg</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Press the keys…</source>
   <translation>Tasten drücken…</translation>
  </message>
  <message>
   <source>{action}: {keys}</source>
   <translation>{action}: {keys}</translation>
  </message>
 </context>
 <context>
  <name>KeyCopies</name>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Move it away from this computer.</source>
   <translation>Bringen Sie sie weg von diesem Rechner.</translation>
  </message>
  <message>
   <source>Save the recovery key</source>
   <translation>Wiederherstellungsschlüssel speichern</translation>
  </message>
  <message>
   <source>Saved: {file}</source>
   <translation>Gespeichert: {file}</translation>
  </message>
  <message>
   <source>The clipboard is emptied when EngageDesk locks.</source>
   <translation>Die Zwischenablage wird geleert, wenn EngageDesk sperrt.</translation>
  </message>
 </context>
 <context>
  <name>KeyGroups</name>
  <message>
   <source>Recovery key: {groups}</source>
   <translation>Wiederherstellungsschlüssel: {groups}</translation>
  </message>
 </context>
 <context>
  <name>KeysBlock</name>
  <message>
   <source>A letter alone would be typed: use Ctrl, Alt or a function key</source>
   <translation>Ein Buchstabe allein würde getippt: nehmen Sie Strg, Alt oder eine Funktionstaste</translation>
  </message>
 </context>
 <context>
  <name>LengthBlock</name>
  <message>
   <source>Type hours and minutes, as in 7:30</source>
   <translation>Geben Sie Stunden und Minuten ein, wie 7:30</translation>
  </message>
 </context>
 <context>
  <name>LockPage</name>
  <message>
   <source>A timer goes on</source>
   <translation>Ein Timer läuft weiter</translation>
  </message>
  <message>
   <source>Back to the passphrase</source>
   <translation>Zurück zur Passphrase</translation>
  </message>
  <message>
   <source>EngageDesk is locked</source>
   <translation>EngageDesk ist gesperrt</translation>
  </message>
  <message>
   <source>EngageDesk {version}</source>
   <translation>EngageDesk {version}</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Keyring: in use</source>
   <translation>Schlüsselbund: in Gebrauch</translation>
  </message>
  <message>
   <source>Keyring: not used</source>
   <translation>Schlüsselbund: nicht benutzt</translation>
  </message>
  <message>
   <source>Locked at {time}, with the screen.</source>
   <translation>Um {time} gesperrt, mit dem Bildschirm.</translation>
  </message>
  <message>
   <source>Locked at {time}: nobody was at the keyboard.</source>
   <translation>Um {time} gesperrt: niemand war an der Tastatur.</translation>
  </message>
  <message>
   <source>Locked at {time}: the computer went to sleep.</source>
   <translation>Um {time} gesperrt: der Rechner ging in den Ruhezustand.</translation>
  </message>
  <message>
   <source>Locked by hand at {time}.</source>
   <translation>Um {time} von Hand gesperrt.</translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>Neue Passphrase</translation>
  </message>
  <message>
   <source>New passphrase once more</source>
   <translation>Neue Passphrase noch einmal</translation>
  </message>
  <message>
   <source>Nothing can be read until you unlock it.</source>
   <translation>Bis Sie entsperren, ist nichts lesbar.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Open and set the new passphrase</source>
   <translation>Öffnen und die neue Passphrase setzen</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>Recovery key, all eight groups</source>
   <translation>Wiederherstellungsschlüssel, alle acht Gruppen</translation>
  </message>
  <message>
   <source>This differs from the passphrase above</source>
   <translation>Das weicht von der Passphrase oben ab</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Unlocking…</source>
   <translation>Wird entsperrt…</translation>
  </message>
  <message>
   <source>Use recovery key</source>
   <translation>Wiederherstellungsschlüssel benutzen</translation>
  </message>
  <message>
   <source>Why it did not open</source>
   <translation>Warum es sich nicht öffnete</translation>
  </message>
 </context>
 <context>
  <name>MessageBar</name>
  <message>
   <source>Close message</source>
   <translation>Meldung schließen</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
 </context>
 <context>
  <name>MiniTimer</name>
  <message>
   <source>Awaiting its engagement</source>
   <translation>Wartet auf seinen Auftrag</translation>
  </message>
  <message>
   <source>No timer is running</source>
   <translation>Es läuft kein Timer</translation>
  </message>
  <message>
   <source>Open EngageDesk</source>
   <translation>EngageDesk öffnen</translation>
  </message>
  <message>
   <source>Quick entry</source>
   <translation>Schnelleingabe</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Start the last timer again</source>
   <translation>Den letzten Timer wieder starten</translation>
  </message>
  <message>
   <source>Stop the timer</source>
   <translation>Timer stoppen</translation>
  </message>
  <message>
   <source>Timer</source>
   <translation>Timer</translation>
  </message>
 </context>
 <context>
  <name>NumberBlock</name>
  <message>
   <source>From {low} to {high} {unit}</source>
   <translation>Von {low} bis {high} {unit}</translation>
  </message>
  <message>
   <source>Type a whole number</source>
   <translation>Geben Sie eine ganze Zahl ein</translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>Clients</source>
   <translation>Mandanten</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Keys and help</source>
   <translation>Tasten und Hilfe</translation>
  </message>
  <message>
   <source>Portfolio</source>
   <translation>Portfolio</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitplan</translation>
  </message>
  <message>
   <source>Timesheet</source>
   <translation>Stundenzettel</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>New entry: {engagement}</source>
   <translation>Neuer Eintrag: {engagement}</translation>
  </message>
  <message>
   <source>Open: {engagement}</source>
   <translation>Öffnen: {engagement}</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Share the screen with: {client}</source>
   <translation>Bildschirm teilen mit: {client}</translation>
  </message>
  <message>
   <source>Start timer: {engagement}</source>
   <translation>Timer starten: {engagement}</translation>
  </message>
  <message>
   <source>budget hours eac burn</source>
   <translation>budget stunden eac verbrauch</translation>
  </message>
  <message>
   <source>days closed blackout</source>
   <translation>tage gesperrt geschlossen</translation>
  </message>
  <message>
   <source>edit change</source>
   <translation>bearbeiten ändern</translation>
  </message>
  <message>
   <source>estimate etc complete</source>
   <translation>schätzung etc rest</translation>
  </message>
  <message>
   <source>gate acceptance independence letter</source>
   <translation>freigabe annahme unabhängigkeit auftragsschreiben</translation>
  </message>
  <message>
   <source>invoices bill fees</source>
   <translation>rechnung rechnungen honorar</translation>
  </message>
  <message>
   <source>new charge code</source>
   <translation>neu auftragscode code</translation>
  </message>
  <message>
   <source>new date deliverable milestone deadline</source>
   <translation>neu termin arbeitsergebnis meilenstein frist</translation>
  </message>
  <message>
   <source>new entry add record</source>
   <translation>neuer eintrag hinzufügen erfassen</translation>
  </message>
  <message>
   <source>new phase</source>
   <translation>neu phase</translation>
  </message>
  <message>
   <source>new task</source>
   <translation>neu aufgabe</translation>
  </message>
  <message>
   <source>note contact call mail</source>
   <translation>kontakt notieren anruf mail</translation>
  </message>
  <message>
   <source>open show go</source>
   <translation>öffnen zeigen gehe</translation>
  </message>
  <message>
   <source>progress report status</source>
   <translation>fortschritt bericht fortschrittsbericht status</translation>
  </message>
  <message>
   <source>roll forward next year</source>
   <translation>fortschreiben nächstes jahr vortragen</translation>
  </message>
  <message>
   <source>save plan export file</source>
   <translation>plan speichern sichern ausgeben datei</translation>
  </message>
  <message>
   <source>share screen hide names</source>
   <translation>bildschirm teilen namen verbergen</translation>
  </message>
  <message>
   <source>start timer switch run</source>
   <translation>timer starten wechseln laufen</translation>
  </message>
  <message>
   <source>team member person</source>
   <translation>team mitglied person</translation>
  </message>
  <message>
   <source>{n} engagement</source>
   <translation>{n} Auftrag</translation>
  </message>
  <message>
   <source>{n} engagements</source>
   <translation>{n} Aufträge</translation>
  </message>
  <message>
   <source>{what}: {engagement}</source>
   <translation>{what}: {engagement}</translation>
  </message>
 </context>
 <context>
  <name>PartForm</name>
  <message>
   <source>A closed code takes no more time. Time on it that is not submitted is held back.</source>
   <translation>Ein geschlossener Code nimmt keine Zeit mehr an. Nicht eingereichte Zeit darauf wird zurückgehalten.</translation>
  </message>
  <message>
   <source>A new one</source>
   <translation>Ein neuer</translation>
  </message>
  <message>
   <source>A rate follows the work date and the grade held then.</source>
   <translation>Ein Satz richtet sich nach dem Arbeitstag und der damaligen Karrierestufe.</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Worüber</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Add to the team</source>
   <translation>Ins Team aufnehmen</translation>
  </message>
  <message>
   <source>As the firm's extracts name the person.</source>
   <translation>Wie die Auszüge der Kanzlei die Person nennen.</translation>
  </message>
  <message>
   <source>Billable</source>
   <translation>Abrechenbar</translation>
  </message>
  <message>
   <source>Charge code</source>
   <translation>Auftragscode</translation>
  </message>
  <message>
   <source>Charge rate, {unit}</source>
   <translation>Verrechnungssatz, {unit}</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Closed from</source>
   <translation>Geschlossen ab</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Cost rate, {unit}</source>
   <translation>Kostensatz, {unit}</translation>
  </message>
  <message>
   <source>Counts as client work in utilization.</source>
   <translation>Zählt in der Auslastung als Mandantenarbeit.</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Deliverable</source>
   <translation>Arbeitsergebnis</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Done on</source>
   <translation>Erledigt am</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Endet</translation>
  </message>
  <message>
   <source>Estimate, hours</source>
   <translation>Schätzung, Stunden</translation>
  </message>
  <message>
   <source>Everybody of the grade</source>
   <translation>Alle dieser Karrierestufe</translation>
  </message>
  <message>
   <source>Fees without expenses and tax, {currency}</source>
   <translation>Honorar ohne Auslagen und Steuer, {currency}</translation>
  </message>
  <message>
   <source>For this engagement only</source>
   <translation>Nur für diesen Auftrag</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Gate</source>
   <translation>Freigabe</translation>
  </message>
  <message>
   <source>Goes onto an invoice.</source>
   <translation>Kommt auf eine Rechnung.</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Karrierestufe</translation>
  </message>
  <message>
   <source>Holds it from</source>
   <translation>Gilt ab</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Later work is unbilled.</source>
   <translation>Spätere Arbeit ist nicht abgerechnet.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New charge code</source>
   <translation>Neuer Auftragscode</translation>
  </message>
  <message>
   <source>New date</source>
   <translation>Neuer Termin</translation>
  </message>
  <message>
   <source>New invoice</source>
   <translation>Neue Rechnung</translation>
  </message>
  <message>
   <source>New phase</source>
   <translation>Neue Phase</translation>
  </message>
  <message>
   <source>New rate</source>
   <translation>Neuer Satz</translation>
  </message>
  <message>
   <source>New rate card</source>
   <translation>Neue Preisliste</translation>
  </message>
  <message>
   <source>New task</source>
   <translation>Neue Aufgabe</translation>
  </message>
  <message>
   <source>No phase</source>
   <translation>Keine Phase</translation>
  </message>
  <message>
   <source>Nobody in particular</source>
   <translation>Niemand Bestimmtes</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Not needed</source>
   <translation>Nicht nötig</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note a contact</source>
   <translation>Kontakt vermerken</translation>
  </message>
  <message>
   <source>Nothing is unbilled up to {day}.</source>
   <translation>Bis {day} ist alles abgerechnet.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On the team</source>
   <translation>Im Team</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Otherwise it holds for every engagement with this card.</source>
   <translation>Sonst gilt er für jeden Auftrag mit dieser Preisliste.</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Planned hours</source>
   <translation>Geplante Stunden</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Rate card</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove date</source>
   <translation>Termin entfernen</translation>
  </message>
  <message>
   <source>Remove phase</source>
   <translation>Phase entfernen</translation>
  </message>
  <message>
   <source>Remove rate</source>
   <translation>Satz entfernen</translation>
  </message>
  <message>
   <source>Remove task</source>
   <translation>Aufgabe entfernen</translation>
  </message>
  <message>
   <source>Remove the note</source>
   <translation>Vermerk entfernen</translation>
  </message>
  <message>
   <source>Role on this engagement</source>
   <translation>Rolle in diesem Auftrag</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Settled on</source>
   <translation>Erledigt am</translation>
  </message>
  <message>
   <source>Somebody new</source>
   <translation>Jemand Neues</translation>
  </message>
  <message>
   <source>Something is handed over: a deliverable</source>
   <translation>Etwas wird übergeben: ein Arbeitsergebnis</translation>
  </message>
  <message>
   <source>Staff number</source>
   <translation>Personalnummer</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>Beginnt</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Take off the team</source>
   <translation>Aus dem Team nehmen</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Three letters, such as GBP.</source>
   <translation>Drei Buchstaben, etwa GBP.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Unbilled up to {day}: {amount} at standard rates, {hours} h</source>
   <translation>Nicht abgerechnet bis {day}: {amount} zu Standardsätzen, {hours} h</translation>
  </message>
  <message>
   <source>Unbilled up to {day}: {hours} h</source>
   <translation>Nicht abgerechnet bis {day}: {hours} h</translation>
  </message>
  <message>
   <source>Unbilled up to {day}: {hours} h, without a standard rate</source>
   <translation>Nicht abgerechnet bis {day}: {hours} h, ohne Standardsatz</translation>
  </message>
  <message>
   <source>Use this amount</source>
   <translation>Betrag übernehmen</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>Gültig ab</translation>
  </message>
  <message>
   <source>Valid to</source>
   <translation>Gültig bis</translation>
  </message>
  <message>
   <source>What is due</source>
   <translation>Was fällig ist</translation>
  </message>
  <message>
   <source>What time on it is for.</source>
   <translation>Wofür Zeit darauf ist.</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Mit</translation>
  </message>
  <message>
   <source>Work before an open gate is flagged, never refused.</source>
   <translation>Arbeit vor einer offenen Freigabe wird gekennzeichnet, nie verweigert.</translation>
  </message>
  <message>
   <source>Work up to</source>
   <translation>Arbeit bis</translation>
  </message>
  <message>
   <source>{currency} an hour</source>
   <translation>{currency} je Stunde</translation>
  </message>
  <message>
   <source>{day}, {way}</source>
   <translation>{day}, {way}</translation>
  </message>
  <message>
   <source>{day}, {way}: {note}</source>
   <translation>{day}, {way}: {note}</translation>
  </message>
  <message>
   <source>{name}, {currency}</source>
   <translation>{name}, {currency}</translation>
  </message>
  <message>
   <source>{time} worked so far.</source>
   <translation>Bisher {time} gearbeitet.</translation>
  </message>
 </context>
 <context>
  <name>Passphrase</name>
  <message>
   <source>At least {n} characters</source>
   <translation>Mindestens {n} Zeichen</translation>
  </message>
  <message>
   <source>Good: {counted}</source>
   <translation>Gut: {counted}</translation>
  </message>
  <message>
   <source>Strong: {counted}</source>
   <translation>Stark: {counted}</translation>
  </message>
  <message>
   <source>Too short: {n} characters are needed</source>
   <translation>Zu kurz: {n} Zeichen sind nötig</translation>
  </message>
  <message>
   <source>Weak: {counted}; another word helps</source>
   <translation>Schwach: {counted}; ein Wort mehr hilft</translation>
  </message>
  <message>
   <source>{words} words, {characters} characters</source>
   <translation>{words} Wörter, {characters} Zeichen</translation>
  </message>
 </context>
 <context>
  <name>PassphraseField</name>
  <message>
   <source>Hide the passphrase</source>
   <translation>Passphrase verbergen</translation>
  </message>
  <message>
   <source>Show the passphrase</source>
   <translation>Passphrase zeigen</translation>
  </message>
 </context>
 <context>
  <name>Phase</name>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
 </context>
 <context>
  <name>PhaseStrip</name>
  <message>
   <source>Phases: {phases}</source>
   <translation>Phasen: {phases}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
 </context>
 <context>
  <name>Plan</name>
  <message>
   <source>Dates</source>
   <translation>Termine</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Estimate</source>
   <translation>Schätzung</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>My time</source>
   <translation>Meine Zeit</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Phase, task or date</source>
   <translation>Phase, Aufgabe oder Termin</translation>
  </message>
  <message>
   <source>Phases of the plan</source>
   <translation>Phasen des Plans</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>und {n} weitere</translation>
  </message>
  <message>
   <source>date</source>
   <translation>Termin</translation>
  </message>
  <message>
   <source>deliverable</source>
   <translation>Arbeitsergebnis</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>phase, folded</source>
   <translation>Phase, zugeklappt</translation>
  </message>
  <message>
   <source>phase, unfolded</source>
   <translation>Phase, aufgeklappt</translation>
  </message>
  <message>
   <source>task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>{day}  {what}</source>
   <translation>{day}  {what}</translation>
  </message>
  <message>
   <source>{kind}, {state}</source>
   <translation>{kind}, {state}</translation>
  </message>
  <message>
   <source>{phases} phases, {tasks} tasks, {dates} dates, {hours} h from {first} to {last}</source>
   <translation>{phases} Phasen, {tasks} Aufgaben, {dates} Termine, {hours} h von {first} bis {last}</translation>
  </message>
 </context>
 <context>
  <name>PlanCard</name>
  <message>
   <source>Add date</source>
   <translation>Termin hinzufügen</translation>
  </message>
  <message>
   <source>Add phase</source>
   <translation>Phase hinzufügen</translation>
  </message>
  <message>
   <source>Add task</source>
   <translation>Aufgabe hinzufügen</translation>
  </message>
  <message>
   <source>Enter edits, Space marks done or folds, Insert adds a task, Alt+Up and Alt+Down move a phase.</source>
   <translation>Eingabe bearbeitet, Leertaste erledigt oder klappt zu, Einfg fügt eine Aufgabe hinzu, Alt+Auf und Alt+Ab verschieben eine Phase.</translation>
  </message>
  <message>
   <source>No plan yet: add a phase, a task or a date.</source>
   <translation>Noch kein Plan: fügen Sie eine Phase, eine Aufgabe oder einen Termin hinzu.</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>{done} of {all} tasks done</source>
   <translation>{done} von {all} Aufgaben erledigt</translation>
  </message>
 </context>
 <context>
  <name>PlanFiles</name>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Calendar (*.ics)</source>
   <translation>Kalender (*.ics)</translation>
  </message>
  <message>
   <source>Deadline: {name} · {client} · {engagement}</source>
   <translation>Frist: {name} · {client} · {engagement}</translation>
  </message>
  <message>
   <source>Excel (*.xlsx)</source>
   <translation>Excel (*.xlsx)</translation>
  </message>
  <message>
   <source>Microsoft Project (*.xml)</source>
   <translation>Microsoft Project (*.xml)</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Save the plan as a file</source>
   <translation>Plan als Datei speichern</translation>
  </message>
  <message>
   <source>The plan is written</source>
   <translation>Der Plan ist geschrieben</translation>
  </message>
  <message>
   <source>This kind of file cannot hold: {names}</source>
   <translation>Diese Art Datei kann nicht enthalten: {names}</translation>
  </message>
  <message>
   <source>baseline places of items that are gone</source>
   <translation>Stände im Basisplan von Punkten, die es nicht mehr gibt</translation>
  </message>
  <message>
   <source>baselines</source>
   <translation>Basispläne</translation>
  </message>
  <message>
   <source>bookings</source>
   <translation>Einplanungen</translation>
  </message>
  <message>
   <source>days of one person on one engagement</source>
   <translation>Tage einer Person in einem Auftrag</translation>
  </message>
  <message>
   <source>leave and holidays</source>
   <translation>Urlaub und Feiertage</translation>
  </message>
  <message>
   <source>links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>links to other engagements</source>
   <translation>Verknüpfungen zu anderen Aufträgen</translation>
  </message>
  <message>
   <source>working weeks</source>
   <translation>Arbeitswochen</translation>
  </message>
  <message>
   <source>{items} items of {engagements} engagements in {file}</source>
   <translation>{items} Punkte von {engagements} Aufträgen in {file}</translation>
  </message>
  <message>
   <source>{name} · {client} · {engagement}</source>
   <translation>{name} · {client} · {engagement}</translation>
  </message>
  <message>
   <source>{percent} % {client} · {engagement}</source>
   <translation>{percent} % {client} · {engagement}</translation>
  </message>
  <message>
   <source>{percent} % {name} · {client} · {engagement}</source>
   <translation>{percent} % {name} · {client} · {engagement}</translation>
  </message>
 </context>
 <context>
  <name>PlanImport</name>
  <message>
   <source>Baseline</source>
   <translation>Basisplan</translation>
  </message>
  <message>
   <source>Basis</source>
   <translation>Grundlage</translation>
  </message>
  <message>
   <source>Booking</source>
   <translation>Einplanung</translation>
  </message>
  <message>
   <source>Closed days</source>
   <translation>Schließtage</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Frist</translation>
  </message>
  <message>
   <source>Deliverable</source>
   <translation>Arbeitsergebnis</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>Holiday</source>
   <translation>Feiertag</translation>
  </message>
  <message>
   <source>Hours of a day</source>
   <translation>Stunden am Tag</translation>
  </message>
  <message>
   <source>It stays: time may be booked on it</source>
   <translation>Bleibt: Darauf kann Zeit gebucht sein</translation>
  </message>
  <message>
   <source>Lag</source>
   <translation>Zeitabstand</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Urlaub</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Verknüpfung</translation>
  </message>
  <message>
   <source>Long days</source>
   <translation>Lange Tage</translation>
  </message>
  <message>
   <source>Milestone</source>
   <translation>Meilenstein</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Not before</source>
   <translation>Nicht vor</translation>
  </message>
  <message>
   <source>Not taken over: {names}</source>
   <translation>Nicht übernommen: {names}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Pinned</source>
   <translation>Fixiert</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Share of time</source>
   <translation>Zeitanteil</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeit</translation>
  </message>
  <message>
   <source>Work left</source>
   <translation>Restarbeit</translation>
  </message>
  <message>
   <source>Working week</source>
   <translation>Arbeitswoche</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine Angabe</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{day} {clock}</source>
   <translation>{day} {clock}</translation>
  </message>
  <message>
   <source>{field}: {old} → {new}</source>
   <translation>{field}: {old} → {new}</translation>
  </message>
  <message>
   <source>{n} %</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>{n} weitere</translation>
  </message>
  <message>
   <source>{n} more dates stay as the file has them.</source>
   <translation>{n} weitere Termine bleiben wie in der Datei.</translation>
  </message>
  <message>
   <source>{thing}: {name}</source>
   <translation>{thing}: {name}</translation>
  </message>
 </context>
 <context>
  <name>Portfolio</name>
  <message>
   <source>Client names are shown again</source>
   <translation>Mandantennamen werden wieder gezeigt</translation>
  </message>
  <message>
   <source>Engagement created</source>
   <translation>Auftrag angelegt</translation>
  </message>
  <message>
   <source>Every client is shown by its code name. What you wrote yourself stays as it is.</source>
   <translation>Jeder Mandant erscheint mit seinem Decknamen. Was Sie selbst geschrieben haben, bleibt, wie es ist.</translation>
  </message>
  <message>
   <source>Everything recorded so far is saved.</source>
   <translation>Alles bisher Erfasste ist gespeichert.</translation>
  </message>
  <message>
   <source>Only {client} is shown by its name. What you wrote yourself stays as it is.</source>
   <translation>Nur {client} erscheint mit Namen. Was Sie selbst geschrieben haben, bleibt, wie es ist.</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>PortfolioPage</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Choose columns</source>
   <translation>Spalten wählen</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Zu</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Due in 7 days</source>
   <translation>In 7 Tagen fällig</translation>
  </message>
  <message>
   <source>Engagements</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Every client</source>
   <translation>Alle Mandanten</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>Load the sample portfolio</source>
   <translation>Beispielportfolio laden</translation>
  </message>
  <message>
   <source>New engagement</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>No engagement fits these filters.</source>
   <translation>Kein Auftrag passt zu diesen Filtern.</translation>
  </message>
  <message>
   <source>No engagements yet: bring in the list that your firm gave you, or your old time export.</source>
   <translation>Noch keine Aufträge: lesen Sie die Liste Ihrer Kanzlei ein oder den Export Ihrer alten Zeiterfassung.</translation>
  </message>
  <message>
   <source>Off track</source>
   <translation>Außer Plan</translation>
  </message>
  <message>
   <source>Open gates</source>
   <translation>Offene Freigaben</translation>
  </message>
  <message>
   <source>Portfolio</source>
   <translation>Portfolio</translation>
  </message>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search engagements</source>
   <translation>Aufträge suchen</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>Summen</translation>
  </message>
  <message>
   <source>team extract of today</source>
   <translation>Teamauszug von heute</translation>
  </message>
  <message>
   <source>team extract {day}, {n} day old</source>
   <translation>Teamauszug vom {day}, {n} Tag alt</translation>
  </message>
  <message>
   <source>team extract {day}, {n} days old</source>
   <translation>Teamauszug vom {day}, {n} Tage alt</translation>
  </message>
  <message>
   <source>{n} running</source>
   <translation>{n} laufend</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Choose the folder for backups</source>
   <translation>Ordner für Sicherungen wählen</translation>
  </message>
  <message>
   <source>Export the firm profile</source>
   <translation>Kanzleiprofil exportieren</translation>
  </message>
  <message>
   <source>Firm profile (*.json)</source>
   <translation>Kanzleiprofil (*.json)</translation>
  </message>
  <message>
   <source>Import a firm profile</source>
   <translation>Kanzleiprofil einlesen</translation>
  </message>
  <message>
   <source>Not known here and left out: {names}.</source>
   <translation>Hier unbekannt und ausgelassen: {names}.</translation>
  </message>
  <message>
   <source>Taken over: {name}</source>
   <translation>Übernommen: {name}</translation>
  </message>
  <message>
   <source>Written: {file}</source>
   <translation>Geschrieben: {file}</translation>
  </message>
  <message>
   <source>{undo} brings the earlier rules back.</source>
   <translation>{undo} bringt die früheren Regeln zurück.</translation>
  </message>
 </context>
 <context>
  <name>PrivacyPanel</name>
  <message>
   <source>A folder with one CSV a table and all of it as JSON, readable without EngageDesk. Clients have their names in it, and it is not encrypted.</source>
   <translation>Ein Ordner mit einer CSV-Datei je Tabelle und allem als JSON, ohne EngageDesk lesbar. Mandanten stehen darin mit Namen, und er ist nicht verschlüsselt.</translation>
  </message>
  <message>
   <source>Earlier imports…</source>
   <translation>Frühere Einlesungen…</translation>
  </message>
  <message>
   <source>Everything that EngageDesk keeps lies in it, encrypted; the log has no names in it.</source>
   <translation>Alles, was EngageDesk aufbewahrt, liegt darin, verschlüsselt; das Protokoll enthält keine Namen.</translation>
  </message>
  <message>
   <source>Export everything</source>
   <translation>Alles exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Forget…</source>
   <translation>Vergessen …</translation>
  </message>
  <message>
   <source>Imports</source>
   <translation>Einlesungen</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Profile folder</source>
   <translation>Profilordner</translation>
  </message>
  <message>
   <source>Those of any days can be deleted for good. The tray and the search box pause the looking.</source>
   <translation>Die beliebiger Tage lassen sich endgültig löschen. Infobereich und Suchfeld unterbrechen das Ansehen.</translation>
  </message>
  <message>
   <source>What came in when, from which file. Each can be taken back; what was changed since stays.</source>
   <translation>Was wann aus welcher Datei kam. Jede lässt sich zurücknehmen; was seither geändert wurde, bleibt.</translation>
  </message>
  <message>
   <source>Window titles that are kept</source>
   <translation>Behaltene Fenstertitel</translation>
  </message>
  <message>
   <source>Your data</source>
   <translation>Ihre Daten</translation>
  </message>
  <message>
   <source>purge delete range pause watch</source>
   <translation>löschen zeitraum pause ansehen</translation>
  </message>
  <message>
   <source>save leave take away</source>
   <translation>speichern verlassen mitnehmen</translation>
  </message>
  <message>
   <source>undo import batch</source>
   <translation>rückgängig import einlesen stapel</translation>
  </message>
 </context>
 <context>
  <name>Program</name>
  <message>
   <source>A command from the terminal is still at work.</source>
   <translation>Ein Befehl aus dem Terminal ist noch in Arbeit.</translation>
  </message>
  <message>
   <source>Closing</source>
   <translation>Wird beendet</translation>
  </message>
  <message>
   <source>EngageDesk goes on in the tray</source>
   <translation>EngageDesk läuft im Infobereich weiter</translation>
  </message>
  <message>
   <source>Finishing what is being written, then the store closes.</source>
   <translation>Was gerade geschrieben wird, wird beendet, dann schließt der Speicher.</translation>
  </message>
  <message>
   <source>Quit EngageDesk and open it again; the timer goes on.</source>
   <translation>Beenden Sie EngageDesk und öffnen Sie es wieder; der Timer läuft weiter.</translation>
  </message>
  <message>
   <source>Quit it from the icon's menu, or with Ctrl+Q.</source>
   <translation>Beenden Sie es im Menü des Symbols oder mit Strg+Q.</translation>
  </message>
  <message>
   <source>The language changes at the next start</source>
   <translation>Die Sprache wechselt beim nächsten Start</translation>
  </message>
 </context>
 <context>
  <name>ProgressReportDialog</name>
  <message>
   <source>Clients by name</source>
   <translation>Mandanten mit Namen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy as Markdown</source>
   <translation>Als Markdown kopieren</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Otherwise by their code names.</source>
   <translation>Sonst mit ihren Decknamen.</translation>
  </message>
  <message>
   <source>Progress report</source>
   <translation>Fortschrittsbericht</translation>
  </message>
  <message>
   <source>Save Markdown</source>
   <translation>Markdown sichern</translation>
  </message>
  <message>
   <source>Save PDF</source>
   <translation>PDF sichern</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What the report says</source>
   <translation>Was der Bericht sagt</translation>
  </message>
 </context>
 <context>
  <name>QuickEntryDialog</name>
  <message>
   <source>Quick entry</source>
   <translation>Schnelleingabe</translation>
  </message>
 </context>
 <context>
  <name>QuickLine</name>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Quick entry</source>
   <translation>Schnelleingabe</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>What did you work on?  9:30-11 client, narrative #activity</source>
   <translation>Woran haben Sie gearbeitet?  9:30-11 Mandant, Tätigkeit #leistungsart</translation>
  </message>
 </context>
 <context>
  <name>RateCards</name>
  <message>
   <source>A rate follows the work date: earlier days keep theirs.</source>
   <translation>Ein Satz richtet sich nach dem Arbeitstag: Frühere Tage behalten ihren.</translation>
  </message>
  <message>
   <source>An hour</source>
   <translation>Je Stunde</translation>
  </message>
  <message>
   <source>Charge rate, {unit}</source>
   <translation>Verrechnungssatz, {unit}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy the rate card</source>
   <translation>Preisliste kopieren</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Cost rate, {unit}</source>
   <translation>Kostensatz, {unit}</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Earlier days and posted time keep their price.</source>
   <translation>Frühere Tage und gebuchte Zeit behalten ihren Preis.</translation>
  </message>
  <message>
   <source>Enter changes the rate.</source>
   <translation>Enter ändert den Satz.</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Everybody of the grade</source>
   <translation>Alle dieser Karrierestufe</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Karrierestufe</translation>
  </message>
  <message>
   <source>It starts with the same rates; engagements keep the card that they have.</source>
   <translation>Sie beginnt mit denselben Sätzen; die Aufträge behalten ihre Preisliste.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the copy</source>
   <translation>Name der Kopie</translation>
  </message>
  <message>
   <source>New card</source>
   <translation>Neue Preisliste</translation>
  </message>
  <message>
   <source>New prices</source>
   <translation>Neue Preise</translation>
  </message>
  <message>
   <source>New rate</source>
   <translation>Neuer Satz</translation>
  </message>
  <message>
   <source>New rate card</source>
   <translation>Neue Preisliste</translation>
  </message>
  <message>
   <source>No rate card yet: with one, hours become amounts.</source>
   <translation>Noch keine Preisliste: Mit ihr werden aus Stunden Beträge.</translation>
  </message>
  <message>
   <source>No rates on this card yet: add one for each grade.</source>
   <translation>Noch keine Sätze auf dieser Preisliste: Geben Sie für jede Karrierestufe einen ein.</translation>
  </message>
  <message>
   <source>One decimal; with a minus sign less. Each rate can be corrected afterwards.</source>
   <translation>Eine Nachkommastelle; mit Minuszeichen weniger. Jeder Satz lässt sich danach berichtigen.</translation>
  </message>
  <message>
   <source>Percent more</source>
   <translation>Prozent mehr</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Rate card</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Rate cards</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Rates of the card</source>
   <translation>Sätze der Preisliste</translation>
  </message>
  <message>
   <source>Remove rate</source>
   <translation>Satz entfernen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename the rate card</source>
   <translation>Preisliste umbenennen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>The firm profile hides rates: “Who sees rates” in its settings shows them.</source>
   <translation>Das Firmenprofil verbirgt Sätze: „Wer Sätze sieht“ in seinen Einstellungen zeigt sie.</translation>
  </message>
  <message>
   <source>Three letters, such as GBP.</source>
   <translation>Drei Buchstaben, etwa GBP.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>everybody</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>price hourly rate charge cost grade raise copy</source>
   <translation>Preis Stundensatz Verrechnungssatz Kostensatz Stufe Erhöhung Kopie</translation>
  </message>
  <message>
   <source>used by {n} engagement</source>
   <translation>von {n} Auftrag verwendet</translation>
  </message>
  <message>
   <source>used by {n} engagements</source>
   <translation>von {n} Aufträgen verwendet</translation>
  </message>
  <message>
   <source>{currency} an hour</source>
   <translation>{currency} je Stunde</translation>
  </message>
  <message>
   <source>{name}, copy</source>
   <translation>{name}, Kopie</translation>
  </message>
 </context>
 <context>
  <name>Reach</name>
  <message>
   <source>Another program has these keys, or they are no key on this keyboard. Choose others.</source>
   <translation>Ein anderes Programm hat diese Tasten, oder es gibt sie auf dieser Tastatur nicht. Wählen Sie andere.</translation>
  </message>
  <message>
   <source>Open quick entry</source>
   <translation>Schnelleingabe öffnen</translation>
  </message>
  <message>
   <source>Start or stop the timer</source>
   <translation>Timer starten oder stoppen</translation>
  </message>
  <message>
   <source>{keys} cannot be used from other programs</source>
   <translation>{keys} wirkt nicht aus anderen Programmen</translation>
  </message>
 </context>
 <context>
  <name>Reason</name>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>After extract</source>
   <translation>Nach dem Auszug</translation>
  </message>
  <message>
   <source>Agrees</source>
   <translation>Stimmt überein</translation>
  </message>
  <message>
   <source>Held back</source>
   <translation>Zurückgehalten</translation>
  </message>
  <message>
   <source>Less there</source>
   <translation>Dort weniger</translation>
  </message>
  <message>
   <source>Missing here</source>
   <translation>Fehlt hier</translation>
  </message>
  <message>
   <source>Missing there</source>
   <translation>Fehlt dort</translation>
  </message>
  <message>
   <source>More there</source>
   <translation>Dort mehr</translation>
  </message>
  <message>
   <source>Other code</source>
   <translation>Anderer Code</translation>
  </message>
  <message>
   <source>Other day</source>
   <translation>Anderer Tag</translation>
  </message>
  <message>
   <source>Other steps</source>
   <translation>Weitere Schritte</translation>
  </message>
  <message>
   <source>Posted there</source>
   <translation>Dort gebucht</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Rounding</source>
   <translation>Rundung</translation>
  </message>
  <message>
   <source>Waiting there</source>
   <translation>Wartet dort</translation>
  </message>
 </context>
 <context>
  <name>RecentCard</name>
  <message>
   <source>Start again</source>
   <translation>Wieder starten</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>What you work on appears here.</source>
   <translation>Woran Sie arbeiten, erscheint hier.</translation>
  </message>
  <message>
   <source>today</source>
   <translation>heute</translation>
  </message>
 </context>
 <context>
  <name>Reconciliation</name>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Entered</source>
   <translation>Eingetragen</translation>
  </message>
  <message>
   <source>Recorded</source>
   <translation>Erfasst</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Worked</source>
   <translation>Gearbeitet</translation>
  </message>
 </context>
 <context>
  <name>ReconciliationView</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept with a note…</source>
   <translation>Mit Notiz annehmen…</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Differenzen</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Extract of {day}</source>
   <translation>Auszug vom {day}</translation>
  </message>
  <message>
   <source>Import recorded time</source>
   <translation>Erfasste Zeit einlesen</translation>
  </message>
  <message>
   <source>Import what the firm's system holds of your time, to see where it differs.</source>
   <translation>Lesen Sie ein, was das System der Kanzlei von Ihrer Zeit hat, um zu sehen, wo es abweicht.</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Einlesen…</translation>
  </message>
  <message>
   <source>Mark {n} line as posted</source>
   <translation>{n} Zeile als gebucht kennzeichnen</translation>
  </message>
  <message>
   <source>Mark {n} lines as posted</source>
   <translation>{n} Zeilen als gebucht kennzeichnen</translation>
  </message>
  <message>
   <source>N</source>
   <translation>N</translation>
  </message>
  <message>
   <source>Nothing differs.</source>
   <translation>Nichts weicht ab.</translation>
  </message>
  <message>
   <source>Really? Posted time is locked</source>
   <translation>Wirklich? Gebuchte Zeit ist gesperrt</translation>
  </message>
  <message>
   <source>Recorded time</source>
   <translation>Erfasste Zeit</translation>
  </message>
  <message>
   <source>Recorded time by code and day</source>
   <translation>Erfasste Zeit nach Code und Tag</translation>
  </message>
  <message>
   <source>Say why it is all right.</source>
   <translation>Sagen Sie, warum es in Ordnung ist.</translation>
  </message>
  <message>
   <source>Stale</source>
   <translation>Veraltet</translation>
  </message>
  <message>
   <source>Why it is all right</source>
   <translation>Warum es in Ordnung ist</translation>
  </message>
  <message>
   <source>Why the difference is all right</source>
   <translation>Warum die Differenz in Ordnung ist</translation>
  </message>
  <message>
   <source>Worked {worked}, entered {entered}, recorded {recorded}</source>
   <translation>Gearbeitet {worked}, eingetragen {entered}, erfasst {recorded}</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeyDialog</name>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>I have it</source>
   <translation>Ich habe ihn</translation>
  </message>
  <message>
   <source>It is shown only now. The old one no longer works, neither here nor for backups made from now on.</source>
   <translation>Er wird nur jetzt gezeigt. Der alte gilt nicht mehr, weder hier noch für Sicherungen ab jetzt.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>Datei speichern</translation>
  </message>
  <message>
   <source>The new recovery key</source>
   <translation>Der neue Wiederherstellungsschlüssel</translation>
  </message>
 </context>
 <context>
  <name>Reminders</name>
  <message>
   <source>Answer it</source>
   <translation>Beantworten</translation>
  </message>
  <message>
   <source>Check the week</source>
   <translation>Woche prüfen</translation>
  </message>
  <message>
   <source>For {length} it has been open what your time away was.</source>
   <translation>Seit {length} ist offen, was Ihre Abwesenheit war.</translation>
  </message>
  <message>
   <source>It is due in {length}.</source>
   <translation>Sie ist in {length} fällig.</translation>
  </message>
  <message>
   <source>No timer is running</source>
   <translation>Es läuft kein Timer</translation>
  </message>
  <message>
   <source>Nothing is recorded for the last {length}.</source>
   <translation>Für die letzten {length} ist nichts erfasst.</translation>
  </message>
  <message>
   <source>Open EngageDesk</source>
   <translation>EngageDesk öffnen</translation>
  </message>
  <message>
   <source>Open the day</source>
   <translation>Den Tag öffnen</translation>
  </message>
  <message>
   <source>Quick entry</source>
   <translation>Schnelleingabe</translation>
  </message>
  <message>
   <source>Start the last one</source>
   <translation>Den letzten starten</translation>
  </message>
  <message>
   <source>The day is not complete</source>
   <translation>Der Tag ist nicht vollständig</translation>
  </message>
  <message>
   <source>Time away waits for an answer</source>
   <translation>Eine Abwesenheit wartet auf Antwort</translation>
  </message>
  <message>
   <source>Week {number} is not submitted</source>
   <translation>Woche {number} ist nicht eingereicht</translation>
  </message>
  <message>
   <source>{hours} h of the standard day are not recorded yet.</source>
   <translation>{hours} h des Solltags sind noch nicht erfasst.</translation>
  </message>
 </context>
 <context>
  <name>Report</name>
  <message>
   <source>Actual</source>
   <translation>Ist</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>EAC</source>
   <translation>EAC</translation>
  </message>
  <message>
   <source>ETC</source>
   <translation>ETC</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours are your own entries and the team's extract of {day}.</source>
   <translation>Die Stunden sind Ihre eigenen Einträge und der Teamauszug vom {day}.</translation>
  </message>
  <message>
   <source>Hours are your own: no extract of the team's was imported.</source>
   <translation>Die Stunden sind Ihre eigenen: Kein Auszug des Teams wurde eingelesen.</translation>
  </message>
  <message>
   <source>Hours used</source>
   <translation>Stunden verbraucht</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Made on {day}.</source>
   <translation>Erstellt am {day}.</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Als Nächstes</translation>
  </message>
  <message>
   <source>Nothing is due within two weeks.</source>
   <translation>In den nächsten zwei Wochen ist nichts fällig.</translation>
  </message>
  <message>
   <source>Nothing was finished in this time.</source>
   <translation>In dieser Zeit wurde nichts abgeschlossen.</translation>
  </message>
  <message>
   <source>Open gate: {gate}</source>
   <translation>Offene Freigabe: {gate}</translation>
  </message>
  <message>
   <source>Progress of the portfolio, {period}</source>
   <translation>Fortschritt des Portfolios, {period}</translation>
  </message>
  <message>
   <source>Progress, {period}</source>
   <translation>Fortschritt, {period}</translation>
  </message>
  <message>
   <source>Risks</source>
   <translation>Risiken</translation>
  </message>
  <message>
   <source>The extract is more than seven days old.</source>
   <translation>Der Auszug ist mehr als sieben Tage alt.</translation>
  </message>
  <message>
   <source>There is no running engagement.</source>
   <translation>Es gibt keinen laufenden Auftrag.</translation>
  </message>
  <message>
   <source>Variance</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig am {day}</translation>
  </message>
  <message>
   <source>next: {what}, {day}</source>
   <translation>als Nächstes: {what}, {day}</translation>
  </message>
  <message>
   <source>phase {name}</source>
   <translation>Phase {name}</translation>
  </message>
  <message>
   <source>{n} day late</source>
   <translation>{n} Tag zu spät</translation>
  </message>
  <message>
   <source>{n} days late</source>
   <translation>{n} Tage zu spät</translation>
  </message>
  <message>
   <source>{share} done</source>
   <translation>{share} erledigt</translation>
  </message>
 </context>
 <context>
  <name>Reports</name>
  <message>
   <source>Report written: {file}</source>
   <translation>Bericht geschrieben: {file}</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>Bericht sichern</translation>
  </message>
  <message>
   <source>progress-report</source>
   <translation>fortschrittsbericht</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>A new profile is made of it, in a folder of its own. What you have now is not touched: both can be opened and compared, and the one that you do not want can be deleted later. What was recorded after the backup is only in the profile that you have now.</source>
   <translation>Daraus entsteht ein neues Profil in einem eigenen Ordner. Ihr jetziger Stand bleibt unberührt: beide lassen sich öffnen und vergleichen, und was Sie nicht brauchen, können Sie später löschen. Was nach der Sicherung erfasst wurde, steht nur in Ihrem jetzigen Profil.</translation>
  </message>
  <message>
   <source>Choose an empty folder</source>
   <translation>Leeren Ordner wählen</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Every byte is verified; this takes some seconds.</source>
   <translation>Jedes Byte wird geprüft; das dauert einige Sekunden.</translation>
  </message>
  <message>
   <source>Folder of the new profile</source>
   <translation>Ordner des neuen Profils</translation>
  </message>
  <message>
   <source>Only read it back</source>
   <translation>Nur zurücklesen</translation>
  </message>
  <message>
   <source>Open it in a second window</source>
   <translation>In einem zweiten Fenster öffnen</translation>
  </message>
  <message>
   <source>Passphrase or recovery key of that day</source>
   <translation>Passphrase oder Wiederherstellungsschlüssel jenes Tages</translation>
  </message>
  <message>
   <source>Reads the backup whole, and says whether it is what was written</source>
   <translation>Liest die Sicherung vollständig und sagt, ob sie so ist, wie sie geschrieben wurde</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Restored: {rows} records in {folder}</source>
   <translation>Wiederhergestellt: {rows} Datensätze in {folder}</translation>
  </message>
  <message>
   <source>{made}  ·  {age}  ·  {rows} records  ·  {size}</source>
   <translation>{made}  ·  {age}  ·  {rows} Datensätze  ·  {size}</translation>
  </message>
 </context>
 <context>
  <name>Role</name>
  <message>
   <source>Associate</source>
   <translation>Assistent</translation>
  </message>
  <message>
   <source>Coordinator</source>
   <translation>Koordination</translation>
  </message>
  <message>
   <source>Director</source>
   <translation>Direktor</translation>
  </message>
  <message>
   <source>EQR</source>
   <translation>EQR</translation>
  </message>
  <message>
   <source>In-charge</source>
   <translation>Prüfungsleitung</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Manager</translation>
  </message>
  <message>
   <source>PMO</source>
   <translation>PMO</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Partner</translation>
  </message>
  <message>
   <source>Reviewer</source>
   <translation>Durchsicht</translation>
  </message>
  <message>
   <source>Senior</source>
   <translation>Senior</translation>
  </message>
  <message>
   <source>Specialist</source>
   <translation>Spezialist</translation>
  </message>
 </context>
 <context>
  <name>RollForward</name>
  <message>
   <source>Create next year's engagement</source>
   <translation>Auftrag des nächsten Jahres anlegen</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Give the next period end to see what it would be.</source>
   <translation>Geben Sie den nächsten Stichtag an, um zu sehen, was daraus würde.</translation>
  </message>
  <message>
   <source>Next period end</source>
   <translation>Nächster Stichtag</translation>
  </message>
  <message>
   <source>Next year</source>
   <translation>Nächstes Jahr</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Angeboten</translation>
  </message>
  <message>
   <source>Proposed phases</source>
   <translation>Vorgeschlagene Phasen</translation>
  </message>
  <message>
   <source>Roll forward</source>
   <translation>Fortschreiben</translation>
  </message>
  <message>
   <source>Starts empty: sign-offs, charge codes, the engagement letter. Continuance, independence and the letter are open gates again.</source>
   <translation>Leer beginnen: Abzeichnungen, Auftragscodes, die Auftragsbestätigung. Fortführung, Unabhängigkeit und Auftragsbestätigung sind wieder offene Freigaben.</translation>
  </message>
  <message>
   <source>Take the team over, with the hours that each really worked</source>
   <translation>Das Team übernehmen, mit den Stunden, die jeder wirklich gearbeitet hat</translation>
  </message>
  <message>
   <source>Worked</source>
   <translation>Gearbeitet</translation>
  </message>
  <message>
   <source>hours worked</source>
   <translation>gearbeitete Stunden</translation>
  </message>
  <message>
   <source>nothing known</source>
   <translation>nichts bekannt</translation>
  </message>
  <message>
   <source>this year's plan</source>
   <translation>der Plan dieses Jahres</translation>
  </message>
  <message>
   <source>{n} open point goes along: {names}{more}</source>
   <translation>{n} offener Punkt geht mit: {names}{more}</translation>
  </message>
  <message>
   <source>{n} open points go along: {names}{more}</source>
   <translation>{n} offene Punkte gehen mit: {names}{more}</translation>
  </message>
  <message>
   <source>{tasks} tasks and {dates} dates, counted from {old} to {new}; {hours} h in all.</source>
   <translation>{tasks} Aufgaben und {dates} Termine, gezählt von {old} bis {new}; insgesamt {hours} h.</translation>
  </message>
  <message>
   <source>{tasks} tasks and {dates} dates; {hours} h in all. No date to count from.</source>
   <translation>{tasks} Aufgaben und {dates} Termine; insgesamt {hours} h. Kein Datum, von dem sich zählen lässt.</translation>
  </message>
 </context>
 <context>
  <name>Safekeeping</name>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Backups (*.edbackup)</source>
   <translation>Sicherungen (*.edbackup)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Checking</source>
   <translation>Wird geprüft</translation>
  </message>
  <message>
   <source>Choose a backup</source>
   <translation>Sicherung wählen</translation>
  </message>
  <message>
   <source>Choose a folder for the export</source>
   <translation>Ordner für den Export wählen</translation>
  </message>
  <message>
   <source>Every byte is what was written.</source>
   <translation>Jedes Byte ist so, wie es geschrieben wurde.</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>Exportiert</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Wird exportiert</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Wiederhergestellt</translation>
  </message>
  <message>
   <source>The profile lies here</source>
   <translation>Das Profil liegt hier</translation>
  </message>
  <message>
   <source>The store is whole</source>
   <translation>Der Speicher ist unversehrt</translation>
  </message>
  <message>
   <source>Whole</source>
   <translation>Unversehrt</translation>
  </message>
  <message>
   <source>You can go on working.</source>
   <translation>Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>{done} of {total} records</source>
   <translation>{done} von {total} Datensätzen</translation>
  </message>
  <message>
   <source>{n} recorded changes follow each other from the first to the last.</source>
   <translation>{n} festgehaltene Änderungen folgen lückenlos von der ersten bis zur letzten aufeinander.</translation>
  </message>
  <message>
   <source>{n} records in {folder}</source>
   <translation>{n} Datensätze in {folder}</translation>
  </message>
 </context>
 <context>
  <name>Sample</name>
  <message>
   <source>Making a year of time: this takes a few seconds.</source>
   <translation>Ein Jahr an Zeiten entsteht: das dauert einige Sekunden.</translation>
  </message>
 </context>
 <context>
  <name>SecurityPanel</name>
  <message>
   <source>Both open the store. Type the present passphrase to change either of them.</source>
   <translation>Beide öffnen den Speicher. Geben Sie die jetzige Passphrase ein, um eines davon zu ändern.</translation>
  </message>
  <message>
   <source>Change passphrase</source>
   <translation>Passphrase ändern</translation>
  </message>
  <message>
   <source>Closes the store and empties the clipboard.</source>
   <translation>Schließt den Speicher und leert die Zwischenablage.</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Lock now</source>
   <translation>Jetzt sperren</translation>
  </message>
  <message>
   <source>Make a new recovery key</source>
   <translation>Neuen Wiederherstellungsschlüssel erzeugen</translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>Neue Passphrase</translation>
  </message>
  <message>
   <source>New passphrase once more</source>
   <translation>Neue Passphrase noch einmal</translation>
  </message>
  <message>
   <source>Passphrase and recovery key</source>
   <translation>Passphrase und Wiederherstellungsschlüssel</translation>
  </message>
  <message>
   <source>Present passphrase</source>
   <translation>Jetzige Passphrase</translation>
  </message>
  <message>
   <source>Set on {day}.</source>
   <translation>Gesetzt am {day}.</translation>
  </message>
  <message>
   <source>The old recovery key stops working. Type your present passphrase first.</source>
   <translation>Der alte Wiederherstellungsschlüssel gilt dann nicht mehr. Geben Sie zuerst die jetzige Passphrase ein.</translation>
  </message>
  <message>
   <source>This differs</source>
   <translation>Das weicht ab</translation>
  </message>
  <message>
   <source>Unlock with this computer's keyring</source>
   <translation>Mit dem Schlüsselbund dieses Rechners entsperren</translation>
  </message>
  <message>
   <source>Ways in</source>
   <translation>Zugänge</translation>
  </message>
  <message>
   <source>change password recovery card print</source>
   <translation>ändern kennwort passwort wiederherstellung karte drucken</translation>
  </message>
  <message>
   <source>{name}. Opens without typing while you are signed in; the passphrase still works if it is lost.</source>
   <translation>{name}. Öffnet ohne Tippen, solange Sie angemeldet sind; die Passphrase gilt weiter, falls er verloren geht.</translation>
  </message>
 </context>
 <context>
  <name>Service</name>
  <message>
   <source>Advisory</source>
   <translation>Beratung</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuern</translation>
  </message>
 </context>
 <context>
  <name>SettingTable</name>
  <message>
   <source>A locked screen or sleep no longer than this is not asked about; 0 asks about each.</source>
   <translation>Nach Bildschirmsperre oder Ruhezustand bis zu dieser Dauer wird nicht gefragt; 0 fragt jedes Mal.</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Immer</translation>
  </message>
  <message>
   <source>At most once an hour.</source>
   <translation>Höchstens einmal je Stunde.</translation>
  </message>
  <message>
   <source>Away after</source>
   <translation>Abwesend nach</translation>
  </message>
  <message>
   <source>Away while the computer sleeps</source>
   <translation>Abwesend, solange der Rechner im Ruhezustand ist</translation>
  </message>
  <message>
   <source>Away while the screen is locked</source>
   <translation>Abwesend, solange der Bildschirm gesperrt ist</translation>
  </message>
  <message>
   <source>Back up every</source>
   <translation>Sichern alle</translation>
  </message>
  <message>
   <source>Backup folder</source>
   <translation>Ordner für Sicherungen</translation>
  </message>
  <message>
   <source>Counts at once, also where only the clock shows it.</source>
   <translation>Zählt sofort, auch wo nur die Uhr es zeigt.</translation>
  </message>
  <message>
   <source>Counts at once. Locking EngageDesk by hand is not away.</source>
   <translation>Zählt sofort. EngageDesk von Hand zu sperren gilt nicht als Abwesenheit.</translation>
  </message>
  <message>
   <source>Empty means the folder beside the profile. A folder on another disk also survives the loss of this one.</source>
   <translation>Leer heißt: der Ordner neben dem Profil. Ein Ordner auf einem anderen Datenträger überlebt auch den Verlust von diesem.</translation>
  </message>
  <message>
   <source>For suggestions only. Kept encrypted, without names of clients, addresses and numbers; never exported.</source>
   <translation>Nur für Vorschläge. Verschlüsselt aufbewahrt, ohne Namen von Mandanten, Adressen und Nummern; nie exportiert.</translation>
  </message>
  <message>
   <source>Forget window titles after</source>
   <translation>Fenstertitel vergessen nach</translation>
  </message>
  <message>
   <source>From your plan, your habits and what lies beside it, on this computer only. Nothing is booked by itself.</source>
   <translation>Aus Ihrem Plan, Ihren Gewohnheiten und dem, was daneben liegt, nur auf diesem Computer. Nichts wird von selbst gebucht.</translation>
  </message>
  <message>
   <source>How often a running timer notes that you are still there, so that a crash can offer the last activity.</source>
   <translation>Wie oft ein laufender Timer festhält, dass Sie noch da sind, damit nach einem Absturz die letzte Tätigkeit angeboten werden kann.</translation>
  </message>
  <message>
   <source>In working hours, while you are at the computer; at most once an hour.</source>
   <translation>In der Arbeitszeit, während Sie am Computer sind; höchstens einmal je Stunde.</translation>
  </message>
  <message>
   <source>Keep running in the tray when the window is closed</source>
   <translation>Im Infobereich weiterlaufen, wenn das Fenster geschlossen wird</translation>
  </message>
  <message>
   <source>Keys that open quick entry wherever you are. Off while another program has them.</source>
   <translation>Tasten, die die Schnelleingabe von überall öffnen. Aus, solange ein anderes Programm sie hat.</translation>
  </message>
  <message>
   <source>Keys that stop the running timer, or start the last one again.</source>
   <translation>Tasten, die den laufenden Timer stoppen oder den letzten wieder starten.</translation>
  </message>
  <message>
   <source>Lock after</source>
   <translation>Sperren nach</translation>
  </message>
  <message>
   <source>Look at the title of the window in front</source>
   <translation>Den Titel des vordersten Fensters lesen</translation>
  </message>
  <message>
   <source>Minutes without mouse or keyboard; 0 never locks by itself. A running timer goes on.</source>
   <translation>Minuten ohne Maus oder Tastatur; 0 sperrt nie von selbst. Ein laufender Timer läuft weiter.</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Never keep titles with these words</source>
   <translation>Titel mit diesen Wörtern nie aufbewahren</translation>
  </message>
  <message>
   <source>No reminders from</source>
   <translation>Keine Erinnerungen ab</translation>
  </message>
  <message>
   <source>No reminders until</source>
   <translation>Keine Erinnerungen bis</translation>
  </message>
  <message>
   <source>Note activity every</source>
   <translation>Tätigkeit festhalten alle</translation>
  </message>
  <message>
   <source>Older ones are deleted for good, every day.</source>
   <translation>Ältere werden täglich endgültig gelöscht.</translation>
  </message>
  <message>
   <source>Once, in the last hour of the working day.</source>
   <translation>Einmal, in der letzten Stunde des Arbeitstags.</translation>
  </message>
  <message>
   <source>Quick entry from any program</source>
   <translation>Schnelleingabe aus jedem Programm</translation>
  </message>
  <message>
   <source>Remind before the submission cut-off</source>
   <translation>Vor dem Abgabeschluss erinnern</translation>
  </message>
  <message>
   <source>Remind of time away that waits for an answer</source>
   <translation>An Abwesenheit erinnern, die auf eine Antwort wartet</translation>
  </message>
  <message>
   <source>Remind when no timer runs</source>
   <translation>Erinnern, wenn kein Timer läuft</translation>
  </message>
  <message>
   <source>Remind when the day has less than its standard hours</source>
   <translation>Erinnern, wenn der Tag weniger als seine Sollstunden hat</translation>
  </message>
  <message>
   <source>Short locks count as work up to</source>
   <translation>Kurze Sperren zählen als Arbeit bis</translation>
  </message>
  <message>
   <source>Show code names instead of client names</source>
   <translation>Decknamen statt Mandantennamen zeigen</translation>
  </message>
  <message>
   <source>Small timer on top of other windows</source>
   <translation>Kleiner Timer über anderen Fenstern</translation>
  </message>
  <message>
   <source>So many hours before the firm's cut-off, where the week is not submitted yet; 0 never does.</source>
   <translation>So viele Stunden vor dem Abgabeschluss der Firma, wenn die Woche noch nicht eingereicht ist; 0 erinnert nie.</translation>
  </message>
  <message>
   <source>Start and stop from any program</source>
   <translation>Starten und stoppen aus jedem Programm</translation>
  </message>
  <message>
   <source>Suggest what free time was</source>
   <translation>Vorschlagen, was freie Zeit war</translation>
  </message>
  <message>
   <source>The hour at which your working day begins.</source>
   <translation>Die Stunde, in der Ihr Arbeitstag beginnt.</translation>
  </message>
  <message>
   <source>The hour at which your working day ends; the same as the next one means that there are no quiet hours.</source>
   <translation>Die Stunde, in der Ihr Arbeitstag endet; gleich der nächsten heißt: keine Ruhezeit.</translation>
  </message>
  <message>
   <source>The running timer in a small window that stays in sight; by itself only where the desktop shows no tray.</source>
   <translation>Der laufende Timer in einem kleinen Fenster, das sichtbar bleibt; von selbst nur, wo der Desktop keinen Infobereich zeigt.</translation>
  </message>
  <message>
   <source>While the program is open and something has changed.</source>
   <translation>Solange das Programm offen ist und sich etwas geändert hat.</translation>
  </message>
  <message>
   <source>While the screen is shared: lists, the sidebar, the timer and totals show every client by its code name. On Clients you can name the one that it is shared with.</source>
   <translation>Solange der Bildschirm geteilt wird: Listen, Seitenleiste, Timer und Summen zeigen jeden Mandanten mit seinem Decknamen. Unter Mandanten lässt sich der eine nennen, mit dem er geteilt wird.</translation>
  </message>
  <message>
   <source>Without mouse or keyboard for this long you count as away since the last touch; 0 never asks.</source>
   <translation>So lange ohne Maus oder Tastatur, und Sie gelten seit der letzten Berührung als abwesend; 0 fragt nie.</translation>
  </message>
  <message>
   <source>Without tray</source>
   <translation>Ohne Infobereich</translation>
  </message>
  <message>
   <source>Words parted by commas. Private windows, passwords and banking are never kept anyway.</source>
   <translation>Wörter, durch Kommas getrennt. Private Fenster, Passwörter und Bankgeschäfte werden ohnehin nie aufbewahrt.</translation>
  </message>
  <message>
   <source>Works only where the desktop shows a tray; elsewhere closing the window ends the program.</source>
   <translation>Wirkt nur, wo die Arbeitsumgebung einen Infobereich zeigt; sonst beendet das Schließen des Fensters das Programm.</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>About</source>
   <translation>Über EngageDesk</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Fähigkeiten</translation>
  </message>
  <message>
   <source>Firm profile</source>
   <translation>Kanzleiprofil</translation>
  </message>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>Privacy and data</source>
   <translation>Datenschutz</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Einstellung</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>The computer's keyring</source>
   <translation>Der Schlüsselbund des Rechners</translation>
  </message>
  <message>
   <source>Time and idle</source>
   <translation>Zeit und Leerlauf</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>No setting is called that</source>
   <translation>Keine Einstellung heißt so</translation>
  </message>
  <message>
   <source>Search in settings</source>
   <translation>In den Einstellungen suchen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>ShareRow</name>
  <message>
   <source>A part needs a length</source>
   <translation>Ein Teil braucht eine Dauer</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Break, counts as no time</source>
   <translation>Pause, zählt nicht als Zeit</translation>
  </message>
  <message>
   <source>Part {number}: charge code</source>
   <translation>Teil {number}: Auftragscode</translation>
  </message>
  <message>
   <source>Part {number}: length</source>
   <translation>Teil {number}: Dauer</translation>
  </message>
  <message>
   <source>Part {number}: what for</source>
   <translation>Teil {number}: wofür</translation>
  </message>
  <message>
   <source>Remove part {number}</source>
   <translation>Teil {number} entfernen</translation>
  </message>
  <message>
   <source>Type a length as 0:25 or 25</source>
   <translation>Geben Sie eine Dauer als 0:25 oder 25 ein</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPanel</name>
  <message>
   <source>All keys</source>
   <translation>Alle Tasten</translation>
  </message>
  <message>
   <source>In this window</source>
   <translation>In diesem Fenster</translation>
  </message>
  <message>
   <source>Press an action's keys to give it others. In tables and grids further keys hold; Help lists them.</source>
   <translation>Drücken Sie auf die Tasten einer Aktion, um ihr andere zu geben. In Tabellen gelten weitere Tasten; die Hilfe nennt sie.</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Alle zurücksetzen</translation>
  </message>
  <message>
   <source>keyboard hotkey</source>
   <translation>tastatur kürzel hotkey</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message>
   <source>Active engagements</source>
   <translation>Aktive Aufträge</translation>
  </message>
  <message>
   <source>Lock EngageDesk</source>
   <translation>EngageDesk sperren</translation>
  </message>
 </context>
 <context>
  <name>SplitRows</name>
  <message>
   <source>Add a row</source>
   <translation>Zeile hinzufügen</translation>
  </message>
  <message>
   <source>All of {total}</source>
   <translation>{total} ganz zugeordnet</translation>
  </message>
  <message>
   <source>{left} of {total} stay unallocated</source>
   <translation>{left} von {total} bleiben nicht zugeordnet</translation>
  </message>
 </context>
 <context>
  <name>Staffing</name>
  <message>
   <source>As the firm</source>
   <translation>Wie die Kanzlei</translation>
  </message>
  <message>
   <source>Book somebody</source>
   <translation>Jemanden einplanen</translation>
  </message>
  <message>
   <source>Book somebody for all of it</source>
   <translation>Jemanden für das Ganze einplanen</translation>
  </message>
  <message>
   <source>Booked so far: {n}. Choose one to change or remove it.</source>
   <translation>Bisher eingeplant: {n}. Zum Ändern oder Entfernen wählen.</translation>
  </message>
  <message>
   <source>Booking</source>
   <translation>Einplanung</translation>
  </message>
  <message>
   <source>Busy season: longer days</source>
   <translation>Hochsaison: längere Tage</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Closed to work</source>
   <translation>Für Arbeit gesperrt</translation>
  </message>
  <message>
   <source>Day off</source>
   <translation>Freier Tag</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Empty: as long as the task runs.</source>
   <translation>Leer: solange die Aufgabe läuft.</translation>
  </message>
  <message>
   <source>Empty: that one day.</source>
   <translation>Leer: nur dieser Tag.</translation>
  </message>
  <message>
   <source>Empty: they stay.</source>
   <translation>Leer: bleibt dabei.</translation>
  </message>
  <message>
   <source>Enter firm holidays or the busy season</source>
   <translation>Freie Tage der Kanzlei oder Hochsaison eintragen</translation>
  </message>
  <message>
   <source>Enter leave or other days off</source>
   <translation>Urlaub oder andere freie Tage eintragen</translation>
  </message>
  <message>
   <source>Fills in the hours.</source>
   <translation>Füllt die Stunden aus.</translation>
  </message>
  <message>
   <source>Firm holidays and busy season</source>
   <translation>Freie Tage der Kanzlei und Hochsaison</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From {day}: {week}</source>
   <translation>Ab {day}: {week}</translation>
  </message>
  <message>
   <source>Half days</source>
   <translation>Halbe Tage</translation>
  </message>
  <message>
   <source>Hours worked each day</source>
   <translation>Arbeitsstunden je Tag</translation>
  </message>
  <message>
   <source>How much</source>
   <translation>Umfang</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Urlaub</translation>
  </message>
  <message>
   <source>Leave and other days</source>
   <translation>Urlaub und andere Tage</translation>
  </message>
  <message>
   <source>Leave falls into it ({days})</source>
   <translation>In diese Zeit fällt Abwesenheit ({days})</translation>
  </message>
  <message>
   <source>Longer days</source>
   <translation>Längere Tage</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New booking</source>
   <translation>Neue Einplanung</translation>
  </message>
  <message>
   <source>New days</source>
   <translation>Neue Tage</translation>
  </message>
  <message>
   <source>New, from a day on</source>
   <translation>Neu, ab einem Tag</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Other hours than the firm profile's</source>
   <translation>Andere Stunden als im Kanzleiprofil</translation>
  </message>
  <message>
   <source>Otherwise those of the firm.</source>
   <translation>Sonst die der Kanzlei.</translation>
  </message>
  <message>
   <source>Own hours</source>
   <translation>Eigene Stunden</translation>
  </message>
  <message>
   <source>Part-time, % of the firm's week</source>
   <translation>Teilzeit, % der Kanzleiwoche</translation>
  </message>
  <message>
   <source>Public holidays of</source>
   <translation>Feiertage von</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Set somebody's working week</source>
   <translation>Arbeitswoche einer Person festlegen</translation>
  </message>
  <message>
   <source>Set the firm's working week and public holidays</source>
   <translation>Arbeitswoche und Feiertage der Kanzlei festlegen</translation>
  </message>
  <message>
   <source>Share of time, %</source>
   <translation>Zeitanteil, %</translation>
  </message>
  <message>
   <source>Some hours of work</source>
   <translation>Einige Stunden Arbeit</translation>
  </message>
  <message>
   <source>State or region</source>
   <translation>Land oder Region</translation>
  </message>
  <message>
   <source>The firm's working week</source>
   <translation>Arbeitswoche der Kanzlei</translation>
  </message>
  <message>
   <source>The task has no days ahead, so this takes none of their time.</source>
   <translation>Die Aufgabe hat keine Tage vor sich, das kostet also keine Zeit.</translation>
  </message>
  <message>
   <source>The whole country</source>
   <translation>Das ganze Land</translation>
  </message>
  <message>
   <source>There is no working time of theirs in these days.</source>
   <translation>In diesen Tagen liegt keine Arbeitszeit dieser Person.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Whole days</source>
   <translation>Ganze Tage</translation>
  </message>
  <message>
   <source>Working week</source>
   <translation>Arbeitswoche</translation>
  </message>
  <message>
   <source>country state calendar bank holiday</source>
   <translation>Land Bundesland Kalender Feiertag</translation>
  </message>
  <message>
   <source>holiday vacation absence away sick half day</source>
   <translation>Ferien Abwesenheit krank frei halber Tag</translation>
  </message>
  <message>
   <source>overtime closed bridge day</source>
   <translation>Überstunden geschlossen Brückentag</translation>
  </message>
  <message>
   <source>part-time hours pattern contract last day</source>
   <translation>Teilzeit Stunden Muster Vertrag letzter Tag</translation>
  </message>
  <message>
   <source>the usual hours</source>
   <translation>die üblichen Stunden</translation>
  </message>
  <message>
   <source>week {number}: {share}</source>
   <translation>KW {number}: {share}</translation>
  </message>
  <message>
   <source>without any time</source>
   <translation>ohne freie Zeit</translation>
  </message>
  <message>
   <source>{hours} h a week</source>
   <translation>{hours} h je Woche</translation>
  </message>
  <message>
   <source>{name} has a clash, more than can be worked ({weeks}).</source>
   <translation>{name} ist überplant, mehr als zu schaffen ist ({weeks}).</translation>
  </message>
  <message>
   <source>{name} has more than the week holds ({weeks}).</source>
   <translation>{name} hat mehr, als die Woche hergibt ({weeks}).</translation>
  </message>
  <message>
   <source>{name} has time for it: at most {share} planned, in week {number}.</source>
   <translation>{name} hat Zeit dafür: höchstens {share} verplant, in KW {number}.</translation>
  </message>
  <message>
   <source>{name}, {share}, as long as the task runs</source>
   <translation>{name}, {share}, solange die Aufgabe läuft</translation>
  </message>
  <message>
   <source>{name}, {share}, {days}</source>
   <translation>{name}, {share}, {days}</translation>
  </message>
  <message>
   <source>{n} more weeks</source>
   <translation>{n} weitere Wochen</translation>
  </message>
  <message>
   <source>{what}, {days} {year}</source>
   <translation>{what}, {days} {year}</translation>
  </message>
  <message>
   <source>{what}, {days} {year}, {hours} h a day</source>
   <translation>{what}, {days} {year}, {hours} h am Tag</translation>
  </message>
  <message>
   <source>{words}, {country}, {part}</source>
   <translation>{words}, {country}, {part}</translation>
  </message>
  <message>
   <source>{words}, {place}</source>
   <translation>{words}, {place}</translation>
  </message>
 </context>
 <context>
  <name>State</name>
  <message>
   <source>A timer is running on it. Stop it first.</source>
   <translation>Ein Timer läuft darauf. Halten Sie ihn erst an.</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archivieren</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>Archiviert</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close its charge codes</source>
   <translation>Seine Auftragscodes schließen</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>From {old} to {new}.</source>
   <translation>Von {old} zu {new}.</translation>
  </message>
  <message>
   <source>It is kept for reading only: it is found in Closed, and no longer suggested anywhere.</source>
   <translation>Er bleibt nur zum Lesen: zu finden unter Geschlossen, und er wird nirgends mehr vorgeschlagen.</translation>
  </message>
  <message>
   <source>It is listed again, and time can be booked on its open codes.</source>
   <translation>Er steht wieder in den Listen, und auf seine offenen Codes lässt sich Zeit buchen.</translation>
  </message>
  <message>
   <source>It is listed and time can be booked on it.</source>
   <translation>Er steht in den Listen, und Zeit lässt sich darauf buchen.</translation>
  </message>
  <message>
   <source>It is listed, and nothing is planned yet.</source>
   <translation>Er steht in den Listen, und noch ist nichts geplant.</translation>
  </message>
  <message>
   <source>It leaves the lists and the sidebar. Its time, plan and history stay, and it can be reopened at any time.</source>
   <translation>Er verlässt Listen und Seitenleiste. Seine Zeit, sein Plan und sein Verlauf bleiben, und er lässt sich jederzeit wieder öffnen.</translation>
  </message>
  <message>
   <source>It stays listed. Time can still be booked, and is not suggested.</source>
   <translation>Er bleibt in den Listen. Zeit lässt sich noch buchen, wird aber nicht vorgeschlagen.</translation>
  </message>
  <message>
   <source>Make a proposal</source>
   <translation>Zum Angebot machen</translation>
  </message>
  <message>
   <source>Make active</source>
   <translation>Aktiv setzen</translation>
  </message>
  <message>
   <source>Nobody can book on them by mistake.</source>
   <translation>Niemand kann versehentlich darauf buchen.</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>Ruht</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Planen</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Angeboten</translation>
  </message>
  <message>
   <source>Put on hold</source>
   <translation>Ruhen lassen</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Reason, kept in the history</source>
   <translation>Grund, bleibt im Verlauf</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>Eingereicht</translation>
  </message>
  <message>
   <source>Take out of the archive</source>
   <translation>Aus dem Archiv holen</translation>
  </message>
  <message>
   <source>What is still open</source>
   <translation>Was noch offen ist</translation>
  </message>
  <message>
   <source>{n} charge code is open.</source>
   <translation>{n} Auftragscode ist offen.</translation>
  </message>
  <message>
   <source>{n} charge codes are open.</source>
   <translation>{n} Auftragscodes sind offen.</translation>
  </message>
  <message>
   <source>{n} entries that are not submitted, {hours} h: they stay, and can still be submitted.</source>
   <translation>{n} nicht eingereichte Einträge, {hours} h: sie bleiben und lassen sich noch einreichen.</translation>
  </message>
  <message>
   <source>{n} entry that is not submitted, {hours} h: it stays, and can still be submitted.</source>
   <translation>{n} nicht eingereichter Eintrag, {hours} h: er bleibt und lässt sich noch einreichen.</translation>
  </message>
  <message>
   <source>{n} gate is open.</source>
   <translation>{n} Freigabe ist offen.</translation>
  </message>
  <message>
   <source>{n} gates are open.</source>
   <translation>{n} Freigaben sind offen.</translation>
  </message>
  <message>
   <source>{n} of them await a code, {hours} h.</source>
   <translation>{n} davon warten auf einen Code, {hours} h</translation>
  </message>
  <message>
   <source>{n} of them awaits a code, {hours} h.</source>
   <translation>{n} davon wartet auf einen Code, {hours} h</translation>
  </message>
  <message>
   <source>{n} task is not done.</source>
   <translation>{n} Aufgabe ist nicht erledigt.</translation>
  </message>
  <message>
   <source>{n} tasks are not done.</source>
   <translation>{n} Aufgaben sind nicht erledigt.</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {n} of {count}: {name}</source>
   <translation>Schritt {n} von {count}: {name}</translation>
  </message>
 </context>
 <context>
  <name>StillRunningCard</name>
  <message>
   <source>End at {time}</source>
   <translation>Beenden um {time}</translation>
  </message>
  <message>
   <source>End it then</source>
   <translation>Dann beenden</translation>
  </message>
  <message>
   <source>Ended at…</source>
   <translation>Beendet um…</translation>
  </message>
  <message>
   <source>EngageDesk ended without stopping it. The last sign of you was at {time}.</source>
   <translation>EngageDesk endete, ohne ihn anzuhalten. Das letzte Lebenszeichen von Ihnen war um {time}.</translation>
  </message>
  <message>
   <source>Keep running</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>When it ended</source>
   <translation>Wann er endete</translation>
  </message>
  <message>
   <source>You closed EngageDesk at {time}; the timer went on.</source>
   <translation>Sie haben EngageDesk um {time} geschlossen; der Timer lief weiter.</translation>
  </message>
  <message>
   <source>You locked EngageDesk at {time}, and it was closed before you came back.</source>
   <translation>Sie haben EngageDesk um {time} gesperrt, und es wurde geschlossen, bevor Sie zurück waren.</translation>
  </message>
  <message>
   <source>{label} is still running since {time}</source>
   <translation>{label} läuft noch seit {time}</translation>
  </message>
 </context>
 <context>
  <name>SuggestedCard</name>
  <message>
   <source>Suggested</source>
   <translation>Vorgeschlagen</translation>
  </message>
  <message>
   <source>counts for nothing until you accept it</source>
   <translation>zählt nicht, bis Sie es annehmen</translation>
  </message>
 </context>
 <context>
  <name>Suggestions</name>
  <message>
   <source>Booked as a draft</source>
   <translation>Als Entwurf gebucht</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Dismissed: suggested less often from now on</source>
   <translation>Verworfen: wird künftig seltener vorgeschlagen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>Table</name>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
 </context>
 <context>
  <name>TextBlock</name>
  <message>
   <source>It has a letter that no text can hold</source>
   <translation>Darin steht ein Zeichen, das kein Text enthalten kann</translation>
  </message>
 </context>
 <context>
  <name>Tick</name>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Entered</source>
   <translation>Eingetragen</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Herausnehmen</translation>
  </message>
  <message>
   <source>To enter</source>
   <translation>Einzutragen</translation>
  </message>
  <message>
   <source>other narrative</source>
   <translation>anderer Tätigkeitstext</translation>
  </message>
  <message>
   <source>was {hours}</source>
   <translation>war {hours}</translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message>
   <source>+{days} d</source>
   <translation>+{days} T</translation>
  </message>
  <message>
   <source>100 %, done</source>
   <translation>100 %, erledigt</translation>
  </message>
  <message>
   <source>After it, the plan says so.</source>
   <translation>Danach meldet es der Plan.</translation>
  </message>
  <message>
   <source>Alt free, Esc cancels</source>
   <translation>Alt frei, Esc bricht ab</translation>
  </message>
  <message>
   <source>Arrow keys move the part in sight; Home shows today</source>
   <translation>Pfeiltasten verschieben den sichtbaren Teil; Pos1 zeigt heute</translation>
  </message>
  <message>
   <source>As at {day}</source>
   <translation>Stand {day}</translation>
  </message>
  <message>
   <source>As early as its links allow</source>
   <translation>So früh, wie die Verknüpfungen erlauben</translation>
  </message>
  <message>
   <source>Assigned</source>
   <translation>Zugewiesen</translation>
  </message>
  <message>
   <source>Assign…</source>
   <translation>Zuweisen …</translation>
  </message>
  <message>
   <source>Bars of the plan</source>
   <translation>Balken des Plans</translation>
  </message>
  <message>
   <source>Baseline</source>
   <translation>Basisplan</translation>
  </message>
  <message>
   <source>Baseline removed</source>
   <translation>Basisplan entfernt</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Beginnt</translation>
  </message>
  <message>
   <source>Begins {at}, before “{other}” allows it: that begins {end}.</source>
   <translation>Beginnt {at}, bevor „{other}“ es erlaubt: Das beginnt {end}.</translation>
  </message>
  <message>
   <source>Begins {at}, before “{other}” allows it: that ends {end}.</source>
   <translation>Beginnt {at}, bevor „{other}“ es erlaubt: Das endet {end}.</translation>
  </message>
  <message>
   <source>Blocks {title}</source>
   <translation>Hält auf: {title}</translation>
  </message>
  <message>
   <source>Book somebody…</source>
   <translation>Jemanden einplanen …</translation>
  </message>
  <message>
   <source>Booked: {people}</source>
   <translation>Eingeplant: {people}</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Capacity</source>
   <translation>Auslastung</translation>
  </message>
  <message>
   <source>Capacity on or off</source>
   <translation>Auslastung ein oder aus</translation>
  </message>
  <message>
   <source>Capacity: planned hours of available, by person and week</source>
   <translation>Auslastung: geplante von verfügbaren Stunden, nach Person und Woche</translation>
  </message>
  <message>
   <source>Clash {percent} %</source>
   <translation>Zusammenstoß {percent} %</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Mandant</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close all rows</source>
   <translation>Alle Zeilen schließen</translation>
  </message>
  <message>
   <source>Collapse</source>
   <translation>Zuklappen</translation>
  </message>
  <message>
   <source>Conflict</source>
   <translation>Konflikt</translation>
  </message>
  <message>
   <source>Conflicts</source>
   <translation>Konflikte</translation>
  </message>
  <message>
   <source>Conflicts in the plan</source>
   <translation>Konflikte im Plan</translation>
  </message>
  <message>
   <source>Conflicts {n}</source>
   <translation>Konflikte {n}</translation>
  </message>
  <message>
   <source>Critical path</source>
   <translation>Kritischer Pfad</translation>
  </message>
  <message>
   <source>Critical path on or off</source>
   <translation>Kritischer Pfad ein oder aus</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Days closed to work…</source>
   <translation>Für Arbeit gesperrte Tage …</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Frist</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Deliverable</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Edit the link…</source>
   <translation>Verknüpfung bearbeiten …</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Bearbeiten …</translation>
  </message>
  <message>
   <source>Empty: what progress leaves.</source>
   <translation>Leer: was der Fortschritt übrig lässt.</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Endet</translation>
  </message>
  <message>
   <source>Ends {at}, before “{other}” allows it: that begins {end}.</source>
   <translation>Endet {at}, bevor „{other}“ es erlaubt: Das beginnt {end}.</translation>
  </message>
  <message>
   <source>Ends {at}, before “{other}” allows it: that ends {end}.</source>
   <translation>Endet {at}, bevor „{other}“ es erlaubt: Das endet {end}.</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Engagement, phase, task</source>
   <translation>Auftrag, Phase, Aufgabe</translation>
  </message>
  <message>
   <source>Engagements in the overview</source>
   <translation>Aufträge im Überblick</translation>
  </message>
  <message>
   <source>Engagements that are shown ({n})…</source>
   <translation>Gezeigte Aufträge ({n}) …</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Esc cancels</source>
   <translation>Esc bricht ab</translation>
  </message>
  <message>
   <source>Estimated work, h</source>
   <translation>Geschätzte Arbeit, h</translation>
  </message>
  <message>
   <source>Everything ({n})…</source>
   <translation>Alles ({n}) …</translation>
  </message>
  <message>
   <source>Everything planned so far is saved.</source>
   <translation>Alles bisher Geplante ist gespeichert.</translation>
  </message>
  <message>
   <source>Everything…</source>
   <translation>Alles …</translation>
  </message>
  <message>
   <source>Expand</source>
   <translation>Aufklappen</translation>
  </message>
  <message>
   <source>F8 next, Shift+F8 previous</source>
   <translation>F8 weiter, Umschalt+F8 zurück</translation>
  </message>
  <message>
   <source>Finish to finish</source>
   <translation>Ende zu Ende</translation>
  </message>
  <message>
   <source>Finish to start</source>
   <translation>Ende zu Anfang</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Fit everything</source>
   <translation>Alles einpassen</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Go to today</source>
   <translation>Zu heute</translation>
  </message>
  <message>
   <source>Go to “{name}”</source>
   <translation>Zu „{name}“</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Had to be done by {day}, and is not.</source>
   <translation>Musste bis {day} fertig sein und ist es nicht.</translation>
  </message>
  <message>
   <source>Had to be done by {day}; it ends {length} of work later.</source>
   <translation>Musste bis {day} fertig sein; endet {length} Arbeit später.</translation>
  </message>
  <message>
   <source>Hide what is done</source>
   <translation>Erledigtes ausblenden</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei importieren</translation>
  </message>
  <message>
   <source>Ins</source>
   <translation>Einfg</translation>
  </message>
  <message>
   <source>Jump</source>
   <translation>Hinspringen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep the plan as it stands</source>
   <translation>Den Plan festhalten, wie er steht</translation>
  </message>
  <message>
   <source>Keep the plan as it stands…</source>
   <translation>Den Plan festhalten, wie er steht …</translation>
  </message>
  <message>
   <source>Keep this view</source>
   <translation>Diese Ansicht behalten</translation>
  </message>
  <message>
   <source>Keep this view…</source>
   <translation>Diese Ansicht behalten …</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Urlaub</translation>
  </message>
  <message>
   <source>Leave…</source>
   <translation>Urlaub …</translation>
  </message>
  <message>
   <source>Let go</source>
   <translation>Loslassen</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Verknüpfung</translation>
  </message>
  <message>
   <source>Link removed</source>
   <translation>Verknüpfung entfernt</translation>
  </message>
  <message>
   <source>Link to…</source>
   <translation>Verknüpfen mit …</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>Verknüpft</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>Load the sample portfolio</source>
   <translation>Beispielportfolio laden</translation>
  </message>
  <message>
   <source>Milestone</source>
   <translation>Meilenstein</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Verschoben</translation>
  </message>
  <message>
   <source>Moved down</source>
   <translation>Nach unten gerückt</translation>
  </message>
  <message>
   <source>Moved up</source>
   <translation>Nach oben gerückt</translation>
  </message>
  <message>
   <source>Moved, and one more with it</source>
   <translation>Verschoben, und eines mit</translation>
  </message>
  <message>
   <source>Moved, and {n} more with it</source>
   <translation>Verschoben, und {n} weitere mit</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New link</source>
   <translation>Neue Verknüpfung</translation>
  </message>
  <message>
   <source>Next conflict in the plan</source>
   <translation>Nächster Konflikt im Plan</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Niemand</translation>
  </message>
  <message>
   <source>Nobody does it yet</source>
   <translation>Noch niemand tut es</translation>
  </message>
  <message>
   <source>Nobody does it; it begins on {day}.</source>
   <translation>Niemand tut es; es beginnt am {day}.</translation>
  </message>
  <message>
   <source>Nobody does it; {role} is looked for from {day}.</source>
   <translation>Niemand tut es; gesucht ab {day}: {role}.</translation>
  </message>
  <message>
   <source>Nobody does {n} tasks, the first from {day}: {names} and others.</source>
   <translation>{n} Aufgaben hat niemand, die erste ab {day}: {names} und andere.</translation>
  </message>
  <message>
   <source>Nobody does {n} tasks, the first from {day}: {names}.</source>
   <translation>{n} Aufgaben hat niemand, die erste ab {day}: {names}.</translation>
  </message>
  <message>
   <source>Nobody has planned work: give tasks to people, and their weeks show here.</source>
   <translation>Niemand hat geplante Arbeit: Geben Sie Aufgaben an Leute, dann stehen ihre Wochen hier.</translation>
  </message>
  <message>
   <source>Nobody is booked on it.</source>
   <translation>Niemand ist dafür eingeplant.</translation>
  </message>
  <message>
   <source>Not before</source>
   <translation>Nicht vor</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Nothing collides: every link holds, and nobody has too much.</source>
   <translation>Nichts stößt zusammen: Jede Verknüpfung hält, und niemand hat zu viel.</translation>
  </message>
  <message>
   <source>Nothing in the plan is like this.</source>
   <translation>Nichts im Plan ist so.</translation>
  </message>
  <message>
   <source>Nothing is planned yet: bring in your engagements, or make one from a template.</source>
   <translation>Noch ist nichts geplant: Bringen Sie Ihre Aufträge mit, oder legen Sie einen aus einer Vorlage an.</translation>
  </message>
  <message>
   <source>Nothing pushes it.</source>
   <translation>Nichts verschiebt es.</translation>
  </message>
  <message>
   <source>Nothing was written</source>
   <translation>Nichts wurde geschrieben</translation>
  </message>
  <message>
   <source>Of its people's, while it runs.</source>
   <translation>Von der Zeit ihrer Leute, solange sie läuft.</translation>
  </message>
  <message>
   <source>On the critical path</source>
   <translation>Auf dem kritischen Pfad</translation>
  </message>
  <message>
   <source>Only one person's</source>
   <translation>Nur von einer Person</translation>
  </message>
  <message>
   <source>Only the critical path</source>
   <translation>Nur der kritische Pfad</translation>
  </message>
  <message>
   <source>Only what is in conflict</source>
   <translation>Nur was im Konflikt steht</translation>
  </message>
  <message>
   <source>Only {client} · {title}…</source>
   <translation>Nur {client} · {title} …</translation>
  </message>
  <message>
   <source>Open all rows</source>
   <translation>Alle Zeilen öffnen</translation>
  </message>
  <message>
   <source>Open gate</source>
   <translation>Offene Vorbedingung</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <source>Other end</source>
   <translation>Anderes Ende</translation>
  </message>
  <message>
   <source>Overload {percent} %</source>
   <translation>Überlast {percent} %</translation>
  </message>
  <message>
   <source>Overview of the whole plan</source>
   <translation>Überblick über den ganzen Plan</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Feststecken</translation>
  </message>
  <message>
   <source>Pinned</source>
   <translation>Festgesteckt</translation>
  </message>
  <message>
   <source>Pinned, {day}</source>
   <translation>Festgesteckt, {day}</translation>
  </message>
  <message>
   <source>Pinned: nothing pushes it</source>
   <translation>Festgesteckt: nichts verschiebt es</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Plan automatically</source>
   <translation>Automatisch planen</translation>
  </message>
  <message>
   <source>Plan written: {file}</source>
   <translation>Plan geschrieben: {file}</translation>
  </message>
  <message>
   <source>Planned automatically: as early as its links allow</source>
   <translation>Automatisch geplant: so früh, wie es die Verknüpfungen erlauben</translation>
  </message>
  <message>
   <source>Previous conflict in the plan</source>
   <translation>Voriger Konflikt im Plan</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Progress, %</source>
   <translation>Fortschritt, %</translation>
  </message>
  <message>
   <source>Progress: {n} %</source>
   <translation>Fortschritt: {n} %</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>Quartal</translation>
  </message>
  <message>
   <source>Q{number}</source>
   <translation>Q{number}</translation>
  </message>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove the link</source>
   <translation>Verknüpfung entfernen</translation>
  </message>
  <message>
   <source>Remove “{name}”</source>
   <translation>„{name}“ entfernen</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Entfernt</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename the baseline</source>
   <translation>Basisplan umbenennen</translation>
  </message>
  <message>
   <source>Rename “{name}”…</source>
   <translation>„{name}“ umbenennen…</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save as a file (Project, calendar, table)</source>
   <translation>Als Datei speichern (Project, Kalender, Tabelle)</translation>
  </message>
  <message>
   <source>Save as a picture (PNG)…</source>
   <translation>Als Bild speichern (PNG) …</translation>
  </message>
  <message>
   <source>Save as pages (PDF)…</source>
   <translation>Als Seiten speichern (PDF) …</translation>
  </message>
  <message>
   <source>Save the plan</source>
   <translation>Den Plan speichern</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search the plan</source>
   <translation>Im Plan suchen</translation>
  </message>
  <message>
   <source>Service line</source>
   <translation>Geschäftsbereich</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>Klären</translation>
  </message>
  <message>
   <source>Share of time, %</source>
   <translation>Anteil der Zeit, %</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <source>Staffing</source>
   <translation>Besetzung</translation>
  </message>
  <message>
   <source>Stands at {at}, before “{other}” allows it: that begins {end}.</source>
   <translation>Steht am {at}, bevor „{other}“ es erlaubt: Das beginnt {end}.</translation>
  </message>
  <message>
   <source>Stands at {at}, before “{other}” allows it: that ends {end}.</source>
   <translation>Steht am {at}, bevor „{other}“ es erlaubt: Das endet {end}.</translation>
  </message>
  <message>
   <source>Stands earlier than a link allows.</source>
   <translation>Steht früher, als eine Verknüpfung erlaubt.</translation>
  </message>
  <message>
   <source>Start to finish</source>
   <translation>Anfang zu Ende</translation>
  </message>
  <message>
   <source>Start to start</source>
   <translation>Anfang zu Anfang</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Takes a given time</source>
   <translation>Dauert eine feste Zeit</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>The plan puts it there, and moves it along.</source>
   <translation>Der Plan setzt es dorthin und verschiebt es mit.</translation>
  </message>
  <message>
   <source>The tree beside them says of each row what its bar shows</source>
   <translation>Der Baum daneben sagt zu jeder Zeile, was ihr Balken zeigt</translation>
  </message>
  <message>
   <source>The whole plan: drag the frame</source>
   <translation>Der ganze Plan: den Rahmen ziehen</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>They overlap</source>
   <translation>Sie überlappen</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitplan</translation>
  </message>
  <message>
   <source>Timeline: farther</source>
   <translation>Zeitplan: ferner</translation>
  </message>
  <message>
   <source>Timeline: fit</source>
   <translation>Zeitplan: einpassen</translation>
  </message>
  <message>
   <source>Timeline: fit everything</source>
   <translation>Zeitplan: alles einpassen</translation>
  </message>
  <message>
   <source>Timeline: nearer</source>
   <translation>Zeitplan: näher</translation>
  </message>
  <message>
   <source>Timeline: today</source>
   <translation>Zeitplan: heute</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>View forgotten</source>
   <translation>Ansicht vergessen</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>Ansichten</translation>
  </message>
  <message>
   <source>Waits for {title}</source>
   <translation>Wartet auf: {title}</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Warnung</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Who could do it; empty: anyone.</source>
   <translation>Wer es tun könnte; leer: alle.</translation>
  </message>
  <message>
   <source>Whoever works on it; else it takes as long as the work does.</source>
   <translation>Wer auch daran arbeitet; sonst so lange wie die Arbeit.</translation>
  </message>
  <message>
   <source>Whole plan</source>
   <translation>Ganzer Plan</translation>
  </message>
  <message>
   <source>Work begins on {day} before a gate is settled: {gates}.</source>
   <translation>Die Arbeit beginnt am {day}, bevor eine Freigabe erteilt ist: {gates}.</translation>
  </message>
  <message>
   <source>Work begins on {day} before these gates are settled: {gates}.</source>
   <translation>Die Arbeit beginnt am {day}, bevor diese Freigaben erteilt sind: {gates}.</translation>
  </message>
  <message>
   <source>Work left, h</source>
   <translation>Restarbeit, h</translation>
  </message>
  <message>
   <source>Working hours between</source>
   <translation>Arbeitsstunden dazwischen</translation>
  </message>
  <message>
   <source>Working time, h</source>
   <translation>Arbeitszeit, h</translation>
  </message>
  <message>
   <source>Working week…</source>
   <translation>Arbeitswoche …</translation>
  </message>
  <message>
   <source>Writing the plan</source>
   <translation>Der Plan wird geschrieben</translation>
  </message>
  <message>
   <source>W{number}</source>
   <translation>KW {number}</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Jahr</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>after “{name}” ({kind})</source>
   <translation>nach „{name}“ ({kind})</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>all {n}</source>
   <translation>alle {n}</translation>
  </message>
  <message>
   <source>before “{name}” ({kind})</source>
   <translation>vor „{name}“ ({kind})</translation>
  </message>
  <message>
   <source>clash overload leave deadline</source>
   <translation>zusammenstoß überlast urlaub frist</translation>
  </message>
  <message>
   <source>everybody's</source>
   <translation>von allen</translation>
  </message>
  <message>
   <source>moves {n} more</source>
   <translation>verschiebt {n} weitere</translation>
  </message>
  <message>
   <source>no time</source>
   <translation>keine Zeit</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>over {percent} %</source>
   <translation>über {percent} %</translation>
  </message>
  <message>
   <source>overview whole plan</source>
   <translation>überblick ganzer plan</translation>
  </message>
  <message>
   <source>plan-{day}</source>
   <translation>plan-{day}</translation>
  </message>
  <message>
   <source>planned hours of available, by week</source>
   <translation>geplante von verfügbaren Stunden, je Woche</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>bis {day}</translation>
  </message>
  <message>
   <source>{days} d</source>
   <translation>{days} T</translation>
  </message>
  <message>
   <source>{day}, {name}</source>
   <translation>{day}, {name}</translation>
  </message>
  <message>
   <source>{day}, {name}: {engagement}</source>
   <translation>{day}, {name}: {engagement}</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day}, {time}</translation>
  </message>
  <message>
   <source>{engagement} {hours} h</source>
   <translation>{engagement} {hours} h</translation>
  </message>
  <message>
   <source>{first} – {last}</source>
   <translation>{first} – {last}</translation>
  </message>
  <message>
   <source>{kind}, {day}</source>
   <translation>{kind}, {day}</translation>
  </message>
  <message>
   <source>{length} of work must lie between.</source>
   <translation>Dazwischen müssen {length} Arbeit liegen.</translation>
  </message>
  <message>
   <source>{name} is away then: {days}.</source>
   <translation>{name} ist dann nicht da: {days}.</translation>
  </message>
  <message>
   <source>{name} {share}</source>
   <translation>{name} {share}</translation>
  </message>
  <message>
   <source>{name}, week {number}</source>
   <translation>{name}, Woche {number}</translation>
  </message>
  <message>
   <source>{name}, you</source>
   <translation>{name}, Sie</translation>
  </message>
  <message>
   <source>{name}, {days}: nothing planned</source>
   <translation>{name}, {days}: nichts geplant</translation>
  </message>
  <message>
   <source>{name}, {days}: on leave</source>
   <translation>{name}, {days}: im Urlaub</translation>
  </message>
  <message>
   <source>{name}, {days}: {booked} h planned of {available} h</source>
   <translation>{name}, {days}: {booked} h geplant von {available} h</translation>
  </message>
  <message>
   <source>{name}, {day}</source>
   <translation>{name}, {day}</translation>
  </message>
  <message>
   <source>{needed} h planned of {available} h: {what}.</source>
   <translation>{needed} h geplant von {available} h: {what}.</translation>
  </message>
  <message>
   <source>{n} %</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>{n} more; F8 goes round among all.</source>
   <translation>{n} weitere; F8 geht durch alle.</translation>
  </message>
  <message>
   <source>{part} of {whole}</source>
   <translation>{part} von {whole}</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{percent} % clash</source>
   <translation>{percent} % Zusammenstoß</translation>
  </message>
  <message>
   <source>{percent} % done</source>
   <translation>{percent} % erledigt</translation>
  </message>
  <message>
   <source>{title}, page {number} of {pages}</source>
   <translation>{title}, Seite {number} von {pages}</translation>
  </message>
  <message>
   <source>{what}. {hint}</source>
   <translation>{what}. {hint}</translation>
  </message>
  <message>
   <source>−{days} d</source>
   <translation>−{days} T</translation>
  </message>
 </context>
 <context>
  <name>Timesheet</name>
  <message>
   <source>A code is missing, closed or not valid on the day.</source>
   <translation>Ein Code fehlt, ist geschlossen oder an dem Tag nicht gültig.</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Leistungsart</translation>
  </message>
  <message>
   <source>Add a row</source>
   <translation>Zeile hinzufügen</translation>
  </message>
  <message>
   <source>Add a row: engagement, code or a few letters</source>
   <translation>Zeile hinzufügen: Auftrag, Code oder ein paar Buchstaben</translation>
  </message>
  <message>
   <source>All changes</source>
   <translation>Alle Änderungen</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Back to draft</source>
   <translation>Wieder Entwurf</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>CSV file…</source>
   <translation>CSV-Datei…</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Chargeable share</source>
   <translation>Verrechenbarer Anteil</translation>
  </message>
  <message>
   <source>Check and submit</source>
   <translation>Prüfen und einreichen</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>Alle wählen</translation>
  </message>
  <message>
   <source>Choose an entry to see and change it, or draw a new one on the day.</source>
   <translation>Wählen Sie einen Eintrag, um ihn zu sehen und zu ändern, oder ziehen Sie einen neuen auf den Tag.</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Gewählt</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Code, or words that name one</source>
   <translation>Code, oder Wörter, die einen nennen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy last week</source>
   <translation>Letzte Woche kopieren</translation>
  </message>
  <message>
   <source>Copy last week's rows</source>
   <translation>Zeilen der letzten Woche kopieren</translation>
  </message>
  <message>
   <source>Copy the timesheet</source>
   <translation>Den Stundenzettel kopieren</translation>
  </message>
  <message>
   <source>Ctrl Enter</source>
   <translation>Strg Eingabe</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>Löschen (Entf)</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Früher</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Entries of the day</source>
   <translation>Einträge des Tages</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Eintrag</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Every entry has its code.</source>
   <translation>Jeder Eintrag hat seinen Code.</translation>
  </message>
  <message>
   <source>Excel workbook…</source>
   <translation>Excel-Arbeitsmappe…</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Fill this gap</source>
   <translation>Diese Lücke füllen</translation>
  </message>
  <message>
   <source>Filled gap</source>
   <translation>Gefüllte Lücke</translation>
  </message>
  <message>
   <source>Go to today</source>
   <translation>Zu heute gehen</translation>
  </message>
  <message>
   <source>Held back as drafts</source>
   <translation>Als Entwürfe zurückgehalten</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Verlauf…</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours: {cell}</source>
   <translation>Stunden: {cell}</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Left out by rounding</source>
   <translation>Durch Rundung ausgelassen</translation>
  </message>
  <message>
   <source>Mark as ready</source>
   <translation>Als bereit kennzeichnen</translation>
  </message>
  <message>
   <source>Merge with the next</source>
   <translation>Mit dem nächsten verbinden</translation>
  </message>
  <message>
   <source>Merge with the one before</source>
   <translation>Mit dem davor verbinden</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>Next view</source>
   <translation>Nächste Ansicht</translation>
  </message>
  <message>
   <source>No narrative</source>
   <translation>Kein Tätigkeitstext</translation>
  </message>
  <message>
   <source>Non-chargeable</source>
   <translation>Nicht verrechenbar</translation>
  </message>
  <message>
   <source>Not saved: at most {limit} letters are kept.</source>
   <translation>Nicht gespeichert: höchstens {limit} Zeichen werden behalten.</translation>
  </message>
  <message>
   <source>Nothing chosen</source>
   <translation>Nichts gewählt</translation>
  </message>
  <message>
   <source>Nothing has changed since it was made.</source>
   <translation>Seit der Erfassung hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing recorded</source>
   <translation>Nichts erfasst</translation>
  </message>
  <message>
   <source>Nothing recorded in this week yet: take last week's rows, or add one below.</source>
   <translation>In dieser Woche ist noch nichts erfasst: nehmen Sie die Zeilen der letzten Woche, oder fügen Sie unten eine hinzu.</translation>
  </message>
  <message>
   <source>Open its day</source>
   <translation>Seinen Tag öffnen</translation>
  </message>
  <message>
   <source>Open the day</source>
   <translation>Den Tag öffnen</translation>
  </message>
  <message>
   <source>Open the day with {entries}</source>
   <translation>Den Tag mit {entries} öffnen</translation>
  </message>
  <message>
   <source>Partly submitted</source>
   <translation>Zum Teil eingereicht</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Posted: it is corrected by a reversing entry.</source>
   <translation>Gebucht: berichtigt wird durch einen Stornoeintrag.</translation>
  </message>
  <message>
   <source>Put on this code</source>
   <translation>Auf diesen Code setzen</translation>
  </message>
  <message>
   <source>Quick entry</source>
   <translation>Schnelleingabe</translation>
  </message>
  <message>
   <source>Recall the week</source>
   <translation>Die Woche zurückrufen</translation>
  </message>
  <message>
   <source>Recorded</source>
   <translation>Erfasst</translation>
  </message>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
  <message>
   <source>Remove the empty row</source>
   <translation>Die leere Zeile entfernen</translation>
  </message>
  <message>
   <source>Resolve the overlap</source>
   <translation>Überschneidung auflösen</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Returned: {reason}</source>
   <translation>Zurückgegeben: {reason}</translation>
  </message>
  <message>
   <source>Reversal</source>
   <translation>Storno</translation>
  </message>
  <message>
   <source>Rows only</source>
   <translation>Nur Zeilen</translation>
  </message>
  <message>
   <source>Rows with their hours, as drafts</source>
   <translation>Zeilen mit ihren Stunden, als Entwürfe</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Laufend</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Beispiel</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Teilen</translation>
  </message>
  <message>
   <source>Split (S)</source>
   <translation>Teilen (S)</translation>
  </message>
  <message>
   <source>Stand on a cell to see what its number is made of.</source>
   <translation>Stellen Sie sich auf eine Zelle, um zu sehen, woraus ihre Zahl besteht.</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Standard hours</source>
   <translation>Sollstunden</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginn</translation>
  </message>
  <message>
   <source>Start again now</source>
   <translation>Jetzt wieder starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Submit {hours} h</source>
   <translation>{hours} h einreichen</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>Eingereicht</translation>
  </message>
  <message>
   <source>Submitted and posted time is not typed over. Recall the week first.</source>
   <translation>Eingereichte und gebuchte Zeit wird nicht überschrieben. Rufen Sie erst die Woche zurück.</translation>
  </message>
  <message>
   <source>Submitted: recall the week to change it.</source>
   <translation>Eingereicht: rufen Sie die Woche zurück, um es zu ändern.</translation>
  </message>
  <message>
   <source>Suggestion</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>Suggestions</source>
   <translation>Vorschläge</translation>
  </message>
  <message>
   <source>This takes posted time back and is not changed here.</source>
   <translation>Das nimmt gebuchte Zeit zurück und wird hier nicht geändert.</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Time that awaits its code</source>
   <translation>Zeit, die auf ihren Code wartet</translation>
  </message>
  <message>
   <source>Time that awaits its code…</source>
   <translation>Zeit, die auf ihren Code wartet…</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Timer</source>
   <translation>Timer</translation>
  </message>
  <message>
   <source>Timesheet</source>
   <translation>Stundenzettel</translation>
  </message>
  <message>
   <source>Timesheet: day</source>
   <translation>Stundenzettel: Tag</translation>
  </message>
  <message>
   <source>Timesheet: month</source>
   <translation>Stundenzettel: Monat</translation>
  </message>
  <message>
   <source>Timesheet: week</source>
   <translation>Stundenzettel: Woche</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>Summen</translation>
  </message>
  <message>
   <source>Type 1.5, 1:30 or 90m</source>
   <translation>Geben Sie 1.5, 1:30 oder 90m ein</translation>
  </message>
  <message>
   <source>Type a time as 9:00</source>
   <translation>Geben Sie eine Uhrzeit wie 9:00 ein</translation>
  </message>
  <message>
   <source>Type hours</source>
   <translation>Geben Sie Stunden ein</translation>
  </message>
  <message>
   <source>Unallocated</source>
   <translation>Nicht zugeordnet</translation>
  </message>
  <message>
   <source>Unallocated {length}, {range}: fill</source>
   <translation>Nicht zugeordnet {length}, {range}: füllen</translation>
  </message>
  <message>
   <source>Unallocated {length}:</source>
   <translation>Nicht zugeordnet {length}:</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>View before</source>
   <translation>Vorherige Ansicht</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Week grid</source>
   <translation>Wochenraster</translation>
  </message>
  <message>
   <source>Week {number}</source>
   <translation>Woche {number}</translation>
  </message>
  <message>
   <source>Week: {hours} of {standard}</source>
   <translation>Woche: {hours} von {standard}</translation>
  </message>
  <message>
   <source>What for? Engagement, narrative #activity</source>
   <translation>Wofür? Auftrag, Tätigkeit #leistungsart</translation>
  </message>
  <message>
   <source>a day of {length}</source>
   <translation>ein Tag zu {length}</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>awaiting code</source>
   <translation>ohne Code</translation>
  </message>
  <message>
   <source>before and after the gap</source>
   <translation>vor und nach der Lücke</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>gewählt</translation>
  </message>
  <message>
   <source>count for nothing yet</source>
   <translation>zählen noch nicht</translation>
  </message>
  <message>
   <source>dismissed</source>
   <translation>verworfen</translation>
  </message>
  <message>
   <source>due today</source>
   <translation>heute fällig</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig {day}</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>fill</source>
   <translation>füllen</translation>
  </message>
  <message>
   <source>just before the gap</source>
   <translation>kurz vor der Lücke</translation>
  </message>
  <message>
   <source>no narrative</source>
   <translation>kein Tätigkeitstext</translation>
  </message>
  <message>
   <source>not chosen</source>
   <translation>nicht gewählt</translation>
  </message>
  <message>
   <source>nothing recorded</source>
   <translation>nichts erfasst</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>overlaps another entry</source>
   <translation>überschneidet einen anderen Eintrag</translation>
  </message>
  <message>
   <source>partly submitted</source>
   <translation>zum Teil eingereicht</translation>
  </message>
  <message>
   <source>posted</source>
   <translation>gebucht</translation>
  </message>
  <message>
   <source>recode missing</source>
   <translation>Fehlendes umkontieren</translation>
  </message>
  <message>
   <source>returned: {reason}</source>
   <translation>zurückgegeben: {reason}</translation>
  </message>
  <message>
   <source>submitted</source>
   <translation>eingereicht</translation>
  </message>
  <message>
   <source>suggestion</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>the timer runs</source>
   <translation>der Timer läuft</translation>
  </message>
  <message>
   <source>without times</source>
   <translation>ohne Uhrzeiten</translation>
  </message>
  <message>
   <source>{day}: {hours} of {standard}</source>
   <translation>{day}: {hours} von {standard}</translation>
  </message>
  <message>
   <source>{day}: {hours} of {standard} h</source>
   <translation>{day}: {hours} von {standard} h</translation>
  </message>
  <message>
   <source>{hours} hours</source>
   <translation>{hours} Stunden</translation>
  </message>
  <message>
   <source>{hours} short</source>
   <translation>{hours} zu wenig</translation>
  </message>
  <message>
   <source>{n} change</source>
   <translation>{n} Änderung</translation>
  </message>
  <message>
   <source>{n} changes</source>
   <translation>{n} Änderungen</translation>
  </message>
  <message>
   <source>{n} day</source>
   <translation>{n} Tag</translation>
  </message>
  <message>
   <source>{n} day is short</source>
   <translation>{n} Tag ist zu kurz</translation>
  </message>
  <message>
   <source>{n} days</source>
   <translation>{n} Tage</translation>
  </message>
  <message>
   <source>{n} days are short</source>
   <translation>{n} Tage sind zu kurz</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} Einträge</translation>
  </message>
  <message>
   <source>{n} entries chosen</source>
   <translation>{n} Einträge gewählt</translation>
  </message>
  <message>
   <source>{n} entry</source>
   <translation>{n} Eintrag</translation>
  </message>
  <message>
   <source>{n} entry chosen</source>
   <translation>{n} Eintrag gewählt</translation>
  </message>
  <message>
   <source>{part} of {whole}</source>
   <translation>{part} von {whole}</translation>
  </message>
  <message>
   <source>{part} of {whole} h</source>
   <translation>{part} von {whole} h</translation>
  </message>
  <message>
   <source>{range}, from the evening before</source>
   <translation>{range}, vom Abend davor</translation>
  </message>
  <message>
   <source>{range}, into the next day</source>
   <translation>{range}, in den nächsten Tag</translation>
  </message>
  <message>
   <source>{rows} rows and {columns} columns do not fit from here on.</source>
   <translation>{rows} Zeilen und {columns} Spalten passen ab hier nicht hinein.</translation>
  </message>
  <message>
   <source>{sum}, rounded by day to {step}</source>
   <translation>{sum}, je Tag auf {step} gerundet</translation>
  </message>
  <message>
   <source>{total} in {n} entries</source>
   <translation>{total} in {n} Einträgen</translation>
  </message>
  <message>
   <source>{used} of {limit}</source>
   <translation>{used} von {limit}</translation>
  </message>
  <message>
   <source>{week}, {range}: {state}, {hours} of {standard} h</source>
   <translation>{week}, {range}: {state}, {hours} von {standard} h</translation>
  </message>
  <message>
   <source>{when}, {what}: {old} to {new}</source>
   <translation>{when}, {what}: {old} zu {new}</translation>
  </message>
  <message>
   <source>{words}, {part} of {whole} h</source>
   <translation>{words}, {part} von {whole} h</translation>
  </message>
 </context>
 <context>
  <name>TimesheetDesk</name>
  <message>
   <source>Entries merged</source>
   <translation>Einträge verbunden</translation>
  </message>
  <message>
   <source>Entry split in two</source>
   <translation>Eintrag geteilt</translation>
  </message>
  <message>
   <source>Everything recorded so far is saved.</source>
   <translation>Alles bisher Erfasste ist gespeichert.</translation>
  </message>
  <message>
   <source>Overlap resolved</source>
   <translation>Überschneidung aufgelöst</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{hours} added without times</source>
   <translation>{hours} ohne Uhrzeiten hinzugefügt</translation>
  </message>
  <message>
   <source>{hours} cleared; {rest} stay: running, submitted or posted</source>
   <translation>{hours} geleert; {rest} bleiben: laufend, eingereicht oder gebucht</translation>
  </message>
  <message>
   <source>{hours} copied as drafts</source>
   <translation>{hours} als Entwürfe kopiert</translation>
  </message>
  <message>
   <source>{hours} taken away</source>
   <translation>{hours} weggenommen</translation>
  </message>
  <message>
   <source>{more} added without times, {less} taken away</source>
   <translation>{more} ohne Uhrzeiten hinzugefügt, {less} weggenommen</translation>
  </message>
  <message>
   <source>{n} cells were left out: they hold time, or their code takes none.</source>
   <translation>{n} Zellen wurden ausgelassen: sie enthalten Zeit, oder ihr Code nimmt keine an.</translation>
  </message>
  <message>
   <source>{n} entries put on the code</source>
   <translation>{n} Einträge auf den Code gesetzt</translation>
  </message>
 </context>
 <context>
  <name>Today</name>
  <message>
   <source>A gate of this engagement was open on this day</source>
   <translation>Eine Freigabe dieses Auftrags war an diesem Tag noch offen</translation>
  </message>
  <message>
   <source>Awaiting code</source>
   <translation>Ohne Code</translation>
  </message>
  <message>
   <source>Away since {time}</source>
   <translation>Abwesend seit {time}</translation>
  </message>
  <message>
   <source>Away {length}, not answered:</source>
   <translation>Abwesend {length}, unbeantwortet:</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Chg.</source>
   <translation>Verr.</translation>
  </message>
  <message>
   <source>Choose what for</source>
   <translation>Wählen Sie wofür</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Draft; click when it is ready</source>
   <translation>Entwurf; klicken, wenn bereit</translation>
  </message>
  <message>
   <source>Engagement</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Entries of the day</source>
   <translation>Einträge des Tages</translation>
  </message>
  <message>
   <source>Fill this gap</source>
   <translation>Diese Lücke füllen</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Verlauf…</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Mark as draft</source>
   <translation>Als Entwurf kennzeichnen</translation>
  </message>
  <message>
   <source>Mark as ready</source>
   <translation>Als bereit kennzeichnen</translation>
  </message>
  <message>
   <source>Milestone</source>
   <translation>Meilenstein</translation>
  </message>
  <message>
   <source>Narrative</source>
   <translation>Tätigkeitstext</translation>
  </message>
  <message>
   <source>No narrative</source>
   <translation>Kein Tätigkeitstext</translation>
  </message>
  <message>
   <source>Not chargeable</source>
   <translation>Nicht verrechenbar</translation>
  </message>
  <message>
   <source>Ready; click for draft</source>
   <translation>Bereit; klicken für Entwurf</translation>
  </message>
  <message>
   <source>Returned: {reason}</source>
   <translation>Zurückgegeben: {reason}</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Say what this time was</source>
   <translation>Sagen, was diese Zeit war</translation>
  </message>
  <message>
   <source>Say what this time was…</source>
   <translation>Sagen, was diese Zeit war…</translation>
  </message>
  <message>
   <source>Start again now</source>
   <translation>Jetzt wieder starten</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Type times as 9:00-10:30, or a length as 1:30</source>
   <translation>Geben Sie Zeiten als 9:00-10:30 ein oder eine Dauer als 1:30</translation>
  </message>
  <message>
   <source>Unallocated {length}:</source>
   <translation>Nicht zugeordnet {length}:</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>beantworten</translation>
  </message>
  <message>
   <source>fill</source>
   <translation>füllen</translation>
  </message>
  <message>
   <source>no times</source>
   <translation>keine Uhrzeiten</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>overlaps another entry</source>
   <translation>überschneidet einen anderen Eintrag</translation>
  </message>
  <message>
   <source>{n} day late</source>
   <translation>{n} Tag zu spät</translation>
  </message>
  <message>
   <source>{n} days late</source>
   <translation>{n} Tage zu spät</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>Chargeable this week</source>
   <translation>Verrechenbar in dieser Woche</translation>
  </message>
  <message>
   <source>Due in 7 days</source>
   <translation>In 7 Tagen fällig</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <source>Import a file</source>
   <translation>Datei einlesen</translation>
  </message>
  <message>
   <source>Load the sample portfolio</source>
   <translation>Beispielportfolio laden</translation>
  </message>
  <message>
   <source>Next day</source>
   <translation>Nächster Tag</translation>
  </message>
  <message>
   <source>No engagements yet: bring in your list, and today has something to count on.</source>
   <translation>Noch keine Aufträge: lesen Sie Ihre Liste ein, und heute gibt es etwas, worauf sich buchen lässt.</translation>
  </message>
  <message>
   <source>Nothing recorded on this day yet: start a timer, or type a line above.</source>
   <translation>An diesem Tag ist noch nichts erfasst: starten Sie einen Timer, oder tippen Sie oben eine Zeile.</translation>
  </message>
  <message>
   <source>Previous day</source>
   <translation>Vorheriger Tag</translation>
  </message>
  <message>
   <source>Recorded today</source>
   <translation>Heute erfasst</translation>
  </message>
  <message>
   <source>Refreshing</source>
   <translation>Wird aktualisiert</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Unbilled</source>
   <translation>Nicht abgerechnet</translation>
  </message>
  <message>
   <source>Week {number}</source>
   <translation>Woche {number}</translation>
  </message>
  <message>
   <source>a day of {hours} hours</source>
   <translation>ein Tag zu {hours} Stunden</translation>
  </message>
  <message>
   <source>and {amounts}</source>
   <translation>und {amounts}</translation>
  </message>
  <message>
   <source>no standard hours on this day</source>
   <translation>an diesem Tag keine Sollstunden</translation>
  </message>
  <message>
   <source>nothing is due in a week</source>
   <translation>nichts ist in einer Woche fällig</translation>
  </message>
  <message>
   <source>nothing is unbilled</source>
   <translation>nichts ist offen</translation>
  </message>
  <message>
   <source>nothing recorded yet</source>
   <translation>noch nichts erfasst</translation>
  </message>
  <message>
   <source>of {standard} h</source>
   <translation>von {standard} h</translation>
  </message>
  <message>
   <source>oldest {n} day</source>
   <translation>bis {n} Tag</translation>
  </message>
  <message>
   <source>oldest {n} days</source>
   <translation>bis {n} Tage</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{length} unallocated</source>
   <translation>{length} offen</translation>
  </message>
  <message>
   <source>{n} are overdue</source>
   <translation>{n} sind überfällig</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} Einträge</translation>
  </message>
  <message>
   <source>{n} entry</source>
   <translation>{n} Eintrag</translation>
  </message>
  <message>
   <source>{n} gap</source>
   <translation>{n} Lücke</translation>
  </message>
  <message>
   <source>{n} gaps</source>
   <translation>{n} Lücken</translation>
  </message>
  <message>
   <source>{n} is overdue</source>
   <translation>{n} ist überfällig</translation>
  </message>
  <message>
   <source>{n} overlap of</source>
   <translation>{n} Überschneidung von</translation>
  </message>
  <message>
   <source>{n} overlaps of</source>
   <translation>{n} Überschneidungen von</translation>
  </message>
  <message>
   <source>{part} of {whole} h</source>
   <translation>{part} von {whole} h</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Away since {time}</source>
   <translation>Abwesend seit {time}</translation>
  </message>
  <message>
   <source>New entry</source>
   <translation>Neuer Eintrag</translation>
  </message>
  <message>
   <source>Since {time}</source>
   <translation>Seit {time}</translation>
  </message>
  <message>
   <source>Start timer</source>
   <translation>Timer starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stop the running timer</source>
   <translation>Den laufenden Timer anhalten</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Everything in one box</source>
   <translation>Alles in einem Feld</translation>
  </message>
  <message>
   <source>It is on disk before the screen says so, and goes on through a lock, a crash or a power cut. Starting another stops the first.</source>
   <translation>Er ist auf der Platte, bevor der Bildschirm es sagt, und läuft durch Sperre, Absturz und Stromausfall weiter. Wer einen anderen startet, hält den ersten an.</translation>
  </message>
  <message>
   <source>One timer</source>
   <translation>Ein Timer</translation>
  </message>
  <message>
   <source>Pages above, your active engagements below. {first} to {last} show a page.</source>
   <translation>Oben die Seiten, darunter Ihre aktiven Aufträge. {first} bis {last} zeigen eine Seite.</translation>
  </message>
  <message>
   <source>Pages and engagements</source>
   <translation>Seiten und Aufträge</translation>
  </message>
  <message>
   <source>Settings have the keys, the firm's rules and the backups. {undo} undoes whatever you did, {help} lists all keys.</source>
   <translation>In den Einstellungen liegen die Tasten, die Regeln der Kanzlei und die Sicherungen. {undo} nimmt zurück, was Sie auch taten, {help} nennt alle Tasten.</translation>
  </message>
  <message>
   <source>Type what you did</source>
   <translation>Tippen Sie, was Sie taten</translation>
  </message>
  <message>
   <source>Yours to arrange</source>
   <translation>Wie Sie es mögen</translation>
  </message>
  <message>
   <source>{keys} finds every action, engagement, page and setting. Tab shows what can be done with one.</source>
   <translation>{keys} findet jede Aktion, jeden Auftrag, jede Seite und Einstellung. Tab zeigt, was sich damit tun lässt.</translation>
  </message>
  <message>
   <source>“9:30-11 client, narrative” is enough. What it means is shown while you type; Enter keeps it.</source>
   <translation>„9:30-11 Mandant, Tätigkeit“ genügt. Was es bedeutet, steht da, während Sie tippen; die Eingabetaste behält es.</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>EngageDesk, locked</source>
   <translation>EngageDesk, gesperrt</translation>
  </message>
  <message>
   <source>EngageDesk: away since {time}</source>
   <translation>EngageDesk: abwesend seit {time}</translation>
  </message>
  <message>
   <source>EngageDesk: no timer is running</source>
   <translation>EngageDesk: kein Timer läuft</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Locked, a timer goes on	{elapsed}</source>
   <translation>Gesperrt, ein Timer läuft weiter	{elapsed}</translation>
  </message>
  <message>
   <source>No timer is running</source>
   <translation>Kein Timer läuft</translation>
  </message>
  <message>
   <source>Open EngageDesk</source>
   <translation>EngageDesk öffnen</translation>
  </message>
  <message>
   <source>Quick entry…</source>
   <translation>Schnelleingabe…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Switch to</source>
   <translation>Wechseln zu</translation>
  </message>
  <message>
   <source>a timer goes on: {elapsed}</source>
   <translation>ein Timer läuft weiter: {elapsed}</translation>
  </message>
  <message>
   <source>{what}, since {since}</source>
   <translation>{what}, seit {since}</translation>
  </message>
 </context>
 <context>
  <name>TroublePage</name>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>The store is not open</source>
   <translation>Der Speicher ist nicht offen</translation>
  </message>
 </context>
 <context>
  <name>Unit</name>
  <message>
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>h</source>
   <translation>h</translation>
  </message>
  <message>
   <source>min</source>
   <translation>min</translation>
  </message>
  <message>
   <source>s</source>
   <translation>s</translation>
  </message>
 </context>
 <context>
  <name>ValueBlock</name>
  <message>
   <source>Back to the default</source>
   <translation>Zurück zur Vorgabe</translation>
  </message>
  <message>
   <source>{what}: default</source>
   <translation>{what}: Vorgabe</translation>
  </message>
 </context>
 <context>
  <name>Variation</name>
  <message>
   <source>Actual</source>
   <translation>Ist</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Amounts are hours at the charge rate of their day and grade.</source>
   <translation>Beträge sind Stunden zum Satz ihres Tages und ihrer Stufe.</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Budget</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Estimate at completion</source>
   <translation>Erwartet am Ende</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Fee variation</source>
   <translation>Nachforderung zum Honorar</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours beyond the budget, by cause</source>
   <translation>Stunden über dem Budget, nach Ursache</translation>
  </message>
  <message>
   <source>Phase and grade</source>
   <translation>Phase und Stufe</translation>
  </message>
  <message>
   <source>Stands on</source>
   <translation>Beruht auf</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Fassung</translation>
  </message>
  <message>
   <source>own entries</source>
   <translation>eigene Einträge</translation>
  </message>
 </context>
 <context>
  <name>Watch</name>
  <message>
   <source>Backed up</source>
   <translation>Gesichert</translation>
  </message>
  <message>
   <source>The backup could not be made</source>
   <translation>Die Sicherung konnte nicht erstellt werden</translation>
  </message>
  <message>
   <source>The store itself is not touched.</source>
   <translation>Der Speicher selbst bleibt unberührt.</translation>
  </message>
  <message>
   <source>{file}, read back and whole</source>
   <translation>{file}, zurückgelesen und unversehrt</translation>
  </message>
 </context>
 <context>
  <name>Week</name>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Recalled</source>
   <translation>Zurückgerufen</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>Eingereicht</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>Rückgängig gemacht</translation>
  </message>
 </context>
 <context>
  <name>WeekBlock</name>
  <message>
   <source>Type hours and minutes, as in 7:30</source>
   <translation>Geben Sie Stunden und Minuten ein, wie 7:30</translation>
  </message>
  <message>
   <source>{what}, {day}</source>
   <translation>{what}, {day}</translation>
  </message>
 </context>
 <context>
  <name>WeekCard</name>
  <message>
   <source>Copy to the clipboard</source>
   <translation>In die Zwischenablage kopieren</translation>
  </message>
  <message>
   <source>Recall a submitted week</source>
   <translation>Eingereichte Woche zurückrufen</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>Als CSV speichern…</translation>
  </message>
  <message>
   <source>Save as Excel…</source>
   <translation>Als Excel speichern…</translation>
  </message>
  <message>
   <source>Submit week</source>
   <translation>Woche einreichen</translation>
  </message>
  <message>
   <source>Timesheet: copy, save, recall</source>
   <translation>Stundenzettel: kopieren, sichern, zurückholen</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Week {number}</source>
   <translation>Woche {number}</translation>
  </message>
  <message>
   <source>against the standard day</source>
   <translation>gemessen am Solltag</translation>
  </message>
  <message>
   <source>earlier weeks: {hours} h not submitted</source>
   <translation>frühere Wochen: {hours} h nicht eingereicht</translation>
  </message>
  <message>
   <source>{difference} h to the standard {standard}</source>
   <translation>{difference} h gegenüber Soll {standard}</translation>
  </message>
 </context>
 <context>
  <name>WeekCheckPanel</name>
  <message>
   <source>All clear</source>
   <translation>Alles in Ordnung</translation>
  </message>
  <message>
   <source>Chargeable</source>
   <translation>Verrechenbar</translation>
  </message>
  <message>
   <source>Copy timesheet</source>
   <translation>Stundenzettel kopieren</translation>
  </message>
  <message>
   <source>Ctrl Enter</source>
   <translation>Strg Eingabe</translation>
  </message>
  <message>
   <source>Cut-off {moment}</source>
   <translation>Abgabeschluss {moment}</translation>
  </message>
  <message>
   <source>Every day adds up</source>
   <translation>Jeder Tag geht auf</translation>
  </message>
  <message>
   <source>Friday check</source>
   <translation>Freitagsprüfung</translation>
  </message>
  <message>
   <source>Held back as drafts</source>
   <translation>Als Entwürfe zurückgehalten</translation>
  </message>
  <message>
   <source>More with this week</source>
   <translation>Mehr zu dieser Woche</translation>
  </message>
  <message>
   <source>No other client named</source>
   <translation>Kein fremder Mandant</translation>
  </message>
  <message>
   <source>Not chargeable</source>
   <translation>Nicht verrechenbar</translation>
  </message>
  <message>
   <source>Nothing is left to look at.</source>
   <translation>Nichts ist mehr anzusehen.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>Nichts wurde geschrieben.</translation>
  </message>
  <message>
   <source>Recall the week…</source>
   <translation>Die Woche zurückrufen…</translation>
  </message>
  <message>
   <source>Reverse posted time…</source>
   <translation>Gebuchte Zeit stornieren…</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>Als CSV speichern…</translation>
  </message>
  <message>
   <source>Save as Excel…</source>
   <translation>Als Excel speichern…</translation>
  </message>
  <message>
   <source>Show what came back</source>
   <translation>Zeigen, was zurückkam</translation>
  </message>
  <message>
   <source>Standard hours</source>
   <translation>Sollstunden</translation>
  </message>
  <message>
   <source>Submit the rest, {hours} h</source>
   <translation>Den Rest einreichen, {hours} h</translation>
  </message>
  <message>
   <source>Submit {hours} h</source>
   <translation>{hours} h einreichen</translation>
  </message>
  <message>
   <source>The firm returned it…</source>
   <translation>Die Kanzlei gab sie zurück…</translation>
  </message>
  <message>
   <source>Utilization</source>
   <translation>Auslastung</translation>
  </message>
  <message>
   <source>all narratives</source>
   <translation>alle Tätigkeitstexte</translation>
  </message>
  <message>
   <source>residual {time}</source>
   <translation>Rest {time}</translation>
  </message>
  <message>
   <source>see above</source>
   <translation>siehe oben</translation>
  </message>
  <message>
   <source>{first}. {second}</source>
   <translation>{first}. {second}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{n} %</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>{n} awaiting a code</source>
   <translation>{n} ohne Code</translation>
  </message>
  <message>
   <source>{n} entries were returned</source>
   <translation>{n} Einträge wurden zurückgegeben</translation>
  </message>
  <message>
   <source>{n} entry was returned</source>
   <translation>{n} Eintrag wurde zurückgegeben</translation>
  </message>
  <message>
   <source>{n} finding must be settled before the week can go.</source>
   <translation>{n} Befund muss erledigt werden, bevor die Woche gehen kann.</translation>
  </message>
  <message>
   <source>{n} findings must be settled before the week can go.</source>
   <translation>{n} Befunde müssen erledigt werden, bevor die Woche gehen kann.</translation>
  </message>
  <message>
   <source>{n} left as it is: show again</source>
   <translation>{n} gelassen, wie er ist: wieder zeigen</translation>
  </message>
  <message>
   <source>{n} left as they are: show again</source>
   <translation>{n} gelassen, wie sie sind: wieder zeigen</translation>
  </message>
  <message>
   <source>{n} on a closed code</source>
   <translation>{n} auf geschlossenem Code</translation>
  </message>
  <message>
   <source>{n} open</source>
   <translation>{n} offen</translation>
  </message>
  <message>
   <source>{n} still running</source>
   <translation>{n} läuft noch</translation>
  </message>
  <message>
   <source>{what} {moment}</source>
   <translation>{what} {moment}</translation>
  </message>
  <message>
   <source>{what}: {why}</source>
   <translation>{what}: {why}</translation>
  </message>
  <message>
   <source>{worked} of {standard} h</source>
   <translation>{worked} von {standard} h</translation>
  </message>
 </context>
 <context>
  <name>WeekEntriesDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Choose what came back. It can be changed and submitted again; its reason stays with it.</source>
   <translation>Wählen Sie, was zurückkam. Es lässt sich ändern und erneut einreichen; sein Grund bleibt dabei.</translation>
  </message>
  <message>
   <source>Each gets a reversing entry on its own day. Both stay on record; enter the right time anew.</source>
   <translation>Jeder erhält einen Stornoeintrag an seinem eigenen Tag. Beides bleibt nachvollziehbar; erfassen Sie die richtige Zeit neu.</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Its submitted entries can be changed again. Posted time stays posted.</source>
   <translation>Ihre eingereichten Einträge lassen sich wieder ändern. Gebuchte Zeit bleibt gebucht.</translation>
  </message>
  <message>
   <source>Note the return</source>
   <translation>Rückgabe festhalten</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Zurückrufen</translation>
  </message>
  <message>
   <source>Recall the week</source>
   <translation>Die Woche zurückrufen</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Stornieren</translation>
  </message>
  <message>
   <source>Reverse posted time</source>
   <translation>Gebuchte Zeit stornieren</translation>
  </message>
  <message>
   <source>The firm returned time</source>
   <translation>Die Kanzlei gab Zeit zurück</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why (optional)</source>
   <translation>Warum (freiwillig)</translation>
  </message>
  <message>
   <source>{day}  {what}, {code}, {hours} h</source>
   <translation>{day}  {what}, {code}, {hours} h</translation>
  </message>
 </context>
 <context>
  <name>Weeks</name>
  <message>
   <source>Save the timesheet</source>
   <translation>Stundenzettel speichern</translation>
  </message>
  <message>
   <source>Timesheet copied: {n} lines</source>
   <translation>Stundenzettel kopiert: {n} Zeilen</translation>
  </message>
  <message>
   <source>Timesheet written: {file}</source>
   <translation>Stundenzettel geschrieben: {file}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Week recalled: {n} entries can be changed again</source>
   <translation>Woche zurückgerufen: {n} Einträge sind wieder änderbar</translation>
  </message>
  <message>
   <source>{hours} submitted</source>
   <translation>{hours} eingereicht</translation>
  </message>
  <message>
   <source>{n} entries stay behind as drafts: they have no open code.</source>
   <translation>{n} Einträge bleiben als Entwurf zurück: sie haben keinen offenen Code.</translation>
  </message>
 </context>
 <context>
  <name>_Keys</name>
  <message>
   <source>Ctrl Enter</source>
   <translation>Strg Eingabe</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>add</source>
   <translation>hinzufügen</translation>
  </message>
  <message>
   <source>add and start timer</source>
   <translation>hinzufügen und Timer starten</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>wählen</translation>
  </message>
  <message>
   <source>close</source>
   <translation>schließen</translation>
  </message>
  <message>
   <source>saved as a draft</source>
   <translation>als Entwurf gespeichert</translation>
  </message>
 </context>
 <context>
  <name>_Words</name>
  <message>
   <source>because its windows were in front for {n} min</source>
   <translation>weil seine Fenster {n} Min. vorn waren</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Fridays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Freitage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Mondays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Montage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Saturdays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Samstage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Sundays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Sonntage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Thursdays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Donnerstage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Tuesdays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Dienstage um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you booked {what} on {n} of the last {of} Wednesdays at {time}</source>
   <translation>weil Sie {what} an {n} der letzten {of} Mittwoche um {time} gebucht haben</translation>
  </message>
  <message>
   <source>because you worked on {what} until {time}</source>
   <translation>weil Sie bis {time} an {what} gearbeitet haben</translation>
  </message>
  <message>
   <source>because {what} is planned until {day}</source>
   <translation>weil {what} bis {day} geplant ist</translation>
  </message>
  <message>
   <source>because {what} stands before and after it</source>
   <translation>weil {what} davor und danach steht</translation>
  </message>
  <message>
   <source>because “{title}” and its like were in front for {n} min</source>
   <translation>weil „{title}“ und Ähnliches {n} Min. vorn waren</translation>
  </message>
 </context>
</TS>
