import '@fontsource-variable/inter/wght.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'

const room = document.getElementById('app')
if (!room) throw new Error('The window has no element called app.')
createRoot(room).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
