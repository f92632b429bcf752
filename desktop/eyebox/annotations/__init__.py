"""The boxes of a picture and the commands that change them."""
