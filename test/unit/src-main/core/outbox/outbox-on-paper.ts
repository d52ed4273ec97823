import type { StoredMedia } from '../../../../../src-main/core/conversation/message'
import { deliveryOf } from '../../../../../src-main/core/outbox/delivery'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import type { Link } from '../../../../../src-preload/contract/status'
import { chatId, DeskOnPaper, theDesk } from '../desk-on-paper'

/** A desk on which Mira wrote in two topics. */
export function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  desk.topic('Refund', 8)
  desk.hear({ topicId: 8 })
  return desk
}

/** The ticket of the second topic. */
export const other = `${chatId}:8`

export const photo: StoredMedia = {
  ...{ kind: 'photo', fileId: 'p1', name: 'p.jpg', mime: 'image/jpeg', sizeBytes: 9 },
  ...{ width: 1, height: 1, thumb: null, locator: 'secret' },
}

export const file = (id: string) => ({ id, path: id, name: `${id}.jpg`, mime: 'image/jpeg', sizeBytes: 9 })

/** @throws an Error for what does not wait (any more). */
export function entry(desk: DeskOnPaper, id: string) {
  const found = desk.state.outbox.get(id)
  if (!found) throw new Error(`${id} is gone`)
  return found
}

/** How an entry that waits is shown. */
export const shown = (
  desk: DeskOnPaper,
  id: string,
  link: Link = { kind: 'live' },
  pausedUntil: (chatId: string) => number | null = () => null,
) => deliveryOf(entry(desk, id), desk.state, { linkOf: () => link, pausedUntil })

export const attempt = (desk: DeskOnPaper, outboxId: string) =>
  desk.ask({ kind: 'note-attempt', outboxId }, theDesk)

export const fail = (desk: DeskOnPaper, outboxId: string, uncertain = false) =>
  desk.ask({ kind: 'note-failure', outboxId, reason: 'Mira has blocked the bot.', uncertain }, theDesk)

/** Ids of what may go out now, one for each chat. */
export const next = (desk: DeskOnPaper) => sendable(desk.state, desk.now).map(({ id }) => id)

/** Ids of all that waits. */
export const ids = (desk: DeskOnPaper) => [...desk.state.outbox.values()].map(({ id }) => id)
