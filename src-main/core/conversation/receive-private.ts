import type { Course } from '../desk/course'
import { greet } from '../intake/greet'
import { copyOwnWords } from '../mirror/copy-reply'
import { currentTicket } from '../ticket/find-ticket'
import { isDone } from '../ticket/transitions'
import { contentOf } from './content'
import type { Conversation } from './conversation'
import { keepMessage } from './keep-message'
import type { IncomingMessage } from './message'
import { oneLine } from './one-line'
import { isOurSend } from './own-send'
import { blockBot, findPrivateChat } from './private-chat'
import { receiveFromCustomer, receiveFromTeam } from './receive-words'

const titleMaxLength = 60
/** What Telegram writes for a person who opens a bot's chat; a link may carry a word of its own. */
const startCommand = /^\/start(@\w+)?(\s+\S{1,64})?$/

/**
 * A message of a private chat with a bot, or with a personal account. The first opens a ticket, named by what it says.
 * What the account's owner writes there on a telephone is a reply of the team, as in topics; what another program says
 * through the bot is shown in the staff group as the bot's. Other bots are not heard.
 */
export function receivePrivate(course: Course, message: IncomingMessage, isContext: boolean): void {
  const chat = findPrivateChat(course, message.chatId, message.isOwn)
  if (!chat || (message.isOwn && isOurSend(course, chat, message))) return
  const { people } = course.state
  const isBot = people.get(message.senderId)?.isBot === true
  if (isBot && !message.isOwn) return
  if (isContext) keepAside(course, chat, message)
  else if (message.isOwn) {
    receiveFromTeam(course, chat, message, isBot)
    if (isBot) copyOwnWords(course, chat.id, message)
  } else {
    blockBot(course, chat.chatId, false)
    if (chat.privately?.via === 'bot' && startCommand.test(message.text.trim())) start(course, chat, message)
    else receiveFromCustomer(course, chat, message, titleOf(message))
  }
}

/** Someone opened the bot's chat. That is no question yet: it opens no ticket and moves none. */
function start(course: Course, chat: Conversation, message: IncomingMessage): void {
  keepAside(course, chat, message)
  const ticket = currentTicket(course.state, chat)
  if (!ticket || ticket.intake || isDone(ticket.status)) greet(course, chat)
}

/** Keeps a message that can be read, and from which nothing follows. */
function keepAside(course: Course, chat: Conversation, message: IncomingMessage): void {
  const { senderId: id, isOwn } = message
  const ticketId = currentTicket(course.state, chat)?.id ?? chat.id
  const by = { kind: isOwn ? 'agent' : 'customer', id } as const
  keepMessage(course, chat, ticketId, isOwn ? 'team' : 'customer', message, by, { isContext: true })
}

/** The first line of what was written, at most 60 characters; where nothing was, what was sent. */
function titleOf(message: IncomingMessage): string {
  const firstLine = message.text.split('\n').find((line) => line.trim() !== '') ?? ''
  const letters = [...oneLine(firstLine, message.media, contentOf(message))]
  if (letters.length <= titleMaxLength) return letters.join('')
  return `${letters
    .slice(0, titleMaxLength - 1)
    .join('')
    .trimEnd()}…`
}
