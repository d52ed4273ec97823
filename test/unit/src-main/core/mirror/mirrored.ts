import type { StoredMedia } from '../../../../../src-main/core/conversation/message'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { BotDesk, botTicket } from '../telegram-on-paper'

/** A photo at Telegram. */
export const photo = (id: string): StoredMedia => ({
  ...{ kind: 'photo', fileId: id, name: `${id}.jpg`, mime: 'image/jpeg', sizeBytes: 1 },
  ...{ width: 1, height: 1, thumb: null, locator: 'x' },
})

/** What waits for the staff group's topic. */
export const waiting = (desk: BotDesk) => entriesInOrder(desk.state, botTicket, true)

/** A desk whose customer wrote one line to the bot, and all that followed is done. */
export function mirrored(): BotDesk {
  const desk = BotDesk.openBot()
  desk.says({ text: 'My card was refused.' })
  desk.drain()
  return desk
}
