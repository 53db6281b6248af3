package assets

import "embed"

//go:embed icons/*.svg icons/nextrole.png
var icons embed.FS

// Icon returns the bytes of an icon by its file name.
func Icon(name string) ([]byte, error) { return icons.ReadFile("icons/" + name) }
