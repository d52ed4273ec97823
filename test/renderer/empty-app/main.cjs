// An empty window for the scripted desk: the same runtime and page settings as the app, without its main process.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({
    useContentSize: true,
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  window.loadURL('about:blank')
})
app.on('window-all-closed', () => app.quit())
