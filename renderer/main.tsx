import './no-made-code.ts';
import { createRoot } from 'react-dom/client';
import { connect } from '../domain/api/link.ts';
import { App } from './app.tsx';
import { choosePort } from './data/ports.ts';
import './kit/fonts.css';
import './kit/tokens.css';
import './kit/base.css';
import './kit/controls.css';
import './kit/parts.css';
import './kit/marks.css';
import './kit/messages.css';
import './kit/page.css';
import './kit/layout.css';

const place = document.getElementById('app');
if (place) createRoot(place).render(<App client={connect(choosePort(window))} />);

// Slanted letters first stand beside a hit. Fetched only then, the words would be blank for a moment and the list laid out twice.
void document.fonts.load('italic 1rem "Source Sans 3"').catch(() => undefined);
