import { create } from 'zustand'
import type { Draft, MessageItem } from '../../src-preload/contract/conversation'
import type { Desk } from '../../src-preload/contract/desk'
import type { Attachment } from '../../src-preload/contract/files'
import type { Failure } from '../../src-preload/contract/outcome'
import { writeMarks } from './marks'
import { toast } from './toast-store'

export type Mode = Draft['mode']

/** What stands in the composer of one ticket in one mode. */
export interface Writing {
  readonly text: string
  readonly replyTo: string | null
  /** The newest position seen when it was begun; null while it is empty, or not known after a restart. */
  readonly begunAfter: number | null
  /** When it was saved in an earlier life of the window (epoch ms); null if it was begun in this one. */
  readonly savedAt: number | null
}

/** Both modes of one ticket, and the files that go with its reply. */
export interface TicketDrafts {
  readonly mode: Mode
  readonly reply: Writing
  readonly note: Writing
  readonly attachments: readonly Attachment[]
}

export type DraftDesk = {
  readonly conversation: Pick<Desk['conversation'], 'drafts' | 'saveDraft'>
}

const saveAfterMs = 400
const empty: Writing = { text: '', replyTo: null, begunAfter: null, savedAt: null }
const nothing: TicketDrafts = { mode: 'reply', reply: empty, note: empty, attachments: [] }

/**
 * Drafts per ticket and mode. Each change of the words is saved 400 ms after the last key, or at once by `flush`;
 * files are saved at once. A save of words says nothing of files, so neither can undo the other. What the desk refuses
 * goes with the next save; `tell` hears of it once, until a save goes well. While what was kept cannot be read, nothing
 * is saved: it would be written over.
 */
export function createDrafts(desk: () => DraftDesk, tell: (why: Failure) => void) {
  const use = create<{
    readonly byTicket: ReadonlyMap<string, TicketDrafts>
    /** Tickets whose drafts could not be read, and why. */
    readonly unread: ReadonlyMap<string, string>
  }>(() => ({ byTicket: new Map(), unread: new Map() }))
  const of = (ticketId: string) => use.getState().byTicket.get(ticketId) ?? nothing
  const unsaved = new Map<string, { ticketId: string; mode: Mode; withFiles: boolean }>()
  let isRefused = false
  const touched = new Set<string>()
  const fetched = new Set<string>()
  const fetching = new Map<string, Promise<void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const put = (ticketId: string, drafts: TicketDrafts) =>
    use.setState(({ byTicket }) => ({ byTicket: new Map(byTicket).set(ticketId, drafts) }))

  /** Fetches what was written before, unless the agent was quicker. */
  function open(ticketId: string): Promise<void> {
    if (fetched.has(ticketId)) return Promise.resolve()
    const running = fetching.get(ticketId) ?? fetch(ticketId).finally(() => fetching.delete(ticketId))
    fetching.set(ticketId, running)
    return running
  }

  async function fetch(ticketId: string): Promise<void> {
    const answer = await desk().conversation.drafts({ ticketId })
    const unread = new Map(use.getState().unread)
    const wasUnread = unread.delete(ticketId)
    if (!answer.ok) return use.setState({ unread: unread.set(ticketId, answer.failure.message) })
    fetched.add(ticketId)
    for (const { mode, text, replyTo, attachments, savedAt } of answer.value) {
      const isQuicker = touched.has(`${mode} ${ticketId}`)
      const kept = { text, replyTo, begunAfter: null, savedAt: text === '' ? null : savedAt }
      const held = of(ticketId)
      const both = wasUnread ? joined(text, held[mode]) : held[mode]
      put(ticketId, {
        ...held,
        [mode]: isQuicker ? both : kept,
        ...(mode === 'reply' ? { attachments: withoutDoubles([...attachments, ...held.attachments]) } : {}),
      })
    }
    if (!wasUnread) return
    use.setState({ unread })
    flush()
  }

  /**
   * Takes a change of the text or the quoted message, and saves it soon. `seen` is the newest position on screen:
   * what the customer writes after it, once words are begun, asks to be read first.
   */
  function write(ticketId: string, mode: Mode, change: Partial<Pick<Writing, 'text' | 'replyTo'>>, seen = 0) {
    const drafts = of(ticketId)
    const before = drafts[mode]
    const next = { ...before, ...change }
    const begun =
      next.text === ''
        ? { begunAfter: null, savedAt: null }
        : before.text === ''
          ? { begunAfter: seen, savedAt: null }
          : {}
    put(ticketId, { ...drafts, [mode]: { ...next, ...begun } })
    touched.add(`${mode} ${ticketId}`)
    note(ticketId, mode, false)
    clearTimeout(timer)
    timer = setTimeout(flush, saveAfterMs)
  }

  /** Notes that words, and files if so, are to be saved. */
  function note(ticketId: string, mode: Mode, withFiles: boolean) {
    const key = `${mode} ${ticketId}`
    unsaved.set(key, { ticketId, mode, withFiles: withFiles || unsaved.get(key)?.withFiles === true })
  }

  async function save(key: string) {
    const waits = unsaved.get(key)
    if (waits === undefined || isUnread(waits.ticketId)) return
    unsaved.delete(key)
    const { ticketId, mode, withFiles } = waits
    const { attachments, ...drafts } = of(ticketId)
    const { text, replyTo } = drafts[mode]
    const files = withFiles ? { attachments: attachments.map(({ id }) => id) } : {}
    const answer = await desk().conversation.saveDraft({ ticketId, mode, text, replyTo, ...files })
    if (!answer.ok) {
      note(ticketId, mode, withFiles)
      if (!isRefused) tell(answer.failure)
    }
    isRefused = !answer.ok
  }

  /** Saves now: on leaving the field, the ticket or the window. */
  function flush() {
    clearTimeout(timer)
    for (const key of [...unsaved.keys()]) void save(key)
  }

  /** The customer's words up to a position were read: writing goes on from there. */
  function readOn(ticketId: string, position: number) {
    const drafts = of(ticketId)
    put(ticketId, { ...drafts, reply: { ...drafts.reply, begunAfter: position, savedAt: null } })
  }

  /** Takes away what was sent; words and files that came while it was on its way stay. */
  function clear(ticketId: string, mode: Mode, sent: Pick<TicketDrafts, Mode | 'attachments'>) {
    const { text } = of(ticketId)[mode]
    const rest = text.startsWith(sent[mode].text) ? text.slice(sent[mode].text.length) : text
    write(ticketId, mode, { text: rest, replyTo: null })
    const gone = new Set(sent.attachments.map(({ id }) => id))
    if (mode === 'reply' && gone.size > 0)
      attach(ticketId, (files) => files.filter(({ id }) => !gone.has(id)))
    flush()
  }

  /** Puts a taken-back reply into the composer, before what is there already, with its formatting and files. */
  function giveBack(draft: Draft, item: MessageItem | null, seen = 0) {
    const { text, replyTo } = of(draft.ticketId).reply
    const returned = item === null ? draft.text : writeMarks(item.text, item.entities)
    const isThere = text.trim() === '' || text === returned || text === draft.text
    write(
      draft.ticketId,
      'reply',
      { text: isThere ? returned : `${returned}\n\n${text}`, replyTo: replyTo ?? draft.replyTo },
      seen,
    )
    const back = new Set(draft.attachments.map(({ id }) => id))
    if (back.size > 0)
      attach(draft.ticketId, (files) => [...draft.attachments, ...files.filter(({ id }) => !back.has(id))])
    setMode(draft.ticketId, 'reply')
  }

  function setMode(ticketId: string, mode: Mode) {
    put(ticketId, { ...of(ticketId), mode })
  }

  /** Changes the files of the reply and saves them at once, after those of an earlier life are here. */
  function attach(ticketId: string, change: (files: readonly Attachment[]) => readonly Attachment[]) {
    const running = fetching.get(ticketId)
    if (running !== undefined) return void running.then(() => attach(ticketId, change))
    const attachments = change(of(ticketId).attachments)
    put(ticketId, { ...of(ticketId), attachments })
    note(ticketId, 'reply', true)
    void save(`reply ${ticketId}`)
  }

  /** Whether what was kept could not be read: it would be lost with what is sent now. */
  const isUnread = (ticketId: string) => use.getState().unread.has(ticketId)

  return { use, of, open, isUnread, write, flush, readOn, clear, giveBack, setMode, attach }
}

/** What was kept, and after it what was written while it could not be read. */
const joined = (kept: string, written: Writing): Writing => ({
  ...written,
  text: [kept, written.text].filter((text) => text.trim() !== '').join('\n\n'),
})

const withoutDoubles = (files: readonly Attachment[]) => [
  ...new Map(files.map((file) => [file.id, file])).values(),
]

export const drafts = createDrafts(
  () => window.desk,
  ({ message }) =>
    toast({
      tone: 'bad',
      key: 'drafts',
      text: 'What you write is kept in this window only',
      detail: message,
    }),
)

/** Why what stood in the composer of a ticket could not be read; undefined if it could. */
export const useUnreadDrafts = (ticketId: string): string | undefined =>
  drafts.use((state) => state.unread.get(ticketId))

/** What stands in the composer of a ticket. */
export const useDrafts = (ticketId: string): TicketDrafts =>
  drafts.use((state) => state.byTicket.get(ticketId) ?? nothing)
