// Data to pictures: one figure, drawn as text or as SVG.
