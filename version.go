package nextrole

// Version is the program's release, as in FyneApp.toml and CHANGELOG.md.
const Version = "0.1.0"
