import { randomUUID } from 'node:crypto'
import { change, note, write } from './customer-acts'
import type { FireGround } from './fire-ground'
import type { Asked, Place } from './ledger'
import { pause } from './pause'
import { signInAgain } from './sign-in-again'
import type { Doing, Step, Trouble } from './steps'

const dayHours = 24
const hourMs = 3_600_000

/** Plays one step of a schedule. What the desk refuses while it is in trouble is not acknowledged, and no more. */
export async function playStep(ground: FireGround, step: Step): Promise<void> {
  if ('at' in step) return playDoing(ground, step)
  return playTrouble(ground, step)
}

async function playDoing(ground: FireGround, step: Doing): Promise<void> {
  const { ledger, places, dc } = ground
  const place = places[step.at % places.length]
  if (!place) return
  switch (step.kind) {
    case 'write':
      return write(ledger, place)
    case 'album':
      return write(ledger, place, step.parts)
    case 'colleague': {
      // In a topic of the public group a colleague may answer from plain Telegram.
      if (place.kind !== 'topic') return
      const name = ledger.nextName('colleague')
      const message = dc.staff.byName('Ravi').write(place.where, name)
      note(ledger, { place, side: 'team', name, message, parts: 1 })
      return
    }
    case 'staff-reply':
      return replyInStaffRoom(ground, place)
    case 'edit':
    case 'delete':
      return change(ledger, place, step.kind)
    case 'send-anyway':
      return sendAnyway(ground, place)
    case 'note':
    case 'reply':
      return askDesk(ground, place, step.kind)
  }
}

function replyInStaffRoom({ running, staffRoom, dc, ledger }: FireGround, place: Place): void {
  if (place.kind !== 'bot' || !staffRoom || !running) return
  const mirror = running.journal.state.conversations.get(place.conversationId)?.mirror
  if (!mirror || mirror.topicId === null || mirror.state !== 'open') return
  const text = ledger.nextName('staff')
  dc.staff.byName('Ravi').write({ group: staffRoom, id: mirror.topicId }, text)
  ledger.asked.push({ place, text, from: 'staff room', isAcknowledged: true })
}

async function askDesk(ground: FireGround, place: Place, kind: 'reply' | 'note'): Promise<void> {
  const { running, ledger } = ground
  const ticketId = running && ground.ticketOf(place.conversationId)
  if (!running || ticketId === null) return
  const text = ledger.nextName(kind)
  const asked: Asked = { place, text, from: kind === 'note' ? 'note' : 'desk', isAcknowledged: false }
  ledger.asked.push(asked)
  const { conversation } = running.desk.handlers
  try {
    if (kind === 'note') await conversation.note({ ticketId, noteId: randomUUID(), text })
    else
      await conversation.reply({
        ...{ ticketId, replyId: randomUUID(), text, entities: [], replyTo: null, attachments: [] },
        ...{ after: 'nothing', seenPosition: 0, force: true },
      })
    asked.isAcknowledged = true
  } catch {
    // Not acknowledged: it may have been kept or not, but not twice.
  }
}

/** An agent read what stopped their replies, and sends them all the same. */
async function sendAnyway({ running }: FireGround, { conversationId }: Place): Promise<void> {
  if (!running) return
  for (const { id: outboxId, ticketId, state, ...entry } of running.journal.state.outbox.values()) {
    if (entry.conversationId !== conversationId || state.kind !== 'failed' || state.uncertain) continue
    // Refused while the disk is full: it stays stopped.
    await Promise.resolve(running.desk.handlers.conversation.retry({ ticketId, outboxId })).catch(
      () => undefined,
    )
  }
}

async function playTrouble(ground: FireGround, step: Trouble): Promise<void> {
  const { switchboard, workspace } = ground.dc
  switch (step.kind) {
    case 'suppress':
      return switchboard.suppressUpdates(step.updates)
    case 'duplicate':
      return switchboard.duplicateUpdates(step.updates)
    case 'reorder':
      return switchboard.reorderUpdates(step.updates)
    case 'delay':
      return switchboard.delay('updates', step.ms)
    case 'lose-answer':
      return switchboard.loseAnswer('messages.SendMessage', step.times)
    case 'flood-wait':
      return switchboard.floodWait('messages.SendMessage', 1, step.times)
    case 'slow-mode':
      return switchboard.failWith('messages.SendMessage', 420, 'SLOWMODE_WAIT_1', step.times)
    case 'server-error':
      return switchboard.failWith('messages.SendMessage', 500, 'INTERNAL', step.times)
    case 'drop':
      return switchboard.dropSockets()
    case 'rotate-salts':
      return switchboard.rotateSalts()
    case 'too-long':
      return switchboard.differenceTooLong(workspace.help)
    case 'server-restart':
      await switchboard.goDown()
      await pause(30)
      return switchboard.comeUp()
    case 'forget-keys':
      switchboard.forgetKeys()
      switchboard.dropSockets()
      return signInAgain(ground)
    case 'revoke':
      switchboard.revokeSession({ id: 1001 })
      switchboard.dropSockets()
      return signInAgain(ground)
    case 'restart':
      await ground.stop()
      return ground.start()
    case 'sleep':
      await switchboard.goDown()
      ground.clock.setBy(3 * dayHours * hourMs)
      await switchboard.comeUp()
      return ground.running?.desk.wake()
    case 'disk-full':
      ground.disk.roomBytes = 0
      await pause(50)
      ground.disk.roomBytes = Number.POSITIVE_INFINITY
      return
    case 'clock':
      return ground.clock.setBy(step.hours * hourMs)
    case 'pause':
      await pause(step.ms)
  }
}
