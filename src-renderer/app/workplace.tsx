import { useEffect } from 'react'
import { rememberTicket, reopenTicket } from '../desk/last-ticket'
import { useSelection } from '../desk/selection-store'
import { ChatPicker } from '../features/accounts/chat-picker'
import { Palette } from '../features/palette/palette'
import { Rail } from '../features/rail/rail'
import { KeySheet } from '../features/shortcuts/key-sheet'
import { Bands } from '../features/strip/bands'
import { Strip } from '../features/strip/strip'
import { DeskPlace } from './desk-place'
import { SettingsPlace } from './settings-place'
import { useWindowActions } from './use-window-actions'

/** The signed-in window: rail, bands that matter, one place, strip; palette and key sheet above all. */
export function Workplace() {
  const place = useSelection(({ place }) => place)
  useWindowActions()
  useEffect(() => {
    void reopenTicket()
    return rememberTicket()
  }, [])
  return (
    <div className="window">
      <Rail />
      <Bands />
      {/* Hidden, not gone: scroll, drafts and selection survive a visit to the settings. */}
      <DeskPlace hidden={place !== 'desk'} />
      {place === 'settings' && <SettingsPlace />}
      <Strip />
      <Palette />
      <ChatPicker />
      <KeySheet />
    </div>
  )
}
