import './chat-picker.css'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AccountView, ChatOption } from '../../../src-preload/contract/account'
import { accountHandle } from '../../desk/account-words'
import { useAccountList } from '../../desk/accounts-store'
import { useAction } from '../../desk/actions'
import { ask, failureOf } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { openTicket } from '../../desk/selection-store'
import { toast } from '../../desk/toast-store'
import { classNames } from '../../ui/class-names'
import { Dialog } from '../../ui/dialog'
import { Face } from '../../ui/face'
import { Select } from '../../ui/select'
import { SkeletonRows } from '../../ui/skeleton'
import { FieldError } from '../../ui/text-field'
import { closeChatPicker, pickChat, useChatPicker } from './chat-picker-store'
import { useChats } from './use-chats'

/** Makes a ticket from a private chat of a personal account (R31): by the palette, or from the settings. */
export function ChatPicker() {
  const personal = useAccountList().filter(({ account }) => account.kind === 'user')
  const accountId = useChatPicker((state) => state.accountId)
  const field = useRef<HTMLInputElement>(null)
  const [first] = personal
  useAction({
    id: 'ticket-from-chat',
    title: 'Create a ticket from a chat',
    group: 'desk',
    enabled: first !== undefined,
    run: () => first && pickChat(first.account.id),
  })
  const view = personal.find(({ account }) => account.id === accountId)
  return (
    <Dialog
      open={view !== undefined}
      onClose={closeChatPicker}
      title="Create a ticket from a chat"
      className="chat-picker"
      initialFocus={field}
    >
      {view && <PickerBody key={view.account.id} view={view} personal={personal} field={field} />}
    </Dialog>
  )
}

interface PickerBodyProps {
  readonly view: AccountView
  readonly personal: readonly AccountView[]
  readonly field: React.RefObject<HTMLInputElement | null>
}

function PickerBody({ view, personal, field }: PickerBodyProps) {
  const accountId = view.account.id
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { chats, error } = useChats(accountId, text)
  const chosen = chats?.[Math.min(at, chats.length - 1)]

  function open({ personId, name }: ChatOption) {
    if (busy) return
    setBusy(true)
    setRefused(null)
    ask(window.desk.accounts.openChat({ accountId, personId })).then(
      (ticket) => {
        closeChatPicker()
        toast({ tone: 'good', text: `${cleanLine(name, 'The chat')} is ${ticket.code}`, key: 'chat' })
        openTicket(ticket.id)
      },
      (thrown: unknown) => {
        setBusy(false)
        setRefused(failureOf(thrown).message)
      },
    )
  }

  function press(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const count = chats?.length ?? 0
    if (by !== 0 && count > 0) {
      event.preventDefault()
      setAt((now) => (Math.min(now, count - 1) + by + count) % count)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      open(chosen)
    }
  }

  return (
    <div className="chat-picker-body">
      {personal.length > 1 && (
        <Select
          label="Account"
          value={accountId}
          onChange={pickChat}
          options={personal.map(({ account }) => ({ value: account.id, label: accountHandle(account) }))}
        />
      )}
      <label className="field">
        <Search size={15} />
        <input
          ref={field}
          role="combobox"
          aria-label="Search private chats"
          aria-expanded="true"
          aria-controls="chat-list"
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `chat-${chosen.personId}` : undefined}
          placeholder="Name or username"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </label>
      {(refused ?? error) && <FieldError>{refused ?? error}</FieldError>}
      {!chats && !error && <SkeletonRows rows={3} label="Reading your private chats" />}
      {chats && (
        <div id="chat-list" className="chat-list" role="listbox" aria-label="Private chats" tabIndex={-1}>
          {chats.map((chat) => (
            <ChatLine key={chat.personId} chat={chat} isChosen={chat === chosen} onOpen={open} />
          ))}
          {chats.length === 0 && (
            <p className="muted chat-none">
              {text.trim() === '' ? 'This account has no private chats.' : 'No private chat matches.'}
            </p>
          )}
        </div>
      )}
      <p className="field-hint">
        Names are read from Telegram for this list and kept nowhere. Of the chat you choose the desk reads the
        last 20 messages, and all that comes.
      </p>
    </div>
  )
}

interface ChatLineProps {
  readonly chat: ChatOption
  readonly isChosen: boolean
  readonly onOpen: (chat: ChatOption) => void
}

function ChatLine({ chat, isChosen, onOpen }: ChatLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const name = cleanLine(chat.name, 'No name')
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={line}
      id={`chat-${chat.personId}`}
      role="option"
      aria-selected={isChosen}
      className={classNames('chat-line', isChosen && 'chosen')}
      onClick={() => onOpen(chat)}
    >
      <Face id={chat.personId} name={name} kind="customer" size={28} />
      <bdi className="clip chat-name">{name}</bdi>
      {chat.username !== null && <bdi className="clip muted">@{cleanLine(chat.username)}</bdi>}
      <span className="spacer" />
      {chat.isFollowed && <span className="chat-followed">On the desk</span>}
    </div>
  )
}
