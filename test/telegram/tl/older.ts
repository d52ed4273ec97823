import { OLDER_LAYERS } from './older-layers'
import { toNewerFields } from './older-shapes'
import { type Constructor, type Field, schema, type TlObject } from './schema'

/** The layer that this data centre speaks; whoever is older gets older forms. */
export const NEWEST_LAYER = 229

interface OlderConstructor extends Constructor {
  /** The last layer known to have this form. */
  readonly until: number
}

function field(text: string): Field {
  const [name = '', type = ''] = text.split(':')
  if (type === '#') return { name, type, vector: 'none', isFlagsWord: true, condition: null }
  const [, word, bit, bare = ''] = /^(?:(flags2?)\.(\d+)\?)?(.*)$/.exec(type) ?? []
  const inner = /^Vector<(.*)>$/.exec(bare)?.[1]
  return {
    name: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    type: inner ?? bare,
    vector: inner === undefined ? 'none' : 'boxed',
    isFlagsWord: false,
    condition: word === undefined ? null : { word, bit: Number(bit) },
  }
}

/** Forum calls belonged to `channels` once. */
function newerName(name: string): string {
  return /^channels\..*(ForumTopic|TopicHistory)/.test(name) ? name.replace('channels.', 'messages.') : name
}

function load(): OlderConstructor[] {
  const byName = new Map([...schema.values()].map((each) => [each.name.toLowerCase(), each]))
  return OLDER_LAYERS.trim()
    .split('\n')
    .map((line) => {
      const [until = '', kind, named = '', ...fields] = line.split(' ')
      const [name = '', id = ''] = named.split('#')
      const newer = byName.get(newerName(name).toLowerCase())
      const CONSTRUCTOR_ID = Number.parseInt(id, 16)
      return {
        until: Number(until),
        id: CONSTRUCTOR_ID,
        name: newer?.name ?? name,
        result: newer?.result ?? name.replace(/^(KeyboardButton)\w*$/, '$1'),
        isFunction: kind === 'f',
        fields: fields.map(field),
        build: (values) => {
          const fitting = toNewerFields(name, values)
          return newer?.build(fitting) ?? { ...fitting, CONSTRUCTOR_ID, className: name }
        },
      }
    })
}

const all = load()
const byId = new Map(all.map((each) => [each.id, each]))
const byName = new Map<string, OlderConstructor[]>()
for (const each of all) byName.set(each.name, [each, ...(byName.get(each.name) ?? [])])

/** What an id means, in this layer or an older one: ids are made from the form, so none has two meanings. */
export function constructorOf(id: number): Constructor | undefined {
  return schema.get(id) ?? byId.get(id)
}

/** The form of an object that a client of this layer knows: the oldest that is not too old for it. */
export function olderForm(object: TlObject, layer: number): Constructor | undefined {
  if (layer >= NEWEST_LAYER) return schema.get(object.CONSTRUCTOR_ID)
  return (
    byName.get(object.className)?.find(({ until }) => until >= layer) ?? schema.get(object.CONSTRUCTOR_ID)
  )
}
