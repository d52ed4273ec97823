import type { Api } from 'telegram'
import type { ReplyButton } from '../../../core/outbox/entry'
import { tl } from '../library'

/**
 * The keyboard under a message of the bot (core.telegram.org/api/bots/buttons). A contact can only be asked for by
 * a keyboard in place of the customer's own; choices hang under the message.
 */
export function markupOf(
  rows: readonly (readonly ReplyButton[])[] | undefined,
): Api.TypeReplyMarkup | undefined {
  if (!rows || rows.length === 0) return undefined
  const keys = rows.map((row) => row.flatMap((button) => (button.kind === 'none' ? [] : [button])))
  if (keys.every((row) => row.length === 0)) return new tl.ReplyKeyboardHide({})
  const asksForContact = keys.some((row) => row.some(({ kind }) => kind === 'contact'))
  if (asksForContact)
    return new tl.ReplyKeyboardMarkup({
      resize: true,
      singleUse: true,
      rows: keys.map((row) => new tl.KeyboardButtonRow({ buttons: row.map(keyOf) })),
    })
  return new tl.ReplyInlineMarkup({
    rows: keys.map((row) => new tl.KeyboardInlineButtonRow({ buttons: row.flatMap(choiceOf) })),
  })
}

function keyOf({ kind, text }: ReplyButton): Api.TypeKeyboardButton {
  const type = kind === 'contact' ? new tl.ButtonTypeRequestPhone() : new tl.ButtonTypeDefault()
  return new tl.KeyboardButton({ text, type })
}

function choiceOf(button: ReplyButton): Api.TypeKeyboardInlineButton[] {
  if (button.kind !== 'choice') return []
  const type = new tl.InlineButtonTypeCallback({ data: Buffer.from(button.data) })
  return [new tl.KeyboardInlineButton({ text: button.text, type })]
}
