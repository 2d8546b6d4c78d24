package serve

import (
	"net"
	"net/netip"
	"strings"
)

// A hosts says for which names in a request's Host an answer is given: those of
// this computer and those that were named. A page on the network can bring a
// browser to ask us under a name of its own that leads here; it must not get to
// read what is answered.
type hosts map[string]bool

// newHosts takes the names that are allowed besides loopback, and the address
// that is listened on. An unspecified address (0.0.0.0, ::) is the name of no
// host.
func newHosts(names []string, listen string) hosts {
	h := hosts{}
	host, _, err := net.SplitHostPort(listen)
	if err == nil {
		names = append([]string{host}, names...)
	}
	for _, n := range names {
		n = bare(n)
		if ip, err := netip.ParseAddr(n); n == "" || err == nil && ip.IsUnspecified() {
			continue
		}
		h[n] = true
	}
	return h
}

func (h hosts) allow(host string) bool {
	name := bare(host)
	if name == "localhost" || h[name] {
		return true
	}
	ip, err := netip.ParseAddr(name)
	return err == nil && ip.Zone() == "" && ip.IsLoopback()
}

// bare is a host without its port, the brackets of an address and the dot at
// the end of a name, in lower case.
func bare(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
