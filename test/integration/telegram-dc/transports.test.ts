import { afterEach, beforeEach, expect, test } from 'vitest'
import { TlReader } from '../../telegram/tl/reader'
import { TlWriter } from '../../telegram/tl/writer'
import { RawLink, type TransportName } from './raw-link'
import { errorOf, Rig, textTo } from './rig'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

test.each(['full', 'abridged', 'obfuscated'] as const)('the library talks over %s', async (transport) => {
  const client = await rig.signedIn({ id: 1001 }, { transport })
  expect((await client.getMe()).firstName).toBe('Anna')
  const wanted = transport === 'obfuscated' ? 'obfuscated abridged' : transport
  expect(rig.dc.transports).toEqual([wanted])
  const long = 'ß'.repeat(4000)
  const { help } = rig.dc.workspace
  await client.invoke(textTo(help, 1, long, 9n))
  expect(rig.dc.customers.byName('Mira').received().at(-1)?.text).toBe(long)
})

const PLAIN: readonly (readonly [TransportName, boolean])[] = [
  ['full', false],
  ['abridged', false],
  ['intermediate', false],
  ['padded-intermediate', false],
  ['abridged', true],
  ['intermediate', true],
  ['padded-intermediate', true],
]

test.each(PLAIN)(
  'a client of bytes pings over %s (obfuscated: %s), whole and in drops',
  async (transport, hidden) => {
    const { dc } = rig
    const key = dc.addKey()
    const link = await RawLink.open(dc, key, transport, hidden)
    link.salt = key.salt
    const ping = (id: bigint) =>
      link.send(new TlWriter().uint(0x7abe77ec).int64(id).done(), { isContent: false })
    for (const id of [1n, 2n, 3n, 4n, 5n]) ping(id)
    const { body } = await link.hear(0x347773c5)
    const reader = new TlReader(body, 12)
    expect(reader.int64()).toBe(1n)
    expect(dc.transports).toEqual([hidden ? `obfuscated ${transport}` : transport])
    link.close()
  },
)

test('a key that nobody knows is answered with -404 and the socket stays open', async () => {
  const { dc } = rig
  const known = dc.addKey()
  const link = await RawLink.open(dc, { key: known.key, keyId: '1122334455667788' })
  link.send(new TlWriter().uint(0x7abe77ec).int64(1n).done())
  await expect.poll(() => link.errors).toEqual([-404])
  expect(link.isClosed).toBe(false)
  link.close()
})

test('a stranger who speaks something else is cut off and nobody else suffers', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  for (const greeting of [
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.padEnd(80),
    '\x16\x03\x01'.padEnd(90, 'x'),
    'hello there, '.repeat(9),
  ]) {
    const link = await RawLink.open(dc, dc.addKey(), 'full')
    link.write(Buffer.from(greeting, 'latin1'))
    await expect.poll(() => link.isClosed).toBe(true)
  }
  expect((await client.getMe()).firstName).toBe('Anna')
  expect(await errorOf(client.invoke(textTo(dc.workspace.help, 1, '', 5n)))).toBe('MESSAGE_EMPTY')
})
