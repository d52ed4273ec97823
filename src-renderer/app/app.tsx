import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect } from 'react'
import { TooltipRoom } from '../ui/tooltip'
import { Breakage } from './breakage'
import { keepFocus } from './keep-focus'
import { KeyRoom } from './key-room'
import { Screens } from './screens'
import { useAppearance } from './use-appearance'
import { useKeys } from './use-keys'
import { useSync } from './use-sync'

/** The whole window. */
export function App() {
  useSync()
  useAppearance()
  useKeys()
  useEffect(keepFocus, [])
  return (
    <CSPProvider disableStyleElements>
      <KeyRoom>
        <TooltipRoom>
          <Breakage>
            <Screens />
          </Breakage>
        </TooltipRoom>
      </KeyRoom>
    </CSPProvider>
  )
}
