import './chat-picker.css'
import { useRef, useState } from 'react'
import type { AccountView, ChatOption } from '../../../src-preload/contract/account'
import { accountHandle } from '../../desk/account-words'
import { useAccountList } from '../../desk/accounts-store'
import { useAction } from '../../desk/actions'
import { ask, failureOf } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { openTicket } from '../../desk/selection-store'
import { toast } from '../../desk/toast-store'
import { Dialog } from '../../ui/dialog'
import { Face } from '../../ui/face'
import { PickField, PickLine, usePickList } from '../../ui/pick-list'
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
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { chats, error, isLate } = useChats(accountId, text)
  const list = usePickList({
    listId: 'chat-list',
    items: chats ?? [],
    idOf: ({ personId }) => `chat-${personId}`,
    onPick: open,
    isLate,
  })

  function open({ personId, name }: ChatOption) {
    if (busy) return
    setBusy(true)
    setRefused(null)
    ask(window.desk.accounts.openChat({ accountId, personId })).then(
      (ticket) => {
        closeChatPicker()
        toast({ tone: 'good', text: `${cleanLine(name, 'The chat')} is ${ticket.code}`, key: 'chat' })
        // The dialog gives the focus back first.
        setTimeout(() => openTicket(ticket.id))
      },
      (thrown: unknown) => {
        setBusy(false)
        setRefused(failureOf(thrown).message)
      },
    )
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
      <PickField
        className="field"
        glass={15}
        ref={field}
        list={list}
        label="Search private chats"
        placeholder="Name or username"
        text={text}
        onText={setText}
      />
      {(refused ?? error) && <FieldError>{refused ?? error}</FieldError>}
      {!chats && !error && <SkeletonRows rows={3} label="Reading your private chats" />}
      {chats && (
        <div id={list.listId} className="chat-list" role="listbox" aria-label="Private chats" tabIndex={-1}>
          {chats.map((chat) => (
            <PickLine key={chat.personId} list={list} item={chat} className="chat-line">
              <ChatWords {...chat} />
            </PickLine>
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

function ChatWords({ personId, name, username, isFollowed }: ChatOption) {
  const shown = cleanLine(name, 'No name')
  return (
    <>
      <Face id={personId} name={shown} kind="customer" size={28} />
      <bdi className="clip chat-name">{shown}</bdi>
      {username !== null && <bdi className="clip muted">@{cleanLine(username)}</bdi>}
      <span className="spacer" />
      {isFollowed && <span className="chat-followed">On the desk</span>}
    </>
  )
}
