package main

import (
	"io"
	"path/filepath"

	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/personal"
)

// fault tells of a fault of the disk that ended a command: with its place and
// what to do, as of any input, since who keeps an archive has to mend it.
func fault(err error) (diag.Diagnostic, bool) {
	d := diag.Diagnostic{Level: diag.Error}
	cause, name := disk.Why(err)
	switch cause {
	case disk.Full:
		d.Code, d.Message, d.Remedy = "disk-full", "磁盘已满，没有写成", "请在这个磁盘上腾出空间，再运行同一命令；没有留下写了一半的文件"
	case disk.ReadOnly:
		d.Code, d.Message, d.Remedy = "disk-read-only", "这个位置只能读，没有写成", "请解除写保护，或换一个可以写的位置，再运行同一命令"
	case disk.Broken:
		d.Code, d.Message, d.Remedy = "disk-broken", "磁盘读写出错", "磁盘可能坏了：请先备份，再换一个磁盘运行同一命令"
	case disk.Denied:
		d.Code, d.Message, d.Remedy = "no-permission", "没有权限，读不到或写不进", "请检查这个文件及其文件夹的权限；正在别的程序里打开的，请先关闭，再运行同一命令"
	default:
		return d, false
	}
	if name == stdout {
		d.Remedy = "输出不完整，请不要使用；腾出空间或换一个去处，再运行同一命令"
	}
	d.Message += "（" + disk.Bare(err).Error() + "）"
	d.File = personal.Path(filepath.ToSlash(name))
	return d, name != ""
}

// stdout is the place of what a command prints.
const stdout = "标准输出"

// sure writes and keeps in mind whether it could: what went nowhere, as on a
// full disk, must not end with exit code 0.
type sure struct {
	w   io.Writer
	err error
}

func (s *sure) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	err = disk.At(stdout, err)
	if s.err == nil {
		s.err = err
	}
	return n, err
}
