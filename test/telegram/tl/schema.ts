import definitions from 'telegram/tl/generated/api-definitions.js'
import { tlobjects } from 'telegram/tl/runtime/registry.js'

/** One field of a TL constructor (core.telegram.org/mtproto/TL). */
export interface Field {
  readonly name: string
  readonly type: string
  readonly vector: 'none' | 'boxed' | 'bare'
  /** A `flags:#` word: written from the fields that refer to it, never given. */
  readonly isFlagsWord: boolean
  /** The bit that says whether the field is there, as in `flags.3?string`. */
  readonly condition: { readonly word: string; readonly bit: number } | null
}

/** A constructor or a function of the schema. */
export interface Constructor {
  readonly id: number
  /** As the library spells it: `messages.SendMessage`. */
  readonly name: string
  readonly result: string
  readonly isFunction: boolean
  readonly fields: readonly Field[]
  build(fields: Record<string, unknown>): TlObject
}

/** What every object of the library's schema has in common. */
export interface TlObject {
  readonly CONSTRUCTOR_ID: number
  readonly className: string
}

interface RawField {
  isVector: boolean
  useVectorId: boolean | null
  isFlag: boolean
  flagName: string | null
  flagIndex: number
  flagIndicator: boolean
  type: string | null
}

interface RawDefinition {
  name: string
  namespace?: string
  constructorId: number
  result: string
  isFunction: boolean
  argsConfig: Record<string, RawField>
}

function field(name: string, raw: RawField): Field {
  return {
    name,
    type: raw.type ?? '#',
    vector: raw.isVector ? (raw.useVectorId ? 'boxed' : 'bare') : 'none',
    isFlagsWord: raw.flagIndicator,
    condition: raw.isFlag && raw.flagName !== null ? { word: raw.flagName, bit: raw.flagIndex } : null,
  }
}

function load(): Map<number, Constructor> {
  const found = new Map<number, Constructor>()
  for (const raw of definitions as RawDefinition[]) {
    const Class = tlobjects[raw.constructorId] as (new (fields: object) => TlObject) | undefined
    if (Class === undefined) continue
    found.set(raw.constructorId, {
      id: raw.constructorId,
      name: raw.namespace === undefined ? raw.name : `${raw.namespace}.${raw.name}`,
      result: raw.result,
      isFunction: raw.isFunction,
      fields: Object.entries(raw.argsConfig).map(([name, rawField]) => field(name, rawField)),
      build: (fields) => new Class(fields),
    })
  }
  return found
}

/**
 * Layer 229 as the library ships it. Only the *schema* is shared with the
 * client: bytes are read and written by our own reader and writer, so that a
 * fault in the library's codec cannot hide by being on both sides.
 */
export const schema: ReadonlyMap<number, Constructor> = load()
