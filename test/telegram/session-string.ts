const VERSION = '1'
/** What the library stores as the port; its field is too small for most others. */
const PORT = 443

/** The library's StringSession: data centre, address, port and the key, in base64. */
export function sessionString(
  address: { readonly host: string; readonly dcId: number },
  key: Buffer,
): string {
  const host = Buffer.from(address.host, 'latin1')
  const head = Buffer.alloc(3)
  head.writeUInt8(address.dcId, 0)
  head.writeInt16BE(host.length, 1)
  const port = Buffer.alloc(2)
  port.writeInt16BE(PORT, 0)
  return VERSION + Buffer.concat([head, host, port, key]).toString('base64')
}
