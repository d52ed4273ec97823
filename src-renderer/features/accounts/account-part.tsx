import { MessageSquareLock, Plus, Users } from 'lucide-react'
import type { AccountView, FollowedChat, FollowedGroup } from '../../../src-preload/contract/account'
import { accountHandle, accountKind } from '../../desk/account-words'
import { keepAccounts } from '../../desk/accounts-store'
import { ask } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { takeDetour } from '../../desk/session-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { pickChat } from './chat-picker-store'
import { FollowGroup } from './follow-group'
import { roleWords } from './group-roles'
import { LinkLine } from './link-line'
import { SignOut } from './sign-out'

/** One account: who it is, how its link does, and the groups and private chats it brings to the desk. */
export function AccountPart({ view }: { readonly view: AccountView }) {
  const { account, link, groups, chats } = view
  const name = cleanLine(account.name, 'No name')
  const isOut = link.kind === 'signed-out'
  return (
    <article className="account" aria-label={name}>
      <header>
        <Face id={account.id} name={name} kind="agent" size={36} />
        <div className="account-who">
          <bdi className="clip account-name">{name}</bdi>
          <span className="clip muted">
            {accountKind(account)}
            {account.username !== null && (
              <>
                , <bdi>{accountHandle(account)}</bdi>
              </>
            )}
          </span>
        </div>
        <LinkLine view={view} />
        {isOut ? (
          <Button size="small" onClick={() => takeDetour('sign-in')}>
            Sign in again
          </Button>
        ) : (
          <SignOut account={account} />
        )}
      </header>
      <h4>Groups</h4>
      {groups.length === 0 && (
        <p className="account-none">
          {account.kind === 'bot'
            ? 'None. Customers write to the bot in private.'
            : 'None. Only private chats come to the desk.'}
        </p>
      )}
      <ul aria-label={`Groups of ${name}`}>
        {groups.map((group) => (
          <GroupLine key={group.id} group={group} />
        ))}
      </ul>
      <FollowGroup view={view} disabled={isOut} />
      {account.kind === 'user' && (
        <>
          <h4>Private chats</h4>
          {chats.length === 0 && <p className="account-none">None. Only those you add come to the desk.</p>}
          <ul aria-label={`Private chats of ${name}`}>
            {chats.map((chat) => (
              <ChatLine key={chat.personId} chat={chat} />
            ))}
          </ul>
          <Button
            size="small"
            icon={<Plus size={14} />}
            disabled={isOut}
            onClick={() => pickChat(account.id)}
          >
            Add a private chat
          </Button>
        </>
      )}
    </article>
  )
}

function GroupLine({ group }: { readonly group: FollowedGroup }) {
  const title = cleanLine(group.title, 'No title')
  const { id, accountId, role } = group
  function followAgain() {
    ask(window.desk.accounts.followGroup({ accountId, groupId: id, role })).then(keepAccounts, (thrown) =>
      toastFailure(thrown, followAgain),
    )
  }
  function leave() {
    ask(window.desk.accounts.leaveGroup({ groupId: id })).then((accounts) => {
      keepAccounts(accounts)
      toast({
        tone: 'good',
        text: `The desk no longer follows ${title}`,
        detail: 'Its tickets stay.',
        action: { label: 'Undo', run: followAgain },
      })
    }, toastFailure)
  }
  return (
    <li className="account-line">
      <Users size={15} />
      <div className="account-who">
        <bdi className="clip">{title}</bdi>
        <span className="muted">
          {roleWords[role].title}. {roleWords[role].says}
        </span>
      </div>
      <Button look="quiet" size="small" aria-label={`Leave ${title}`} onClick={leave}>
        Leave
      </Button>
    </li>
  )
}

function ChatLine({ chat }: { readonly chat: FollowedChat }) {
  const name = cleanLine(chat.name, 'No name')
  function readAgain() {
    const { accountId, personId } = chat
    ask(window.desk.accounts.openChat({ accountId, personId })).catch((thrown) =>
      toastFailure(thrown, readAgain),
    )
  }
  function leave() {
    const { accountId, personId } = chat
    ask(window.desk.accounts.leaveChat({ accountId, personId })).then((accounts) => {
      keepAccounts(accounts)
      toast({
        tone: 'good',
        text: `The desk no longer reads the chat with ${name}`,
        detail: 'Its tickets stay.',
        action: { label: 'Undo', run: readAgain },
      })
    }, toastFailure)
  }
  return (
    <li className="account-line">
      <MessageSquareLock size={15} />
      <bdi className="clip account-chat">{name}</bdi>
      <Button look="quiet" size="small" aria-label={`Leave the chat with ${name}`} onClick={leave}>
        Leave
      </Button>
    </li>
  )
}
