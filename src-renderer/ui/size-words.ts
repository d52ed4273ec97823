const kilo = 1024

/** A size in words: `512 bytes`, `84 KB`, `1.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < kilo) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} KB`
  const megabytes = bytes / kilo / kilo
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
