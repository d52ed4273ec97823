import { type Account, isBot } from './account'
import type { ChatEvent, Sequence } from './events'
import type { Group } from './group'
import type { Message } from './message'
import type { World } from './world'

/**
 * Whether somebody may see a message of a group. People see all. A bot with
 * privacy on that is no administrator sees commands, mentions of itself,
 * answers to its own messages, what it wrote, and service messages
 * (core.telegram.org/bots/features#privacy-mode).
 */
export function maySee(account: Account, group: Group, message: Message): boolean {
  const { bot } = account
  if (bot === null || !bot.hasPrivacy) return true
  const member = group.members.get(account.id)
  if (member !== undefined && member.role !== 'member') return true
  if (message.from === account.id || message.action !== null) return true
  const answered = message.replyTo === null ? undefined : group.messages.get(message.replyTo)
  if (answered?.from === account.id) return true
  const { text, entities } = message
  const name = account.username === null ? null : `@${account.username.toLowerCase()}`
  return entities.some(({ kind, offset, length, userId }) => {
    const words = text.slice(offset, offset + length).toLowerCase()
    if (kind === 'botCommand')
      return !text.slice(offset + length).startsWith('@') || named(text, offset, name)
    if (kind === 'mention') return words === name
    return kind === 'mentionName' && userId === account.id
  })
}

/** A command for one bot among several: `/help@its_name`. */
function named(text: string, offset: number, name: string | null): boolean {
  const command = /^\/\w+(@\w+)?/.exec(text.slice(offset))?.[1]
  return command === undefined || command.toLowerCase() === name
}

/**
 * Whether somebody is told of an event of a sequence. Bots are told of no
 * deletions and no reading; they still count for them, so that the next event
 * shows a gap that the difference fills with nothing.
 */
export function isToldOf(world: World, account: Account, sequence: Sequence, event: ChatEvent): boolean {
  const { change } = event
  if (isBot(account) && change.kind === 'deleted' && event.by !== account.id) return false
  if (sequence.kind === 'box') return true
  const group = world.groups.get(sequence.groupId)
  if (group === undefined) return false
  return 'message' in change ? maySee(account, group, change.message) : true
}
