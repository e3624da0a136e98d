import { createRoot } from 'react-dom/client';
import { readerDataId, type ReaderData } from '../../domain/bundle/reader-data.ts';
import { nl } from '../text/nl.ts';
import { ReaderApp } from './reader-app.tsx';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/base.css';
import '../kit/controls.css';
import '../kit/parts.css';
import '../kit/marks.css';
import '../kit/messages.css';
import '../kit/page.css';
import './reader-sheet.css';
import './reader.css';

const place = document.getElementById('lezer');
const held = document.getElementById(readerDataId)?.textContent;
if (place && held) createRoot(place).render(<ReaderApp data={JSON.parse(held) as ReaderData} />);
else if (place) place.textContent = nl.reader.broken;
