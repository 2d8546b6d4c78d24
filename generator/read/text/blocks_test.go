package text_test

import (
	"testing"

	"ogi/generator/internal/blocks"
)

func TestBlocks(t *testing.T) { blocks.Goldens(t) }
