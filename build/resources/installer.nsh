; Registers the links of invites for the person who installs, and takes the entry away again.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\sightline" "" "URL:Sightline invite"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sightline" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\sightline\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sightline\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\sightline"
  ${endIf}
!macroend
