import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openLibrary(): void;
  showLibrary(): void;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/** The menu of the window, in Dutch; what the window itself can do is in the window. */
export function menuTemplate(actions: MenuActions, mac: boolean): MenuItemConstructorOptions[] {
  const own: MenuItemConstructorOptions = {
    label: 'Oogst',
    submenu: [
      { role: 'about', label: 'Over Oogst' },
      line,
      { role: 'hide', label: 'Verberg Oogst' },
      { role: 'hideOthers', label: 'Verberg andere' },
      { role: 'unhide', label: 'Toon alles' },
      line,
      { role: 'quit', label: 'Stop Oogst' },
    ],
  };
  return [
    ...(mac ? [own] : []),
    fileMenu(actions, mac),
    editMenu(),
    viewMenu(),
    {
      role: 'windowMenu',
      label: 'Venster',
      submenu: [
        { role: 'minimize', label: 'Minimaliseren' },
        { role: 'close', label: 'Sluiten' },
      ],
    },
  ];
}

function fileMenu(actions: MenuActions, mac: boolean): MenuItemConstructorOptions {
  return {
    label: 'Bestand',
    submenu: [
      { label: 'Kennismap openen…', accelerator: 'CmdOrCtrl+O', click: () => actions.openLibrary() },
      { label: 'Kennismap laten zien in de verkenner', click: () => actions.showLibrary() },
      ...(mac ? [] : [line, { role: 'quit', label: 'Afsluiten' } satisfies MenuItemConstructorOptions]),
    ],
  };
}

function editMenu(): MenuItemConstructorOptions {
  return {
    label: 'Bewerken',
    submenu: [
      { role: 'undo', label: 'Ongedaan maken' },
      { role: 'redo', label: 'Opnieuw' },
      line,
      { role: 'cut', label: 'Knippen' },
      { role: 'copy', label: 'Kopiëren' },
      { role: 'paste', label: 'Plakken' },
      { role: 'pasteAndMatchStyle', label: 'Plakken zonder opmaak' },
      { role: 'selectAll', label: 'Alles selecteren' },
    ],
  };
}

function viewMenu(): MenuItemConstructorOptions {
  return {
    label: 'Beeld',
    submenu: [
      { role: 'zoomIn', label: 'Groter' },
      { role: 'zoomOut', label: 'Kleiner' },
      { role: 'resetZoom', label: 'Gewone grootte' },
      line,
      { role: 'togglefullscreen', label: 'Volledig scherm' },
      { role: 'reload', label: 'Opnieuw laden' },
    ],
  };
}
