; NOT TRIED: written without a Windows machine. Inno Setup 6, after "uv run --group bundle python -m bundling.build" on Windows (x64).
; On ARM there is no bundle: cryptography 50 has no wheel for it.
;   iscc /DVersion=1.0.0 bundling\windows\kriterion.iss       (the version stands in core\program.py)
; The signature of the clinic or publisher is a step after it: signtool sign /fd SHA256 /tr URL /td SHA256 dist\kriterion-setup.exe
#ifndef Version
  #error Say the version: iscc /DVersion=1.0.0
#endif

[Setup]
AppId={{7B0D1C1C-5C0A-4B59-9A3B-6B6C2E0E5D11}
AppName=Kriterion
AppVersion={#Version}
DefaultDirName={autopf}\Kriterion
DefaultGroupName=Kriterion
DisableProgramGroupPage=yes
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
OutputDir=..\..\dist
OutputBaseFilename=kriterion-setup
SetupIconFile=..\..\build\identity\kriterion.ico
UninstallDisplayIcon={app}\kriterion.exe
Compression=lzma2

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "..\..\dist\kriterion\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; An update leaves no library of an older version behind. The record lies elsewhere and is never touched.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Kriterion"; Filename: "{app}\kriterion.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.kriterion-rules"; ValueType: string; ValueData: "Kriterion.Rules"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Kriterion.Rules"; ValueType: string; ValueData: "Kriterion rule files"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Kriterion.Rules\DefaultIcon"; ValueType: string; ValueData: "{app}\kriterion.exe,0"
Root: HKA; Subkey: "Software\Classes\Kriterion.Rules\shell\open\command"; ValueType: string; ValueData: """{app}\kriterion.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.kriterion-patient"; ValueType: string; ValueData: "Kriterion.Patient"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Kriterion.Patient"; ValueType: string; ValueData: "Kriterion patient file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Kriterion.Patient\DefaultIcon"; ValueType: string; ValueData: "{app}\kriterion.exe,0"
Root: HKA; Subkey: "Software\Classes\Kriterion.Patient\shell\open\command"; ValueType: string; ValueData: """{app}\kriterion.exe"" ""%1"""
