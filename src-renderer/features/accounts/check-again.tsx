import { RefreshCw } from 'lucide-react'
import { Button } from '../../ui/button'
import type { OfferedGroups } from './use-groups'

/** Reads the groups of an account anew, once they are read. */
export function CheckAgain({ offered: { groups, error, load } }: { readonly offered: OfferedGroups }) {
  return (
    <Button icon={<RefreshCw size={14} />} onClick={load} disabled={!groups && !error}>
      Check again
    </Button>
  )
}
