import { Api } from 'telegram'
import type { TlObject } from './schema'

type Fields = Record<string, unknown>

/** What a client of an older layer sends, under the names that layer 229 has for it. */
export function toNewerFields(olderName: string, fields: Fields): Fields {
  const { channel, replyToMsgId, topMsgId, rows } = fields
  if (/^channels\..*(ForumTopic|TopicHistory)/.test(olderName)) return { ...fields, peer: asPeer(channel) }
  // Before layer 160 a message named what it answers by itself.
  if (olderName.startsWith('messages.Send') && typeof replyToMsgId === 'number') {
    const top = typeof topMsgId === 'number' ? { topMsgId } : {}
    return { ...fields, replyTo: new Api.InputReplyToMessage({ replyToMsgId, ...top }) }
  }
  if (olderName === 'ReplyInlineMarkup' && Array.isArray(rows)) {
    return { rows: rows.map((row: Api.KeyboardButtonRow) => newerRow(row)) }
  }
  if (olderName === 'KeyboardButton') return { ...fields, type: new Api.ButtonTypeDefault() }
  return fields
}

function asPeer(channel: unknown): unknown {
  return channel instanceof Api.InputChannel ? new Api.InputPeerChannel(channel) : channel
}

/** Until layer 228 each kind of button was a type of its own. */
interface OlderButton extends TlObject {
  readonly text: string
  readonly data?: Buffer
  readonly url?: string
}

function newerRow({ buttons }: { readonly buttons: readonly unknown[] }): Api.KeyboardInlineButtonRow {
  return new Api.KeyboardInlineButtonRow({
    buttons: (buttons as readonly OlderButton[]).map(({ text, data, url }) => {
      const type =
        data === undefined
          ? new Api.InlineButtonTypeUrl({ url: url ?? '' })
          : new Api.InlineButtonTypeCallback({ data })
      return new Api.KeyboardInlineButton({ text, type })
    }),
  })
}

/** A name and fields of an older layer, for what has no namesake there. */
export interface OlderShape extends TlObject {
  readonly [field: string]: unknown
}

function shape(className: string, fields: Fields): OlderShape {
  return { ...fields, className, CONSTRUCTOR_ID: 0 }
}

/** What has another shape in older layers, not just another form: buttons. */
export function toOlderShape(object: TlObject): TlObject {
  if (object instanceof Api.KeyboardInlineButtonRow) {
    return new Api.KeyboardButtonRow({ buttons: object.buttons as unknown as Api.KeyboardButton[] })
  }
  if (object instanceof Api.KeyboardInlineButton) {
    const { text, type } = object
    if (type instanceof Api.InlineButtonTypeCallback) {
      return shape('KeyboardButtonCallback', { text, data: type.data })
    }
    return shape('KeyboardButtonUrl', { text, url: 'url' in type ? type.url : '' })
  }
  if (object instanceof Api.KeyboardButton) {
    if (object.type instanceof Api.ButtonTypeRequestPhone) {
      return shape('KeyboardButtonRequestPhone', { text: object.text })
    }
    if (object.type instanceof Api.ButtonTypeRequestGeoLocation) {
      return shape('KeyboardButtonRequestGeoLocation', { text: object.text })
    }
  }
  return object
}
