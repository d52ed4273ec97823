import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'

const deflated = promisify(deflate)
/** Below this many characters packing takes longer than it saves. */
const leastToPack = 1024
const level = 3
/** The first byte of everything zlib packs; a JSON array never begins with it. */
const packedMark = 0x78

/** JSON of an array, packed if that is worth it; works beside everyone else. */
export async function pack(json: string): Promise<Buffer> {
  const bytes = Buffer.from(json)
  return json.length < leastToPack ? bytes : deflated(bytes, { level })
}

/** The array in what {@link pack} gave. */
export function unpack(bytes: Buffer): readonly unknown[] {
  const json = bytes[0] === packedMark ? inflateSync(bytes) : bytes
  return JSON.parse(json.toString('utf8')) as readonly unknown[]
}

/** Entries as one JSON array. Values that know their own id stand alone, others behind theirs. */
export function textOf(entries: readonly (readonly [string, unknown])[]): string {
  const texts: string[] = []
  for (const [id, value] of entries) {
    if (!knowsItsId(id, value)) texts.push(JSON.stringify(id))
    texts.push(JSON.stringify(value))
  }
  return `[${texts.join(',')}]`
}

/** The entries of an array that {@link textOf} wrote. */
export function* entriesOf<T>(items: readonly unknown[]): Generator<readonly [string, T]> {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (typeof item === 'string') yield [item, items[++at] as T]
    else yield [(item as { readonly id: string }).id, item as T]
  }
}

function knowsItsId(id: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id
}
