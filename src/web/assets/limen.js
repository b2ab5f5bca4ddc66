// Small comforts where scripts run; every page works without them.

// Leaving quickly: end the session in the background and put the weather in this page's place, also in the history.
for (const form of document.querySelectorAll('form[data-exit]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true });
    document.documentElement.replaceChildren();
    location.replace(form.dataset.exit);
  });
}

// The session's end: a warning five minutes before, one press keeps it, and afterwards nothing is left on the screen.
const endsIn = Number(document.body.dataset.endsIn);
const warning = document.getElementById('limen-ending');
if (endsIn > 0 && warning) {
  let endsAt = Date.now() + endsIn;
  const look = () => {
    const left = endsAt - Date.now();
    if (left <= 0) location.replace(location.pathname);
    else warning.hidden = left > 5 * 60_000;
  };
  warning.querySelector('button').addEventListener('click', async () => {
    const answer = await fetch(document.body.dataset.pulse, { cache: 'no-store', redirect: 'manual' });
    endsAt = Date.now() + (answer.ok ? Number(await answer.text()) : 0);
    look();
  });
  setInterval(look, 5_000);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
}

// A form that was refused: the focus stands at what is wrong, so that Tab goes to the first field to mend.
const wrong = document.querySelector('main[data-failed] .alert-error');
if (wrong) {
  wrong.tabIndex = -1;
  wrong.focus();
}

// The desk's search: Ctrl+K goes there from anywhere, and says so.
const search = document.querySelector('#soeg, #desk-soeg');
if (search && document.body.classList.contains('limen-staff')) {
  search.setAttribute('aria-keyshortcuts', 'Control+K');
  for (const key of document.querySelectorAll('.desk-key')) key.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

// The menu: Escape closes what is open, and its group closes when one goes elsewhere. Where a browser cannot show the
// closed menu on a wide screen, it is opened.
const menu = document.querySelector('.limen-menu');
const rare = document.querySelector('.limen-rare');
if (menu && !CSS.supports('selector(::details-content)'))
  menu.open = matchMedia('(min-width: 992px)').matches;
for (const part of [rare, menu]) {
  part?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !part.open) return;
    part.open = false;
    part.querySelector('summary').focus();
    event.stopPropagation();
  });
}
for (const elsewhere of ['click', 'focusin']) {
  document.addEventListener(elsewhere, (event) => {
    if (rare?.open && !rare.contains(event.target)) rare.open = false;
  });
}
