/// The only script of a page; the page can be read without it.
///
/// It adds buttons that copy code, moves through the frames of sliders, and opens what is folded
/// before the page is printed.
enum PageScript {
    /// The source.
    static let source = """
        'use strict';
        for (const pre of document.querySelectorAll('pre.code')) {
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'copy';
          button.textContent = 'Copy';
          button.addEventListener('click', async () => {
            try {
              await navigator.clipboard.writeText(pre.textContent);
              button.textContent = 'Copied';
            } catch {
              getSelection().selectAllChildren(pre);
              button.textContent = 'Selected';
            }
            setTimeout(() => { button.textContent = 'Copy'; }, 1500);
          });
          pre.parentElement.append(button);
        }
        for (const box of document.querySelectorAll('.frames')) {
          const frames = box.querySelectorAll('.frame');
          const knobs = [...box.querySelectorAll('.knobs input, .knobs select')];
          const count = knob => knob.type === 'range' ? Number(knob.max) + 1
            : knob.type === 'checkbox' ? 2 : knob.options.length;
          const place = knob => knob.type === 'range' ? Number(knob.value)
            : knob.type === 'checkbox' ? Number(knob.checked) : knob.selectedIndex;
          const show = () => {
            const index = knobs.reduce((sum, knob) => sum * count(knob) + place(knob), 0);
            frames.forEach((frame, number) => { frame.hidden = number !== index; });
            for (const knob of knobs) {
              if (knob.type !== 'range') continue;
              const words = knob.dataset.labels.split('\\n')[knob.value];
              knob.nextElementSibling.textContent = words;
              knob.setAttribute('aria-valuetext', words);
            }
          };
          for (const knob of knobs) {
            knob.disabled = false;
            knob.addEventListener('input', show);
          }
          show();
        }
        const outline = document.querySelector('.outline');
        if (outline && matchMedia('(min-width: 88rem)').matches) outline.open = true;
        let opened = [];
        addEventListener('beforeprint', () => {
          opened = [...document.querySelectorAll('details:not([open])')];
          for (const part of opened) part.open = true;
        });
        addEventListener('afterprint', () => {
          for (const part of opened) part.open = false;
        });
        """
}
