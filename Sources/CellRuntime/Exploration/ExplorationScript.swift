/// The program that goes through the frames of an exploration in a page.
///
/// It builds the controls of plain elements of HTML, which a keyboard, a finger and a screen reader
/// can use, and fetches nothing.
enum ExplorationScript {
    /// The program.
    static let text = """

        for (const root of document.querySelectorAll('.unroll-exploration:not([data-ready])')) {
          const store = root.querySelector('script[type="application/json"]');
          if (!store) continue;
          root.dataset.ready = 'true';
          const {knobs, quote, lines, frames} = JSON.parse(store.textContent);
          const place = root.querySelector('.unroll-frame');
          const hint = root.querySelector('.unroll-hint');
          const first = place.innerHTML;
          const chosen = knobs.map(knob => knob.start);
          // Pictures stand in images, as in the first frame: so they take the page's color scheme,
          // and one stays until the next is ready.
          const image = svg => {
            const image = document.createElement('img');
            image.alt = svg.getAttribute('aria-label') || '';
            if (svg.getAttribute('width')) image.width = parseInt(svg.getAttribute('width'));
            image.style.cssText = 'max-width:100%;height:auto';
            image.src = 'data:image/svg+xml,'
              + encodeURIComponent(new XMLSerializer().serializeToString(svg));
            return image;
          };
          const show = () => {
            const index = knobs.reduce((sum, knob, i) => sum * knob.labels.length + chosen[i], 0);
            const frame = frames[index];
            const next = document.createElement('div');
            next.innerHTML = frame === null ? first : frame.map(i => lines[i]).join('\\n').replaceAll(quote, '"');
            next.querySelectorAll(':scope > div > svg').forEach(svg => svg.replaceWith(image(svg)));
            const pieces = [...next.children];
            while (place.children.length > pieces.length) place.lastElementChild.remove();
            pieces.forEach((piece, i) => {
              const old = place.children[i]?.firstElementChild, now = piece.firstElementChild;
              if (old?.tagName !== 'IMG' || now?.tagName !== 'IMG') {
                place.children[i] ? place.children[i].replaceWith(piece) : place.append(piece);
              } else {
                for (const name of ['alt', 'width', 'src']) {
                  if (now.hasAttribute(name)) old.setAttribute(name, now.getAttribute(name));
                  else old.removeAttribute(name);
                }
              }
            });
          };
          const element = (tag, parent, properties) =>
            Object.assign(parent.appendChild(document.createElement(tag)), properties);
          const bar = document.createElement('div');
          bar.className = 'unroll-knobs';
          bar.style.cssText = 'display:flex;flex-wrap:wrap;gap:4px 24px;margin:6px 0 8px';
          knobs.forEach((knob, i) => {
            const label = element('label', bar, {});
            label.style.cssText = 'display:flex;align-items:center;gap:8px;min-height:28px';
            const name = element('span', label, {textContent: knob.name});
            name.style.fontWeight = '600';
            const move = position => { chosen[i] = position; show(); };
            if (knob.kind === 'slider') {
              const input = element('input', label, {
                type: 'range', min: 0, max: knob.labels.length - 1, step: 1, value: knob.start});
              input.style.cssText = 'width:min(320px,60vw);margin:0';
              const value = element('output', label, {});
              value.style.cssText = 'min-width:4em;font-variant-numeric:tabular-nums';
              const tell = () => {
                value.textContent = knob.labels[input.value];
                input.setAttribute('aria-valuetext', knob.labels[input.value]);
              };
              tell();
              input.addEventListener('input', () => { tell(); move(Number(input.value)); });
            } else if (knob.kind === 'toggle') {
              const input = element('input', label, {type: 'checkbox', checked: knob.labels[knob.start] === 'on'});
              input.addEventListener('change', () => move(input.checked ? 1 : 0));
              input.disabled = knob.labels.length < 2;
            } else {
              const input = element('select', label, {});
              knob.labels.forEach(text => element('option', input, {textContent: text}));
              input.selectedIndex = knob.start;
              input.addEventListener('change', () => move(input.selectedIndex));
            }
            if (knob.labels.length < knob.count) {
              const note = element('small', label, {
                textContent: knob.labels.length + ' of ' + knob.count + ' positions are kept'});
              note.style.opacity = '.75';
            }
          });
          // A notebook's own keys must not move cells while a control has the focus.
          bar.addEventListener('keydown', event => event.stopPropagation());
          root.insertBefore(bar, place);
          if (hint) hint.remove();
        }

        """
}
