import './strip.css'
import { CircleAlert, CircleCheck, Download, KeyRound, RotateCcw, Timer, UserX, WifiOff } from 'lucide-react'
import type { Account } from '../../../src-preload/contract/session'
import type { Link } from '../../../src-preload/contract/status'
import { useAccountList } from '../../desk/accounts-store'
import { goToNextToSend } from '../../desk/next-to-send'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { useSelection } from '../../desk/selection-store'
import { useSession } from '../../desk/session-store'
import { showSettings } from '../../desk/settings-place-store'
import { useStatus } from '../../desk/status-store'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { heardWords, linkWords } from './link-words'

const icons: Readonly<Record<Link['kind'], typeof CircleCheck>> = {
  live: CircleCheck,
  connecting: RotateCcw,
  'catching-up': Download,
  'flood-wait': Timer,
  offline: WifiOff,
  'signed-out': KeyRound,
  'not-in-group': UserX,
}

/** From the right: what does not fit beside the facts is left out from the left. Most mean the ticket in hand. */
const hints = [
  { keys: ['Mod+K'], words: 'All commands', anywhere: true },
  { keys: ['E'], words: 'Resolve' },
  { keys: ['N'], words: 'Note' },
  { keys: ['R'], words: 'Reply' },
  { keys: ['J', 'K'], words: 'Move' },
] as const
const shownHints = (isAtDesk: boolean) => hints.filter((hint) => isAtDesk || 'anywhere' in hint)

/** How the desk is doing: link, last word from Telegram, what waits to be sent, what nothing will wake. */
export function Strip() {
  const isAtDesk = useSelection(({ place }) => place === 'desk')
  return (
    <footer className="strip">
      <div className="strip-facts" role="status" aria-label="Desk status" aria-live="off">
        <Facts />
      </div>
      <LinkAnnouncement />
      <div className="strip-hints" aria-hidden="true">
        {shownHints(isAtDesk).map(({ keys, words }) => (
          <span key={words} className="strip-hint">
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
            {words}
          </span>
        ))}
      </div>
    </footer>
  )
}

function Facts() {
  const now = useNow('second')
  const status = useStatus(({ status }) => status)
  const kind = useLinkedKind()
  if (!status) return null
  const { tone, text } = linkWords(status.link, now, { toSend: status.toSend, account: kind })
  const Icon = icons[status.link.kind]
  const { toSend, notSent, withoutNextStep } = status
  const toSendWords = outboxWords(toSend, notSent)
  return (
    <>
      <span className={classNames('strip-link', tone)}>
        <Icon size={13} />
        {status.linkOf !== null && status.link.kind !== 'live' && (
          <bdi className="strip-account clip">{cleanLine(status.linkOf)}:</bdi>
        )}
        {text}
      </span>
      <button
        type="button"
        className="strip-button"
        title="Show the evidence"
        onClick={() => showSettings('evidence')}
      >
        {heardWords(status.lastHeardAt, now)}
      </button>
      {toSend + notSent > 0 ? (
        <button
          type="button"
          className={classNames('strip-button', notSent > 0 && 'strip-link bad')}
          aria-label={`${toSendWords}. Go to the next message to send`}
          title="Go to the next message to send"
          onClick={() => void goToNextToSend()}
        >
          {notSent > 0 && <CircleAlert size={13} />}
          {toSendWords}
        </button>
      ) : (
        <span>{toSendWords}</span>
      )}
      <span className={withoutNextStep > 0 ? 'strip-link warn' : undefined}>
        {withoutNextStep > 0 && <CircleAlert size={13} />}
        {withoutNextStep} {withoutNextStep === 1 ? 'ticket' : 'tickets'} without a next step
      </span>
    </>
  )
}

/** What waits for the way to Telegram, and what failed and waits for the agent. */
function outboxWords(toSend: number, notSent: number): string {
  const failed = `${notSent} not sent`
  if (toSend === 0 && notSent > 0)
    return notSent === 1 ? '1 message not sent' : `${notSent} messages not sent`
  const waits = `${toSend} ${toSend === 1 ? 'message' : 'messages'} to send`
  return notSent === 0 ? waits : `${waits}, ${failed}`
}

/** What the account is whose link is told: a bot, if one of those in that state is. */
function useLinkedKind(): Account['kind'] | null {
  const link = useStatus(({ status }) => status?.link.kind)
  const step = useSession(({ session }) => session?.step)
  const kinds = useAccountList()
    .filter((view) => view.link.kind === link)
    .map(({ account }) => account.kind)
  if (kinds.includes('bot')) return 'bot'
  return kinds[0] ?? (step?.kind === 'signed-in' ? step.account.kind : null)
}

/** Says a change of the link once, without the seconds that pass. */
function LinkAnnouncement() {
  const kind = useStatus(({ status }) => status?.link.kind)
  const said: Readonly<Record<Link['kind'], string>> = {
    live: 'Connected to Telegram',
    connecting: 'Connecting to Telegram',
    'catching-up': 'Catching up with Telegram',
    'flood-wait': 'Telegram asks for a pause',
    offline: 'Telegram cannot be reached',
    'signed-out': 'Signed out by Telegram',
    'not-in-group': 'No longer in a group that is followed',
  }
  return (
    <span className="hidden-text" aria-live="polite">
      {kind ? said[kind] : ''}
    </span>
  )
}
