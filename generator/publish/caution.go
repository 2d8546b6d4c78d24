package publish

import (
	"errors"
	"os"
	"path/filepath"
)

// Caution says, in Chinese and before anything is switched, why the site will
// not change in one step, and what that means for its readers; "" where it will.
// A layered file system that refuses the step is noticed only then.
func (t *Tree) Caution() string {
	const mixed = "文件将逐个替换：发布过程中或中断之后，读者可能看到新旧混杂的网站，下一次构建会补完"
	switch {
	case !exists(t.dir):
		return ""
	case t.inside():
		return "当前文件夹在网站里面，或只有网站文件夹可写，" + mixed
	case mounted(t.dir):
		return "网站文件夹是一个挂载点，" + mixed
	case !t.exchanges():
		return "文件系统不能一步交换两个文件夹，网站会有一瞬间不在原处；那时若中断，下一次构建会补完"
	}
	return ""
}

// exchanges tries the step with two empty folders.
func (t *Tree) exchanges() bool {
	a, b := filepath.Join(t.state, "try-a"), filepath.Join(t.state, "try-b")
	defer os.Remove(a)
	defer os.Remove(b)
	if errors.Join(os.MkdirAll(a, 0o755), os.MkdirAll(b, 0o755)) != nil {
		return true // what is wrong here is told when the site is written
	}
	return exchange(a, b) == nil
}
