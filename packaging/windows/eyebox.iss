; NEVER RUN: written without a Windows machine, and compiled by nothing yet. Try it there before trusting it.
;
; Inno Setup 6.3 or newer, after packaging/build.py's freeze() has made build\frozen\eyebox:
;   iscc /DVersion=0.0.0 packaging\windows\eyebox.iss       (the version that packaging/project.py tells)
; Installs for this user without an administrator; its first page offers all users instead. The uninstaller takes away what the
; installer brought and leaves sessions, settings and models: they lie in %LOCALAPPDATA%\eyebox, which nothing here names.

#ifndef Version
  #error Give the version: iscc /DVersion=...
#endif
#define Frozen "..\..\build\frozen\eyebox"
#define Chinese AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl"

[Setup]
AppId={{172F54D1-787A-4EA7-A2AD-DAA5969B7792}
AppName=Eyebox
AppVersion={#Version}
AppPublisher=The Eyebox authors
AppPublisherURL=https://github.com/eyebox/eyebox
AppSupportURL=https://github.com/eyebox/eyebox/issues
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Eyebox
DefaultGroupName=Eyebox
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
; 64-bit Windows on x64, and on ARM64 where that runs programs for x64
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
SetupIconFile=..\..\build\icons\eyebox.ico
UninstallDisplayIcon={app}\eyebox.exe
OutputDir=..\..\dist
OutputBaseFilename=eyebox-{#Version}-windows-x64-setup

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
; not every Inno Setup brings this one: it is in its source, Files/Languages/Unofficial
#if FileExists(Chinese)
Name: "zh_CN"; MessagesFile: "{#Chinese}"
#else
  #pragma warning "The installer will speak no Chinese: Languages\ChineseSimplified.isl is missing"
#endif

[CustomMessages]
en.OpenWith=Offer Eyebox under "Open with" for pictures
en.Path=Add the command line (eyebox-cli) to PATH
de.OpenWith=Eyebox für Bilder unter „Öffnen mit“ anbieten
de.Path=Befehlszeilenprogramm (eyebox-cli) in PATH aufnehmen
ja.OpenWith=画像の「プログラムから開く」に Eyebox を追加する
ja.Path=コマンドライン版 (eyebox-cli) を PATH に追加する
#if FileExists(Chinese)
zh_CN.OpenWith=在图片的“打开方式”中提供 Eyebox
zh_CN.Path=将命令行程序 (eyebox-cli) 添加到 PATH
#endif

[Tasks]
Name: "openwith"; Description: "{cm:OpenWith}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "{cm:Path}"; Flags: unchecked

[InstallDelete]
; modules of an older version that this one no longer has
Type: filesandordirs; Name: "{app}\_internal"

[Files]
; eyebox.exe (the window), eyebox-cli.exe (the same with a console), eyebox-engine.exe, and _internal
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Eyebox"; Filename: "{app}\eyebox.exe"
Name: "{autodesktop}\Eyebox"; Filename: "{app}\eyebox.exe"; Tasks: desktopicon

[Registry]
; HKA is this user's part of the registry, or the machine's when installed for all users. No default program is changed.
Root: HKA; Subkey: "Software\Classes\Eyebox.Picture"; ValueType: string; ValueData: "Eyebox"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Eyebox.Picture\DefaultIcon"; ValueType: string; ValueData: "{app}\eyebox.exe,0"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Eyebox.Picture\shell\open\command"; ValueType: string; ValueData: """{app}\eyebox.exe"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Eyebox"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\shell\open\command"; ValueType: string; ValueData: """{app}\eyebox.exe"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.png\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.jpg\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.jpeg\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.jpe\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.jfif\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.webp\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.avif\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.gif\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.tif\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.tiff\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.bmp\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.dib\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.ico\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.jp2\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.tga\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.pnm\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.pbm\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.pgm\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.ppm\OpenWithProgids"; ValueType: string; ValueName: "Eyebox.Picture"; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".jpe"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".jfif"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".avif"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".gif"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".bmp"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".dib"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".ico"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".jp2"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".tga"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".pnm"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".pbm"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".pgm"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\eyebox.exe\SupportedTypes"; ValueType: string; ValueName: ".ppm"; Tasks: openwith

[Run]
Filename: "{app}\eyebox.exe"; Description: "{cm:LaunchProgram,Eyebox}"; Flags: nowait postinstall skipifsilent

[Code]
// Puts the program's folder on this user's PATH, or takes it away. Semicolons around both, so that no other folder is mistaken for it.
procedure SetPath(Add: Boolean);
var
  Path, Folder: String;
begin
  Folder := ExpandConstant('{app}');
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Path := ';' + Path + ';';
  StringChangeEx(Path, ';' + Folder + ';', ';', True);
  if Add then
    Path := Path + Folder;
  while (Length(Path) > 0) and (Path[1] = ';') do
    Delete(Path, 1, 1);
  while (Length(Path) > 0) and (Path[Length(Path)] = ';') do
    Delete(Path, Length(Path), 1);
  RegWriteExpandStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if (CurStep = ssPostInstall) and WizardIsTaskSelected('path') then
    SetPath(True);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Path: String;
begin
  if (CurUninstallStep = usPostUninstall) and RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    if Pos(';' + ExpandConstant('{app}') + ';', ';' + Path + ';') > 0 then
      SetPath(False);
end;
