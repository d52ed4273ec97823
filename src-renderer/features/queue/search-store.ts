import { create } from 'zustand'
import type { Desk } from '../../../src-preload/contract/desk'
import type { TicketRow } from '../../../src-preload/contract/ticket'

const pauseMs = 120
const limit = 50

export interface Search {
  readonly isOpen: boolean
  readonly text: string
  /** Null until the first answer to the words there are. */
  readonly found: readonly TicketRow[] | null
  readonly why: string | null
}

const closed: Search = { isOpen: false, text: '', found: null, why: null }

export type SearchDesk = Pick<Desk, 'on'> & { readonly queue: Pick<Desk['queue'], 'search'> }

/** Search through all tickets, 120 ms after the last key or change. An answer to older words is dropped. */
export function createSearch(desk: () => SearchDesk) {
  const use = create<Search>(() => closed)
  let timer: ReturnType<typeof setTimeout> | undefined

  let isListening = false
  /** The words that `found` answers. */
  let answered: string | null = null

  function open() {
    use.setState({ isOpen: true })
    if (isListening) return
    isListening = true
    desk().on('queue-changed', () => {
      const { isOpen, text } = use.getState()
      if (isOpen) askSoon(text)
    })
  }

  const close = () => {
    clearTimeout(timer)
    answered = null
    use.setState(closed)
  }

  function write(text: string) {
    use.setState({ isOpen: true, text, ...(text.trim() === '' ? { found: null, why: null } : {}) })
    askSoon(text)
  }

  function askSoon(text: string) {
    clearTimeout(timer)
    if (text.trim() !== '') timer = setTimeout(() => void ask(text), pauseMs)
  }

  async function ask(text: string) {
    const answer = await desk().queue.search({ text: text.trim().slice(0, 120), limit })
    if (use.getState().text !== text) return
    answered = answer.ok ? text : null
    use.setState(answer.ok ? { found: answer.value, why: null } : { why: answer.failure.message })
  }

  /** Asks once more for the words in the field. */
  const askAgain = () => ask(use.getState().text)

  /** What fits the very words in the field, asked for at once if no answer to them is here; null without one. */
  async function settled(): Promise<readonly TicketRow[] | null> {
    const { text } = use.getState()
    if (text.trim() === '') return null
    if (answered !== text) {
      clearTimeout(timer)
      await ask(text)
    }
    return use.getState().text === text && answered === text ? use.getState().found : null
  }

  return { use, open, close, write, askAgain, settled }
}

export const search = createSearch(() => window.desk)
