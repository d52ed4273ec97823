import type { Account } from '../../../src-preload/contract/session'
import type { Link } from '../../../src-preload/contract/status'
import { namesInWords } from '../../desk/account-link-words'
import { spanSpoken } from '../../ui/span-words'
import { shortMomentOf } from '../../ui/time-words'

export type LinkTone = 'good' | 'plain' | 'warn' | 'bad'

const hourMs = 3_600_000
/** Telegram keeps updates for a bot for a day (core.telegram.org/bots/api#getting-updates). */
const botMemoryMs = 24 * hourMs
const botWarningMs = 21 * hourMs

const seconds = (ms: number): string => `${Math.max(0, Math.ceil(ms / 1000))} s`

/** The link as the strip says it (interface.md section 9). */
export function linkWords(
  link: Link,
  now: number,
  facts: { readonly toSend: number; readonly account: Account['kind'] | null },
): { readonly tone: LinkTone; readonly text: string } {
  switch (link.kind) {
    case 'live':
      return { tone: 'good', text: 'Connected' }
    case 'connecting': {
      const next = link.nextTryAt === null ? '' : `, next in ${seconds(link.nextTryAt - now)}`
      return {
        tone: 'plain',
        text: link.attempt > 1 ? `Connecting, try ${link.attempt}${next}` : 'Connecting',
      }
    }
    case 'catching-up':
      return {
        tone: 'plain',
        text:
          link.behind > 0
            ? `Catching up, ${link.behind.toLocaleString('en-GB')} ${link.behind === 1 ? 'message' : 'messages'} to go`
            : 'Catching up',
      }
    case 'flood-wait':
      return { tone: 'warn', text: `Telegram asks for a pause, ${seconds(link.until - now)}` }
    case 'offline': {
      const away = now - link.since
      if (facts.account === 'bot' && away >= botWarningMs) {
        const rest = botMemoryMs - away
        const loss =
          rest > 0
            ? `Messages to the bot may be lost in ${spanSpoken(rest)}`
            : 'Messages to the bot may be lost'
        return { tone: 'bad', text: `Offline for ${spanSpoken(Math.floor(away / hourMs) * hourMs)}. ${loss}` }
      }
      const unsent = facts.toSend > 0 ? `, ${facts.toSend} to send` : ''
      return { tone: 'bad', text: `Offline since ${shortMomentOf(link.since, now)}${unsent}` }
    }
    case 'signed-out':
      return { tone: 'bad', text: 'Signed out by Telegram' }
    case 'not-in-group':
      return { tone: 'bad', text: `Not in ${namesInWords(link.groups)} any more` }
  }
}

/** When Telegram was last heard of: seconds for a minute, then minutes, then the time. */
export function heardWords(lastHeardAt: number | null, now: number): string {
  if (lastHeardAt === null) return 'Nothing heard from Telegram yet'
  const ago = Math.max(0, now - lastHeardAt)
  if (ago < 60_000) return `Last heard from Telegram ${Math.floor(ago / 1000)} s ago`
  if (ago < hourMs) return `Last heard from Telegram ${Math.floor(ago / 60_000)} min ago`
  return `Last heard from Telegram ${shortMomentOf(lastHeardAt, now)}`
}
