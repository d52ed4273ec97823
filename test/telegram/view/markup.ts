import { Api } from 'telegram'
import { badRequest } from '../rpc-error'
import { given } from '../tl/values'
import type { InlineButton, KeyboardKey, Markup } from '../world/markup'

const MOST_DATA = 64
const MOST_BUTTONS = 100

/** A bot's buttons as clients get them. Since layer 229 what a button does is an object of its own. */
export function tlMarkup(markup: Markup): Api.TypeReplyMarkup {
  switch (markup.kind) {
    case 'inline': {
      const rows = markup.rows.map(
        (row) => new Api.KeyboardInlineButtonRow({ buttons: row.map(tlInlineButton) }),
      )
      return new Api.ReplyInlineMarkup({ rows })
    }
    case 'keyboard':
      return new Api.ReplyKeyboardMarkup(
        given({
          resize: markup.resize,
          singleUse: markup.once,
          selective: markup.selective,
          persistent: markup.persistent,
          rows: markup.rows.map((row) => new Api.KeyboardButtonRow({ buttons: row.map(tlKey) })),
          placeholder: markup.placeholder ?? undefined,
        }),
      )
    case 'hide':
      return new Api.ReplyKeyboardHide({ selective: markup.selective })
    case 'force-reply':
      return new Api.ReplyKeyboardForceReply(
        given({
          singleUse: markup.once,
          selective: markup.selective,
          placeholder: markup.placeholder ?? undefined,
        }),
      )
  }
}

function tlInlineButton(button: InlineButton): Api.KeyboardInlineButton {
  const type =
    button.kind === 'callback'
      ? new Api.InlineButtonTypeCallback({ data: button.data })
      : new Api.InlineButtonTypeUrl({ url: button.url })
  return new Api.KeyboardInlineButton({ text: button.text, type })
}

function tlKey(key: KeyboardKey): Api.KeyboardButton {
  return new Api.KeyboardButton({ text: key.text, type: tlKeyType(key) })
}

function tlKeyType(key: KeyboardKey) {
  if (key.kind === 'request-phone') return new Api.ButtonTypeRequestPhone()
  if (key.kind === 'request-place') return new Api.ButtonTypeRequestGeoLocation()
  return new Api.ButtonTypeDefault()
}

/**
 * Buttons as a bot sends them.
 *
 * @throws REPLY_MARKUP_INVALID, BUTTON_DATA_INVALID (none, or more than 64 bytes), BUTTON_URL_INVALID, BUTTON_TYPE_INVALID, BUTTON_TEXT_INVALID
 */
export function readMarkup(given: Api.TypeReplyMarkup | undefined): Markup | null {
  if (given === undefined) return null
  if (given instanceof Api.ReplyKeyboardHide) return { kind: 'hide', selective: given.selective === true }
  if (given instanceof Api.ReplyKeyboardForceReply) {
    return {
      kind: 'force-reply',
      once: given.singleUse === true,
      selective: given.selective === true,
      placeholder: given.placeholder ?? null,
    }
  }
  const counts = given.rows.map(({ buttons }) => buttons.length)
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count === 0 || count > MOST_BUTTONS || counts.includes(0)) throw badRequest('REPLY_MARKUP_INVALID')
  if (given instanceof Api.ReplyInlineMarkup) {
    return { kind: 'inline', rows: given.rows.map(({ buttons }) => buttons.map(readInlineButton)) }
  }
  return {
    kind: 'keyboard',
    rows: given.rows.map(({ buttons }) => buttons.map(readKey)),
    resize: given.resize === true,
    once: given.singleUse === true,
    selective: given.selective === true,
    persistent: given.persistent === true,
    placeholder: given.placeholder ?? null,
  }
}

function readInlineButton({ text, type }: Api.KeyboardInlineButton): InlineButton {
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
  if (type instanceof Api.InlineButtonTypeCallback) {
    if (type.data.length < 1 || type.data.length > MOST_DATA) throw badRequest('BUTTON_DATA_INVALID')
    return { kind: 'callback', text, data: type.data }
  }
  if (!(type instanceof Api.InlineButtonTypeUrl)) throw badRequest('BUTTON_TYPE_INVALID')
  if (!/^(https?|tg):\/\/./.test(type.url)) throw badRequest('BUTTON_URL_INVALID')
  return { kind: 'url', text, url: type.url }
}

function readKey({ text, type }: Api.KeyboardButton): KeyboardKey {
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
  if (type instanceof Api.ButtonTypeDefault) return { kind: 'plain', text }
  if (type instanceof Api.ButtonTypeRequestPhone) return { kind: 'request-phone', text }
  if (type instanceof Api.ButtonTypeRequestGeoLocation) return { kind: 'request-place', text }
  throw badRequest('BUTTON_TYPE_INVALID')
}
