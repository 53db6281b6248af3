package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// A stored value is a checksum and CBOR. The checksum covers the bucket and the
// key too, so that a value under another's key is noticed like a flipped bit:
// bbolt itself keeps no checksum of its data.
const sumSize = 4

func checksum(bucket string, key, value []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte(bucket+"\x00"))
	sum = crc32.Update(sum, castagnoli, binary.BigEndian.AppendUint64(nil, uint64(len(key))))
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, value)
}

var (
	encoding = sync.OnceValues(func() (cbor.EncMode, error) {
		options := cbor.CoreDetEncOptions()
		options.Time = cbor.TimeRFC3339NanoUTC
		return options.EncMode()
	})
	// What a person pastes may be no UTF-8. It was kept, so it is read.
	decoding = sync.OnceValues(func() (cbor.DecMode, error) {
		return cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	})
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// seal encodes v to be kept under key.
func seal(bucket string, key []byte, v any) ([]byte, error) {
	mode, err := encoding()
	if err != nil {
		return nil, err
	}
	value, err := mode.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %s %s: %w", bucket, key, err)
	}
	return append(binary.BigEndian.AppendUint32(nil, checksum(bucket, key, value)), value...), nil
}

// verify reports whether a stored value is what was stored.
func verify(bucket string, key, stored []byte) error {
	if len(stored) < sumSize || binary.BigEndian.Uint32(stored) != checksum(bucket, key, stored[sumSize:]) {
		return damage("%s %q is not what was saved", bucket, key)
	}
	return nil
}

// unseal verifies a stored value and decodes it into v. Nothing of stored is
// kept, so v is good beyond the transaction.
func unseal(bucket string, key, stored []byte, v any) error {
	if err := verify(bucket, key, stored); err != nil {
		return err
	}
	mode, err := decoding()
	if err != nil {
		return err
	}
	if err := mode.Unmarshal(stored[sumSize:], v); err != nil {
		return damage("%s %q: %v", bucket, key, err)
	}
	return nil
}
