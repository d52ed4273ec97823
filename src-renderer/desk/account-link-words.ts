import type { Link } from '../../src-preload/contract/status'
import { shortMomentOf } from '../ui/time-words'
import { cleanLine } from './plain-text'

const seconds = (ms: number): string => `${Math.max(0, Math.ceil(ms / 1000))} s`

function ago(at: number, now: number): string {
  const ms = Math.max(0, now - at)
  if (ms < 60_000) return `${Math.floor(ms / 1000)} s ago`
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ago`
  return shortMomentOf(at, now)
}

/** The groups an account is not in any more, in a sentence. */
export function namesInWords(groups: readonly { readonly title: string }[]): string {
  const names = groups.map(({ title }) => cleanLine(title, 'a group'))
  const last = names.pop() ?? 'a group it follows'
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** How the link of one account among several does, at `now` (epoch ms). */
export function accountLinkWords(
  link: Link,
  lastHeardAt: number | null,
  now: number,
): { readonly tone: 'good' | 'plain' | 'warn' | 'bad'; readonly text: string } {
  switch (link.kind) {
    case 'live':
      return {
        tone: 'good',
        text: lastHeardAt === null ? 'Connected' : `Connected, last heard ${ago(lastHeardAt, now)}`,
      }
    case 'connecting': {
      const next = link.nextTryAt === null ? '' : `, next try in ${seconds(link.nextTryAt - now)}`
      return { tone: 'plain', text: `Connecting${next}` }
    }
    case 'catching-up':
      return {
        tone: 'plain',
        text: link.behind > 0 ? `Catching up, ${link.behind.toLocaleString('en-GB')} to go` : 'Catching up',
      }
    case 'flood-wait':
      return { tone: 'warn', text: `Telegram asks for a pause, ${seconds(link.until - now)}` }
    case 'offline':
      return { tone: 'bad', text: `Offline since ${shortMomentOf(link.since, now)}` }
    case 'signed-out':
      return { tone: 'bad', text: 'Signed out' }
    case 'not-in-group':
      return { tone: 'bad', text: `Not in ${namesInWords(link.groups)} any more` }
  }
}
