import type { AccountView } from '../../../src-preload/contract/account'
import { accountLinkWords } from '../../desk/account-link-words'
import { useNow } from '../../desk/now-store'
import { classNames } from '../../ui/class-names'

/** How an account's link does, in a few words. */
export function LinkLine({ view }: { readonly view: Pick<AccountView, 'link' | 'lastHeardAt'> }) {
  const now = useNow('second')
  const { tone, text } = accountLinkWords(view.link, view.lastHeardAt, now)
  return <span className={classNames('account-link', tone)}>{text}</span>
}
