import { sha1 } from '../crypto/hash'
import { badRequest } from '../rpc-error'
import type { InlineButton } from './markup'
import type { ChatRef, Message } from './message'
import { copyFor } from './private'
import type { World } from './world'

/** What a bot says to whoever pressed its button. */
export interface PressAnswer {
  readonly text: string | null
  /** Shown in a window of its own and not as a passing line. */
  readonly isAlert: boolean
  readonly url: string | null
  readonly cacheSeconds: number
}

/** A button that somebody pressed (core.telegram.org/api/bots/buttons#callback-queries). */
export interface Pressed {
  readonly id: bigint
  readonly by: number
  readonly botId: number
  /** As it lies in the box of the bot, or in the group. */
  readonly message: Message
  readonly data: Buffer
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  readonly chatInstance: bigint
  answer: PressAnswer | null
  /** Hear the answer, once. */
  readonly waiting: ((answer: PressAnswer) => void)[]
}

/** After that a query is too old to be answered. */
const LASTS_MS = 60_000

/**
 * Presses a button: tells the bot that wrote the message.
 *
 * @param message as it lies in the presser's box, or in the group.
 * @throws MESSAGE_ID_INVALID if no bot wrote it, DATA_INVALID if it has no such button.
 */
export function pressButton(world: World, by: number, message: Message, data: Buffer): Pressed {
  const author = world.account(message.from)
  const isThere = inlineButtons(message).some((each) => each.kind === 'callback' && each.data.equals(data))
  if (author.bot !== null && !isThere) throw badRequest('DATA_INVALID')
  const forBot = message.chat.kind === 'group' ? message : copyFor(author, message)
  if (author.bot === null || forBot === null) throw badRequest('MESSAGE_ID_INVALID')
  const pressed: Pressed = {
    id: world.random.big(),
    by,
    botId: author.id,
    message: forBot,
    data,
    at: world.clock.now(),
    chatInstance: instanceOf(forBot.chat),
    answer: null,
    waiting: [],
  }
  world.pressed.set(pressed.id, pressed)
  world.tell([author.id], { kind: 'button-pressed', queryId: pressed.id, userId: by })
  return pressed
}

/** @throws QUERY_ID_INVALID if it is another bot's, was answered, or is too old. */
export function answerPressed(world: World, botId: number, queryId: bigint, answer: PressAnswer): void {
  const pressed = world.pressed.get(queryId)
  const isGood = pressed !== undefined && pressed.botId === botId && pressed.answer === null
  if (!isGood || world.clock.now() - pressed.at > LASTS_MS) throw badRequest('QUERY_ID_INVALID')
  pressed.answer = answer
  for (const hear of pressed.waiting.splice(0)) hear(answer)
}

/** All buttons under a message. */
export function inlineButtons(message: Message): InlineButton[] {
  return message.markup?.kind === 'inline' ? message.markup.rows.flat() : []
}

function instanceOf(chat: ChatRef): bigint {
  return sha1(Buffer.from(JSON.stringify(chat))).readBigInt64LE(0)
}
